import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse';
import { withTrial, type Trial } from '../../../src/analysis/trial';
import { resolve, type Journey } from '../../../src/model/resolve';
import type { JudgeAnswer, JudgeRequest } from '../../../src/store/backgroundAnalysis';
import { judged } from '../../../src/store/judged';
import { singleEdits } from '../../bench/compute/singleEdits';
import { syntheticJourney } from '../../bench/syntheticMap';
import { arbitraryEdits, edited } from '../arbitraryEdits';
import { arbitraryMap } from '../arbitraryMap';
import { mapOf } from '../mapOf';
import { directBackground } from './directBackground';

const switched = fc.array(fc.constantFrom('s0', 's1', 's2', 'f0', 'f1', 'f2', 'gone'), { maxLength: 3 });
const arbitraryTrial: fc.Arbitrary<Trial | null> = fc.option(
  fc.record({
    off: switched,
    on: switched,
    added: fc.constantFrom([], [{ id: 'new', from: 's0', to: 's1', dataObjects: [] }]),
  }),
);

/** Long lists are compared as text, which takes a hundredth of the time; only what differs is looked into. */
function expectSame(found: readonly unknown[], wanted: readonly unknown[]): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

function byKey<V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function expectAsHere({ request, current, trial }: JudgeAnswer): void {
  const here = analyse(resolve(request.journey.tables), undefined, { today: request.today });
  const then =
    request.trial === null
      ? null
      : analyse(resolve(request.drawn.tables), undefined, { today: request.today });
  for (const [found, wanted] of [
    [current, here],
    [trial, then],
  ] as const) {
    expect(found === null).toBe(wanted === null);
    if (found === null || wanted === null) continue;
    const { analysis, findingsByRecord } = found;
    expectSame(analysis.findings, wanted.findings);
    expectSame([...analysis.continuity.judgements], [...wanted.continuity.judgements]);
    expect(analysis.continuity.score).toEqual(wanted.continuity.score);
    expect(analysis.counts).toEqual(wanted.counts);
    expectSame(analysis.open, wanted.open);
    expect(analysis.accepted).toEqual(wanted.accepted);
    expect([...analysis.returned]).toEqual([...wanted.returned]);
    expectSame(byKey(findingsByRecord), byKey(judged(wanted, null).findingsByRecord));
  }
}

test(
  'BG-1: after any edits and trials what comes from elsewhere is what would be found here',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(
        arbitraryMap,
        arbitraryMap,
        fc.array(fc.tuple(arbitraryEdits, arbitraryTrial), { minLength: 1, maxLength: 6 }),
        (sketch, otherSketch, rounds) => {
          const other = mapOf(otherSketch);
          let journey = mapOf(sketch);
          const { ask } = directBackground();
          for (const [edits, trial] of rounds) {
            const drawn = trial ? withTrial(journey, trial) : journey;
            expectAsHere(ask({ journey, trial, drawn, today: '2026-06-01' }));
            journey = edits.reduce((map, one) => edited(map, other, one), journey);
          }
        },
      ),
      { numRuns: 200 },
    );
  },
);

test('BG-1: so it is after every kind of edit of a map that is large', { timeout: 120_000 }, () => {
  const journey = syntheticJourney(1_600, 3, { systems: 200, flows: 800, hubs: 10 });
  const { ask } = directBackground();
  const asked = (map: Journey): JudgeRequest => ({ journey: map, trial: null, drawn: map, today: null });
  expectAsHere(ask(asked(journey)));
  for (const { make } of singleEdits) expectAsHere(ask(asked(make(journey))));
});

test('BG-3: an edit is sent and answered as what it changes, whatever the size of the map', () => {
  const journey = syntheticJourney(1_600, 3, { systems: 200, flows: 800, hubs: 10 });
  const { ask, said } = directBackground();
  const asked = (map: Journey): JudgeRequest => ({ journey: map, trial: null, drawn: map, today: null });
  const first = ask(asked(journey));
  expect(said.every((message) => message.type === 'judged' || message.news.length < 1_000_000)).toBe(true);
  const renamed = singleEdits.find(({ name }) => name === 'touchpoint: title');
  if (!renamed) throw new Error('there is no such edit');
  said.length = 0;
  const second = ask(asked(renamed.make(journey)));
  expect(said.map(({ type }) => type)).toEqual(['judged']);
  expect(second.current.analysis.findings).toBe(first.current.analysis.findings);
  expect(second.current.analysis.continuity).toBe(first.current.analysis.continuity);
  expect(second.current.findingsByRecord).toBe(first.current.findingsByRecord);
});
