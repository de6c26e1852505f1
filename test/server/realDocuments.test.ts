import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { origins } from '../../src/doc/origins';
import { RoomDocument } from '../../server/rooms/roomDocument';
import { randomCommand, runRandomCommand } from '../support/randomCommands';
import { TestNetwork } from '../support/testNetwork';
import { ManualClock } from './support/manualClock';

const step = fc.record({
  who: fc.nat(2),
  command: randomCommand({ history: true }),
  deliveries: fc.nat(3),
});

test('SRV-15 whatever the program writes, undo and merging included, passes validation and arrives unchanged', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.nat(1_000), (steps, seed) => {
      const network = new TestNetwork(3, seed);
      const room = new RoomDocument({ snapshot: null, updates: [], head: 0 }, new ManualClock());
      const problems: unknown[] = [];
      const hand = (update: Uint8Array): void => {
        const outcome = room.accept(update, () => 'yes');
        if (outcome.kind !== 'applied') problems.push(outcome);
      };
      const [first] = network.clients;
      if (first) hand(first.document.encode());
      for (const { document } of network.clients) {
        document.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== origins.remote) hand(update);
        });
      }
      for (const { who, command, deliveries } of steps) {
        const client = network.clients[who];
        if (!client) continue;
        const journey = () => client.mirror.store.getState().journey;
        runRandomCommand({ document: client.document, journey }, command);
        for (let i = 0; i < deliveries; i++) for (const other of network.clients) network.deliver(other);
      }
      network.settle();
      for (const { document } of network.clients) hand(document.encode());
      expect(problems).toEqual([]);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, room.stateFor(Y.encodeStateVector(new Y.Doc())) as Uint8Array);
      for (const { document } of network.clients) {
        expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(document.ydoc))).toBe(true);
      }
      network.close();
    }),
    { numRuns: 150 },
  );
});
