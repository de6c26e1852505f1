import { expect, test } from 'vitest';
import { wireLimits } from '../../src/doc/wire';
import { ClientIds } from '../../server/rooms/clientIds';
import type { Member } from '../../server/rooms/member';
import { Presence } from '../../server/rooms/presence';
import { awarenessFrame, readFrame } from '../../server/sync/frames';
import { ManualClock } from './support/manualClock';

const intervalMs = 1000 / wireLimits.awarenessPerSecond;

/** A room of two, of whom one shows something; what the other is sent, and a switch for what is about to be sent anyway. */
function roomOfTwo() {
  const clock = new ManualClock();
  const begun = clock.now();
  const sent: number[] = [];
  const member = (send: () => void): Member => ({
    principal: 'somebody',
    writer: null,
    role: 'editor',
    send,
    sendState: () => undefined,
    acknowledge: () => undefined,
    close: () => undefined,
  });
  const [speaker, listener] = [member(() => undefined), member(() => sent.push(clock.now() - begun))];
  const state = { isAboutToSend: false };
  const presence = new Presence({
    clock,
    ids: new ClientIds(),
    members: [speaker, listener],
    isAboutToSend: () => state.isAboutToSend,
    tellServers: () => undefined,
  });
  let said = 0;
  const speak = (): void => {
    const frame = readFrame(awarenessFrame([{ clientId: 1, clock: ++said, json: '{}' }]));
    if (frame.kind === 'awareness') presence.receive(speaker, frame.update);
  };
  speak();
  clock.advance(0);
  sent.length = 0;
  return { clock, presence, sent, state, speak };
}

test('SRV-36 presence is passed on once in 50 ms, however often it is said', () => {
  const { clock, sent, speak } = roomOfTwo();
  for (let ms = 0; ms < 200; ms += 5) {
    speak();
    clock.advance(5);
  }
  expect(sent).toEqual([50, 100, 150, 200]);
});

test('SRV-36 presence goes along with what is about to be sent, but does not wait long for it', () => {
  const { clock, presence, sent, state, speak } = roomOfTwo();
  state.isAboutToSend = true;
  speak();
  clock.advance(intervalMs + 8);
  expect(sent).toEqual([]);
  presence.rideAlong();
  expect(sent).toEqual([intervalMs + 8]);
  speak();
  clock.advance(2 * intervalMs);
  expect(sent).toEqual([intervalMs + 8, 2 * intervalMs + 8 + 0.25 * intervalMs]);
});

test('SRV-66 presence is passed on in time when the clock has been set back', () => {
  const { clock, sent, speak } = roomOfTwo();
  clock.setBack(1_000);
  speak();
  clock.advance(intervalMs);
  expect(sent).toHaveLength(1);
});
