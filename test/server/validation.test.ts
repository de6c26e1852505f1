import * as encoding from 'lib0/encoding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RoomDocument } from '../../server/rooms/roomDocument';
import { countPieces } from '../../server/validation/updateScanner';
import { validateUpdate } from '../../server/validation/validateUpdate';
import { ManualClock } from './support/manualClock';
import { updateOf } from './support/rawClient';

const anyone = () => 'yes' as const;
const emptyLog = { snapshot: null, updates: [], head: 0 };

const values: fc.Arbitrary<unknown> = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !JSON.stringify(value).includes('__proto__'));

test('SRV-14 counting walks over real updates exactly as decoding does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ minLength: 1 }), values), { maxLength: 20 }),
      fc.string(),
      (entries, text) => {
        const doc = new Y.Doc();
        const map = doc.getMap('touchpoints');
        for (const [key, value] of entries) map.set(key, Array.isArray(value) ? [value] : { value });
        const notes = new Y.Text();
        map.set('notes', notes);
        notes.insert(0, `${text}!`);
        notes.delete(0, 1);
        const update = Y.encodeStateAsUpdate(doc);
        const structs = Y.decodeUpdate(update).structs.length;
        const counted = countPieces(update, 1_000_000);
        expect(counted).toBeGreaterThanOrEqual(structs);
        expect(countPieces(update, structs - 1)).toBeNull();
      },
    ),
  );
});

test('SRV-14 millions of tiny pieces are refused before they are built', () => {
  const pieces = 2_000_000;
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, pieces);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 0);
    for (let i = 0; i < pieces; i++) encoding.writeUint16(encoder, 0x0100);
    encoding.writeVarUint(encoder, 0);
  });
  expect(validateUpdate(new Y.Doc(), update, anyone)).toEqual({
    kind: 'invalid',
    problem: 'does not add up',
  });
});

test('SRV-13 a mutated update is refused or applied whole: the document always equals what its changes replay to', () => {
  const doc = new Y.Doc();
  const base = updateOf((target) => {
    for (const kind of ['touchpoints', 'systems']) {
      const record = new Y.Map();
      target.getMap(kind).set('r1', record);
      record.set('title', 'Pay');
      record.set('place', [1.5, 2]);
      const text = new Y.Text();
      record.set('notes', text);
      text.insert(0, 'at the till');
    }
  }, doc);
  const next = updateOf((target) => {
    (target.getMap('touchpoints').get('r1') as Y.Map<unknown>).set('title', 'Pay again');
    ((target.getMap('systems').get('r1') as Y.Map<unknown>).get('notes') as Y.Text).delete(2, 4);
  }, doc);
  const mutation = fc.tuple(
    fc.constantFrom(base, next),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 5 }), (attempts) => {
      const room = new RoomDocument(emptyLog, new ManualClock());
      const log: Uint8Array[] = [];
      for (const [original, bytes] of attempts) {
        const update = original.slice();
        for (const [at, value] of bytes) update[at % update.length] = value;
        const outcome = room.accept(update, anyone);
        if (outcome.kind === 'applied' && outcome.change) log.push(outcome.change);
        // The room would be loaded from its log now, which is what the comparison below does.
        if (outcome.kind === 'spoilt') return;
      }
      const replayed = new RoomDocument(
        { snapshot: null, updates: log, head: log.length },
        new ManualClock(),
      );
      const all = Y.encodeStateVector(new Y.Doc());
      const [live, fresh] = [new Y.Doc(), new Y.Doc()];
      Y.applyUpdate(live, room.stateFor(all) as Uint8Array);
      Y.applyUpdate(fresh, replayed.stateFor(all) as Uint8Array);
      expect(Y.equalSnapshots(Y.snapshot(live), Y.snapshot(fresh))).toBe(true);
      for (const name of ['touchpoints', 'systems', 'map', 'meta']) {
        expect(live.getMap(name).toJSON()).toEqual(fresh.getMap(name).toJSON());
      }
    }),
    { numRuns: 3_000 },
  );
});
