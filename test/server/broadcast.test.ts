import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { broadcast, type CommittedFrame } from '../../server/rooms/broadcast';
import type { Member } from '../../server/rooms/member';
import { readFrame, syncFrame } from '../../server/sync/frames';
import { socketFrame } from '../../server/sync/socketFrame';
import { updateOf } from './support/rawClient';

class Listener implements Member {
  readonly principal = 'somebody';
  readonly writer = null;
  readonly role = 'editor';
  readonly frames: Uint8Array[] = [];
  readonly sendState = (): void => undefined;
  readonly acknowledge = (): void => undefined;
  readonly close = (): void => undefined;

  send(frame: Uint8Array): void {
    this.frames.push(frame);
  }

  /** What it knows from what it has been sent. */
  heard(): unknown {
    const doc = new Y.Doc();
    for (const frame of this.frames) {
      const read = readFrame(frame);
      if (read.kind === 'content') Y.applyUpdate(doc, read.update);
    }
    return doc.getMap('map').toJSON();
  }
}

function changeBy(from: Member | null, key: string): CommittedFrame {
  return { from, change: updateOf((doc) => doc.getMap('map').set(key, 'set')), isWhole: true };
}

test('SRV-4 of what is committed together everybody hears what the others sent, and who sent nothing hears it in one frame', () => {
  const [ann, ben, eve, zoe] = [new Listener(), new Listener(), new Listener(), new Listener()];
  const frames = [changeBy(ann, 'a'), changeBy(ben, 'b'), changeBy(ann, 'c'), changeBy(null, 'd')];
  broadcast([...frames, { from: eve, change: null, isWhole: true }], [ann, ben, eve, zoe]);
  expect([ann, ben, eve, zoe].map((member) => member.heard())).toEqual([
    { b: 'set', d: 'set' },
    { a: 'set', c: 'set', d: 'set' },
    { a: 'set', b: 'set', c: 'set', d: 'set' },
    { a: 'set', b: 'set', c: 'set', d: 'set' },
  ]);
  expect([eve.frames.length, zoe.frames.length]).toEqual([1, 1]);
  // The same bytes for both, so that they are framed once.
  expect(eve.frames[0]).toBe(zoe.frames[0]);
});

test('SRV-4 what brings nothing new is not passed on', () => {
  const [ann, ben] = [new Listener(), new Listener()];
  broadcast([{ from: ann, change: null, isWhole: true }], [ann, ben]);
  expect([ann.frames, ben.frames]).toEqual([[], []]);
});

test.each([
  [0, [0]],
  [125, [125]],
  [126, [126, 0, 126]],
  [65_535, [126, 255, 255]],
  [65_536, [127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a payload of %d bytes is framed as RFC 6455 says, once for everybody', (length, lengthBytes) => {
  const payload = new Uint8Array(length).fill(7);
  const frame = socketFrame(payload);
  expect([...frame.subarray(0, 1 + lengthBytes.length)]).toEqual([0x82, ...lengthBytes]);
  expect(frame.subarray(1 + lengthBytes.length).equals(payload)).toBe(true);
  expect(socketFrame(payload)).toBe(frame);
  expect(socketFrame(syncFrame('update', payload))).not.toBe(frame);
});
