import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadDocument, readWhole } from '../../src/doc/loadDocument';
import { createJourneyDocument } from '../../src/doc/seed';
import { seededRandom } from '../bench/random';
import { syntheticBundle } from '../bench/syntheticMap';

const roots = ['touchpoints', 'usages'] as const;
const texts = ['description', 'reason'] as const;

/** One thing that somebody does; the numbers choose among what there is. */
interface Act {
  readonly who: number;
  readonly kind: 'record' | 'value' | 'unset' | 'remove' | 'type' | 'erase' | 'format' | 'sync' | 'odd';
  readonly at: number;
  readonly value: string | number | boolean | null | (string | number)[];
}

const acts = fc.array(
  fc.record<Act>({
    who: fc.nat(2),
    kind: fc.constantFrom(
      'record',
      'record',
      'value',
      'value',
      'unset',
      'remove',
      'type',
      'erase',
      'format',
      'sync',
      'sync',
    ),
    at: fc.nat(40),
    value: fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 3 }),
    ),
  }),
  { maxLength: 60 },
);

function recordsOf(ydoc: Y.Doc): Y.Map<unknown>[] {
  return roots.flatMap((root) => [...ydoc.getMap(root).values()].filter((found) => found instanceof Y.Map));
}

function textsOf(ydoc: Y.Doc): Y.Text[] {
  return recordsOf(ydoc).flatMap((record) => [...record.values()].filter((found) => found instanceof Y.Text));
}

function perform(ydoc: Y.Doc, { kind, at, value }: Act, others: readonly Y.Doc[]): void {
  const root = ydoc.getMap(roots[at % roots.length] ?? 'usages');
  const records = recordsOf(ydoc);
  const record = records[at % Math.max(1, records.length)];
  const written = textsOf(ydoc);
  const text = written[at % Math.max(1, written.length)];
  if (kind === 'record') {
    const made = new Y.Map<unknown>([['title', value]]);
    for (const name of texts.slice(0, at % 3)) made.set(name, new Y.Text(String(value)));
    root.set(`r${at % 5}`, made);
  } else if (kind === 'value') record?.set(`field${at % 3}`, value);
  else if (kind === 'unset') record?.delete(`field${at % 3}`);
  else if (kind === 'remove') root.delete(`r${at % 5}`);
  else if (kind === 'type') text?.insert(Math.min(at, text.length), String(value));
  else if (kind === 'erase') text?.delete(0, Math.min(at, text.length));
  else if (kind === 'format') text?.format(0, Math.min(at, text.length), { bold: true });
  else if (kind === 'odd') record?.set('odd', at % 2 ? new Y.Array() : Uint8Array.of(at));
  else for (const other of others) Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other));
}

/** What three people make of a map, each for themselves and now and then with what the others have; not yet put together. */
function updatesOf(deeds: readonly Act[]): Uint8Array[] {
  const people = [7, 4_000_000_000, 1_234_567].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  for (const deed of deeds) {
    const ydoc = people[deed.who];
    if (ydoc) perform(ydoc, deed, people);
  }
  return people.map((ydoc) => Y.encodeStateAsUpdate(ydoc));
}

function documentOf(deeds: readonly Act[]): Y.Doc {
  const ydoc = new Y.Doc();
  for (const update of updatesOf(deeds)) Y.applyUpdate(ydoc, update);
  return ydoc;
}

function idOf(id: Y.ID | null | undefined): string | null {
  return id ? `${id.client}:${id.clock}` : null;
}

function placeOf(parent: Y.Item['parent']): string | null {
  if (!(parent instanceof Y.AbstractType)) return idOf(parent);
  const keys = [...parent._map.keys()].join();
  const own = parent._item ? idOf(parent._item.id) : Y.findRootTypeKey(parent);
  return `${own} ${parent._length} ${idOf(parent._start?.id)} ${keys}`;
}

/** Everything Yjs keeps of a document, as values that can be compared. */
function insideOf(ydoc: Y.Doc): unknown {
  const structs = [...ydoc.store.clients].map(([client, all]) => [
    client,
    all.map((struct) => {
      const common = [struct.constructor.name, idOf(struct.id), struct.length, struct.deleted];
      if (!(struct instanceof Y.Item)) return common;
      const { origin, rightOrigin, left, right, parent, parentSub, info, content, redone } = struct;
      const ids = [origin, rightOrigin, left?.id, right?.id, redone].map(idOf);
      const held = content instanceof Y.ContentType ? content.type.constructor.name : content.getContent();
      return [...common, ...ids, placeOf(parent), parentSub, info, content.constructor.name, held];
    }),
  ]);
  return { structs, pending: ydoc.store.pendingStructs, pendingDeletions: ydoc.store.pendingDs };
}

function expectSame(read: Y.Doc, plain: Y.Doc): void {
  for (const root of roots) expect(read.getMap(root).toJSON()).toEqual(plain.getMap(root).toJSON());
  expect(insideOf(read)).toEqual(insideOf(plain));
  expect(Y.encodeStateAsUpdate(read)).toEqual(Y.encodeStateAsUpdate(plain));
}

function readByYjs(update: Uint8Array): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, update);
  return ydoc;
}

test('DOC-18: a document is read as Yjs reads it, down to every item, and goes on as one that Yjs has read', () => {
  fc.assert(
    fc.property(acts, acts, fc.boolean(), (before, after, hasMet) => {
      // As a document leaves it, or as rows of a store are put together: then what lost to others is still whole.
      const update = hasMet ? Y.encodeStateAsUpdate(documentOf(before)) : Y.mergeUpdates(updatesOf(before));
      const [read, plain] = [readWhole(update, null), readByYjs(update)];
      expectSame(read, plain);
      // Edits of one's own and those of others meet what was read.
      for (const ydoc of [read, plain]) ydoc.clientID = 99;
      const others = [documentOf([...before, ...after])];
      for (const deed of after) for (const ydoc of [read, plain]) perform(ydoc, deed, others);
      expectSame(read, plain);
    }),
    { numRuns: 300 },
  );
});

test('DOC-18: what documents of this program do not hold is read by Yjs itself', () => {
  fc.assert(
    fc.property(acts, fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }), (deeds, places) => {
      const odd = places.map((at): Act => ({ who: 0, kind: 'odd', at, value: null }));
      const first: Act = { who: 0, kind: 'record', at: 1, value: 'a' };
      const update = Y.encodeStateAsUpdate(documentOf([first, ...deeds, ...odd]));
      expectSame(loadDocument([update], null), readByYjs(update));
    }),
    { numRuns: 50 },
  );
});

test('DOC-18: a part of a document waits for the rest, as with Yjs', () => {
  fc.assert(
    fc.property(acts, acts, (before, after) => {
      const [early, late] = [documentOf(before), documentOf([...before, ...after])];
      const rest = Y.encodeStateAsUpdate(late, Y.encodeStateVector(early));
      const [read, plain] = [loadDocument([rest], null), readByYjs(rest)];
      expectSame(read, plain);
      for (const ydoc of [read, plain]) Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(early));
      expectSame(read, plain);
    }),
    { numRuns: 50 },
  );
});

test('DOC-18: what is stored in pieces is the same document, whichever comes first', () => {
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(acts, order, (deeds, places) => {
      const pieces = updatesOf(deeds);
      const shuffled = places.map((place) => pieces[place] ?? Uint8Array.of(0, 0));
      const read = loadDocument(shuffled, null);
      const plain = readByYjs(Y.mergeUpdates(pieces));
      for (const root of roots) expect(read.getMap(root).toJSON()).toEqual(plain.getMap(root).toJSON());
      expect(Y.equalSnapshots(Y.snapshot(read), Y.snapshot(plain))).toBe(true);
      expect(read.store.pendingStructs).toBeNull();
    }),
    { numRuns: 100 },
  );
  expect(loadDocument([], null).share.size).toBe(0);
});

test('DOC-18: a map of the usual kinds needs nothing that is unforeseen', () => {
  const ydoc = new Y.Doc();
  ydoc.clientID = 1;
  const { entropy } = seededRandom(2);
  createJourneyDocument({ entropy, actor: 'somebody', ydoc, bundle: syntheticBundle(150) });
  const update = Y.encodeStateAsUpdate(ydoc);
  expect(insideOf(readWhole(update, null))).toEqual(insideOf(readByYjs(update)));
});
