import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { RoomDocument } from '../../server/rooms/roomDocument';
import { ManualClock } from './support/manualClock';

const anyone = () => 'yes' as const;
const nothing = Y.encodeStateVector(new Y.Doc());

/** Somebody who edits, and the room's document with all they have done so far. */
function edited(titles: number, padding = ''): { writer: Y.Doc; room: RoomDocument; clock: ManualClock } {
  const writer = new Y.Doc();
  const clock = new ManualClock();
  const room = new RoomDocument({ snapshot: null, updates: [], head: 0 }, clock);
  for (let i = 0; i < titles; i++) edit(writer, room, `t${i}`, `title ${i}${padding}`);
  return { writer, room, clock };
}

function edit(writer: Y.Doc, room: RoomDocument, id: string, title: string): Uint8Array | null {
  const before = Y.encodeStateVector(writer);
  writer.getMap('touchpoints').set(id, { title });
  const outcome = room.accept(Y.encodeStateAsUpdate(writer, before), anyone);
  if (outcome.kind !== 'applied') throw new Error(outcome.kind);
  return outcome.change;
}

/** What somebody has after the room has told them what they lacked. */
function told(room: RoomDocument, doc: Y.Doc): unknown {
  Y.applyUpdate(doc, room.stateFor(Y.encodeStateVector(doc)) ?? Uint8Array.of());
  return doc.getMap('touchpoints').toJSON();
}

describe('SRV-62 a document nobody changes is kept as its bytes', () => {
  test('ten seconds after the last edit, not before', () => {
    const { writer, room, clock } = edited(3);
    clock.advance(6_000);
    edit(writer, room, 'late', 'late');
    clock.advance(6_000);
    expect(room.isFolded).toBe(false);
    clock.advance(4_000);
    expect(room.isFolded).toBe(true);
  });

  test('and whoever asks is told the same', () => {
    const { writer, room, clock } = edited(6);
    const partial = new Y.Doc();
    told(room, partial);
    edit(writer, room, 'late', 'late');
    writer.getMap('touchpoints').delete('t0');
    room.accept(Y.encodeStateAsUpdate(writer), anyone);
    const vector = room.stateVector();
    clock.advance(20_000);
    expect(room.isFolded).toBe(true);
    expect(room.stateVector()).toEqual(vector);
    expect(told(room, new Y.Doc())).toEqual(writer.getMap('touchpoints').toJSON());
    expect(told(room, partial)).toEqual(writer.getMap('touchpoints').toJSON());
    expect(room.stateFor(Uint8Array.of(255))).toBeNull();
  });

  test('unless it is large: unfolding it would hold everybody up', () => {
    const { room, clock } = edited(6, 'x'.repeat(30_000));
    clock.advance(60_000);
    expect(room.isFolded).toBe(false);
  });

  test('until somebody edits it again, under the same id where the server writes', () => {
    const { writer, room, clock } = edited(3);
    const { clientId } = room;
    clock.advance(20_000);
    expect(edit(writer, room, 't1', 'again')).not.toBeNull();
    expect(room.isFolded).toBe(false);
    expect(room.clientId).toBe(clientId);
    expect(told(room, new Y.Doc())).toEqual(writer.getMap('touchpoints').toJSON());
    // What it has already brings nothing new, folded or not.
    clock.advance(20_000);
    expect(room.accept(Y.encodeStateAsUpdate(writer), anyone)).toMatchObject({
      kind: 'applied',
      change: null,
    });
  });

  test('and a room that is closed folds nothing any more', () => {
    const { room, clock } = edited(3);
    room.destroy();
    clock.advance(60_000);
    expect(room.isFolded).toBe(false);
    expect(room.stateFor(nothing)).not.toBeNull();
  });
});
