import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedKeys, patchedMap } from '../../src/model/patchedMap';

const key = fc.nat({ max: 40 }).map((number) => `k${number}`);
const change = fc.tuple(key, fc.option(fc.nat({ max: 3 }), { nil: undefined }));
const step = fc.record({
  changes: fc.array(change, { maxLength: 8 }),
  /** Which of the maps made so far is changed: also one that others were made of already. */
  of: fc.nat({ max: 20 }),
});

/** Large enough to be patched and not copied. */
const large = Array.from({ length: 3_000 }, (_, number): [string, number] => [`other${number}`, number]);

test('DOC-9 a patched map is the map a copy would be, and tells what differs from any other', () => {
  fc.assert(
    fc.property(fc.constantFrom([], large), fc.array(step, { maxLength: 12 }), (base, steps) => {
      const maps: ReadonlyMap<string, number>[] = [new Map(base)];
      const copies: Map<string, number>[] = [new Map(base)];
      for (const { changes, of } of steps) {
        const copy = new Map(copies[of % copies.length]);
        for (const [id, value] of changes) {
          if (value === undefined) copy.delete(id);
          else copy.set(id, value);
        }
        copies.push(copy);
        maps.push(patchedMap(maps[of % maps.length] ?? new Map(), new Map(changes)));
      }
      for (const [index, map] of maps.entries()) {
        const copy = copies[index] ?? new Map<string, number>();
        expect(map.size).toBe(copy.size);
        expect([...map].filter(([id, value]) => copy.get(id) !== value)).toEqual([]);
        expect(new Set(map.keys()).size).toBe(copy.size);
        expect([...map.values()]).toEqual([...map].map(([, value]) => value));
        expect([...copy].filter(([id, value]) => !map.has(id) || map.get(id) !== value)).toEqual([]);
        const other = index >> 1;
        const first = copies[other] ?? new Map<string, number>();
        const differs = [...new Set([...first.keys(), ...copy.keys()])].filter(
          (id) => first.get(id) !== copy.get(id),
        );
        expect([...changedKeys(maps[other] ?? new Map(), map)].sort()).toEqual(differs.sort());
      }
    }),
    { numRuns: 25 },
  );
});

test('DOC-9 many changes one after the other end in the same map as all at once', () => {
  let map: ReadonlyMap<string, number> = new Map(large);
  for (let number = 0; number < 1_200; number++) {
    map = patchedMap(map, new Map([[`other${number}`, number % 3 === 0 ? undefined : -number]]));
  }
  expect(map.size).toBe(2_600);
  expect([map.get('other0'), map.get('other1'), map.get('other2999')]).toEqual([undefined, -1, 2_999]);
});

test('DOC-9 many changes at once, and others after them, end in the same map as in a copy', () => {
  const huge = Array.from({ length: 16_000 }, (_, number): [string, number] => [`other${number}`, number]);
  const copy = new Map(huge);
  let map: ReadonlyMap<string, number> = new Map(huge);
  for (const [first, count] of [
    [0, 300],
    [200, 1_500],
    [900, 3],
    [10_000, 5_000],
  ] as const) {
    const changes = new Map<string, number | undefined>();
    for (let number = first; number < first + count; number++)
      changes.set(`other${number * 2}`, number % 3 === 0 ? undefined : -number);
    const before = map;
    map = patchedMap(map, changes);
    const differs = new Set([...changes].filter(([id, value]) => before.get(id) !== value).map(([id]) => id));
    expect(changedKeys(before, map)).toEqual(differs);
    for (const [id, value] of changes) {
      if (value === undefined) copy.delete(id);
      else copy.set(id, value);
    }
    expect(map.size).toBe(copy.size);
    expect([...map.keys()].sort()).toEqual([...copy.keys()].sort());
    expect([...copy].filter(([id, value]) => map.get(id) !== value)).toEqual([]);
  }
});
