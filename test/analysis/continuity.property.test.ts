import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { judgeContinuity } from '../../src/analysis/judgeContinuity';
import { sentenceOf, sentenceOfTransition } from '../../src/analysis/sentences';
import { english } from '../../src/analysis/sentences.en';
import type { Verdict } from '../../src/analysis/verdict';
import { flowLatencies } from '../../src/model/records/dataFlow';
import { routeOf } from '../../src/analysis/routeOf';
import { bruteForceContinuity } from '../support/bruteForceContinuity';
import { bruteForceData, bruteForceIdentity } from '../support/bruteForceData';
import { arbitraryMap, arbitrarySystemFlow } from './arbitraryMap';
import { mapOf, type Sketch } from './mapOf';

const badness: readonly Verdict[] = ['carried', 'late', 'by-hand', 'broken'];

function verdictsOf(sketch: Sketch): ReadonlyMap<string, Verdict> {
  const { judgements } = judgeContinuity(mapOf(sketch));
  return new Map([...judgements].map(([id, { verdict }]) => [id, verdict]));
}

/** No verdict of `after` is worse than that of `before`, and what is unknown or not counted stays so. */
function expectNoneWorse(before: ReadonlyMap<string, Verdict>, after: ReadonlyMap<string, Verdict>): void {
  for (const [id, verdict] of before) {
    const then = after.get(id) ?? 'unknown';
    if (badness.includes(verdict))
      expect(badness.indexOf(then), `${id}: ${verdict} → ${then}`).toBeLessThanOrEqual(
        badness.indexOf(verdict),
      );
    else expect(then).toBe(verdict);
  }
}

/** Printed with the test, so that any run can be had again: `SEED=… npx vitest run test/analysis`. */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const maps = 10_000;

test(`CON-1 … CON-10: agrees with trying every path on ${maps} random maps, seed ${seed}`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const journey = mapOf(sketch);
      const { judgements } = judgeContinuity(journey);
      const brute = bruteForceContinuity(journey);
      expect(judgements.size).toBe(brute.size);
      for (const [id, judgement] of judgements) {
        const { verdict, from, slowestLatency: latency } = judgement;
        const route = routeOf(journey, judgement);
        expect({ verdict, from, latency, systems: route?.systems ?? null }, id).toEqual(brute.get(id));
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        route?.flows.forEach((flow, hop) => {
          const { from: start, to } = journey.dataFlows.byId.get(flow) ?? { from: null, to: null };
          expect([start, to]).toEqual(route.systems.slice(hop, hop + 2));
        });
      }
    }),
    { numRuns: maps, seed },
  );
  for (const verdict of [...badness, 'unknown', 'not-counted'])
    expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(100);
});

const dataKinds = ['asked-again', 'asked-twice', 'unavailable', 'used-before-captured'];

test(`CON-11 … CON-14, PRI-5: data and persons agree with trying everything, seed ${seed}`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const journey = mapOf(sketch);
      const { findings, continuity } = analyse(journey);
      const said = findings.filter(({ kind }) => dataKinds.includes(kind));
      const ids = said.map(({ id, records }) => [id, records[2]?.id].filter(Boolean).join(' '));
      expect(ids.sort()).toEqual(bruteForceData(journey));
      const judged = [...continuity.judgements.values()].flatMap((judgement) => {
        const { transition, from } = judgement;
        const to = journey.transitions.byId.get(transition)?.to ?? null;
        return routeOf(journey, judgement) === null || from === null || to === null
          ? []
          : [{ transition, from, to }];
      });
      const unrecognised = findings.filter(({ kind }) => kind === 'not-recognised').map(({ id }) => id);
      expect(unrecognised.sort()).toEqual(bruteForceIdentity(journey, judged));
      for (const { kind } of findings) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }),
    { numRuns: maps, seed },
  );
  for (const kind of [...dataKinds, 'not-recognised']) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(5);
});

test('CON-16: adding a live flow between systems never worsens a verdict; taking it away never betters one', () => {
  fc.assert(
    fc.property(arbitraryMap, arbitrarySystemFlow, (sketch, flow) => {
      expectNoneWorse(
        verdictsOf(sketch),
        verdictsOf({ ...sketch, dataFlows: { ...sketch.dataFlows, added: flow } }),
      );
    }),
    { numRuns: 600 },
  );
});

test('CON-16: a flow that becomes slower never turns late into carried, nor betters anything', () => {
  fc.assert(
    fc.property(
      arbitraryMap,
      arbitrarySystemFlow,
      fc.nat({ max: 5 }),
      fc.nat({ max: 5 }),
      (sketch, flow, a, b) => {
        const at = (rank: number): ReadonlyMap<string, Verdict> =>
          verdictsOf({
            ...sketch,
            dataFlows: {
              ...sketch.dataFlows,
              added: { ...flow, pattern: null, latency: flowLatencies[rank] },
            },
          });
        expectNoneWorse(at(Math.max(a, b)), at(Math.min(a, b)));
      },
    ),
    { numRuns: 600 },
  );
});

test('CON-16: renaming, reordering and moving stages changes no verdict', () => {
  fc.assert(
    fc.property(arbitraryMap, fc.integer({ min: 0, max: 9 }), (sketch, start) => {
      const renamed = <T>(records: Readonly<Record<string, T>>): Record<string, T> =>
        Object.fromEntries(
          Object.entries(records).map(([id, one], index) => [
            id,
            { ...one, name: `${9 - index}`, title: `${9 - index}` },
          ]),
        );
      const reversed = <T>(records: Readonly<Record<string, T>>): Record<string, T> =>
        Object.fromEntries(Object.entries(records).reverse());
      const changed: Sketch = {
        ...sketch,
        touchpoints: renamed(sketch.touchpoints),
        systems: reversed(renamed(sketch.systems)),
        dataFlows: reversed(sketch.dataFlows),
        usages: sketch.usages,
        transitions: reversed(sketch.transitions),
        stages: { stage: { name: 'Anywhere', start, end: start + 3 } },
      };
      expect(new Map([...verdictsOf(changed)].sort())).toEqual(new Map([...verdictsOf(sketch)].sort()));
    }),
    { numRuns: 600 },
  );
});

test('CON-17: once everything named is live, the verdict is at least what was promised', () => {
  let promises = 0;
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const all = judgeContinuity(mapOf(sketch)).judgements;
      for (const { transition, wouldBe, verdict } of all.values()) {
        if (!wouldBe) continue;
        promises++;
        const everything = judgeContinuity(mapOf(withEverythingLive(sketch))).judgements.get(transition);
        expect(everything?.verdict).toBe(wouldBe.verdict);
        expect(wouldBe.verdict).not.toBe(verdict);
        expect(wouldBe.once.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1500 },
  );
  expect(promises).toBeGreaterThan(50);
});

function withEverythingLive(sketch: Sketch): Sketch {
  const live = (records: Sketch['systems'], field: string) =>
    Object.fromEntries(
      Object.entries(records ?? {}).map(([id, one]) => [
        id,
        one[field] === 'retired' ? one : { ...one, [field]: 'live' },
      ]),
    );
  return {
    ...sketch,
    systems: live(sketch.systems, 'lifecycle'),
    dataFlows: live(sketch.dataFlows, 'status'),
  };
}

test('every map has an analysis, every finding its own id and a whole sentence', () => {
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const journey = mapOf(sketch);
      const analysis = analyse(journey);
      const ids = analysis.findings.map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      const said = analysis.findings.map((one) => sentenceOf(one, journey, english));
      said.push(
        ...journey.transitions.all.map(({ id }) => sentenceOfTransition(id, analysis, journey, english)),
      );
      for (const sentence of said) {
        expect(sentence).toMatch(/^\S.*\.$/u);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}/u);
      }
    }),
    { numRuns: 500 },
  );
});
