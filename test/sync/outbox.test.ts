import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Outbox } from '../../src/sync/outbox';

describe('the outbox', () => {
  it('LOC-4 has waiting exactly the changes after the last acknowledged frame', () => {
    const event = fc.oneof(
      fc.constant('change' as const),
      fc.constant('send' as const),
      fc.constant('reset' as const),
      fc.nat(6),
    );
    fc.assert(
      fc.property(fc.nat(3), fc.array(event), (inherited, events) => {
        const outbox = new Outbox(inherited);
        let changes = inherited;
        let confirmed = 0;
        let frames: number[] = [];
        for (const next of events) {
          if (next === 'change') {
            outbox.noteChange();
            changes++;
          } else if (next === 'send') {
            outbox.noteSent();
            frames.push(changes);
          } else if (next === 'reset') {
            outbox.reset();
            frames = [];
          } else {
            // Acknowledgements are cumulative and may come late, twice, or for more than was sent.
            outbox.acknowledge(next);
            confirmed = Math.max(confirmed, ...frames.slice(0, next));
          }
          expect(outbox.waiting).toBe(changes - confirmed);
        }
      }),
    );
  });

  it('LOC-4 is in flight until every frame of the connection is acknowledged', () => {
    const outbox = new Outbox();
    outbox.noteSent();
    outbox.noteSent();
    expect(outbox.acknowledge(1)).toBe(true);
    expect(outbox.isInFlight).toBe(true);
    expect(outbox.acknowledge(1)).toBe(false);
    expect(outbox.acknowledge(2)).toBe(true);
    expect(outbox.isInFlight).toBe(false);
  });
});
