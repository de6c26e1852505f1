import { describe, expect, test } from 'vitest';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { analyse } from '../../src/analysis/analyse';
import { scoreParts, type ScorePart } from '../../src/analysis/scoreParts';
import { acceptFinding } from '../../src/commands/acceptFinding';
import { filterFindings } from '../../src/panels/findings/filterFindings';
import { everyFinding } from '../../src/store/view';
import { openTestMap } from '../canvas/openTestMap';
import { buildMap } from '../support/mapBuilder';

/** Ana's way is carried, then torn; Ben's is torn; nobody's systems are named in the last stage. */
function journeyOfTwo() {
  return openTestMap((m) => {
    m.persona('Ana').persona('Ben');
    m.ruler('IT', { order: 'b' }).ruler('Customer', { order: 'a' });
    m.stage('Get', 1.5, 3.2, { ruler: 'Customer' }).stage('Buy', 0, 1.4, { ruler: 'Customer' });
    m.stage('Later', 3.5, 6, { ruler: 'IT' }).stage('Nowhere', 20, 30, { ruler: 'IT' }).stage('Loose', 0, 9);
    m.touchpoint('Browse', { at: 0 }).uses('Shop');
    m.touchpoint('Pay', { at: 1 }).uses('Shop').after('Browse');
    m.touchpoint('Collect', { at: 2 }).uses('Tills').after('Pay', { personas: [] });
    m.touchpoint('Ship', { at: 3 }).uses('Carrier');
    m.transition('Pay', 'Ship', { personas: ['Ben'] });
    m.flow('Shop', 'Carrier', { latency: 'by-hand' });
    m.touchpoint('Unbox', { at: 4 }).after('Ship', { personas: ['Ben'] });
  });
}

const numbers = ({ score, open, accepted }: ScorePart) => ({
  value: score.value,
  of: `${score.known}/${score.counted}`,
  open: [open.broken, open.late, open['by-hand']],
  accepted,
});

describe('scores of parts', () => {
  test('CON-19, CON-20: the map, every persona, every stage of every ruler in order, each with its own counts', () => {
    const { map, built } = journeyOfTwo();
    const parts = scoreParts(analyse(map.journey()));
    expect(numbers(parts.map)).toEqual({ value: 1 / 3, of: '3/4', open: [1, 0, 1], accepted: 0 });
    const [ana, ben] = ['Ana', 'Ben'].map((name) =>
      parts.personas.find(({ scope }) => scope.persona === built.id(name)),
    );
    expect(ana && numbers(ana)).toEqual({ value: 1 / 2, of: '2/2', open: [1, 0, 0], accepted: 0 });
    expect(ben && numbers(ben)).toEqual({ value: 1 / 3, of: '3/4', open: [1, 0, 1], accepted: 0 });
    expect(parts.rulers.map(({ ruler }) => ruler)).toEqual([built.id('Customer'), built.id('IT')]);
    const [customer, it] = parts.rulers.map(({ stages }) => stages.map(({ scope }) => scope.stage));
    expect(customer).toEqual(['Buy', 'Loose', 'Get'].map((name) => built.id(name)));
    expect(it).toEqual(['Later', 'Nowhere'].map((name) => built.id(name)));
    expect(parts.rulers[0]?.stages.map(numbers)).toEqual([
      { value: 1, of: '1/1', open: [0, 0, 0], accepted: 0 },
      { value: 1 / 3, of: '3/4', open: [1, 0, 1], accepted: 0 },
      { value: 0, of: '2/2', open: [1, 0, 1], accepted: 0 },
    ]);
  });

  test('CON-20: where nothing can be judged there is no score, neither 0 nor 100', () => {
    const { map } = journeyOfTwo();
    const stages = scoreParts(analyse(map.journey())).rulers[1]?.stages ?? [];
    expect(stages.map(numbers)).toEqual([
      { value: null, of: '0/1', open: [0, 0, 0], accepted: 0 },
      { value: null, of: '0/0', open: [0, 0, 0], accepted: 0 },
    ]);
    const empty = scoreParts(analyse(buildMap(() => undefined).journey()));
    expect(empty).toMatchObject({ map: { score: { value: null } }, personas: [], rulers: [] });
  });

  test('CON-20: what is accepted is counted apart, and the score stays what it is', () => {
    const { map } = journeyOfTwo();
    const broken = analyse(map.journey()).open.find(({ kind }) => kind === 'broken');
    if (!broken) throw new Error('nothing is broken');
    const words = { reason: 'known', until: null, acceptedBy: 'me' };
    acceptFinding.run(map, { ...acceptanceOf(broken, map.journey()), ...words });
    const parts = scoreParts(analyse(map.journey()));
    expect(numbers(parts.map)).toEqual({ value: 1 / 3, of: '3/4', open: [0, 0, 1], accepted: 1 });
  });

  test('CON-21: each number is that of the list it opens', () => {
    const analysis = analyse(journeyOfTwo().map.journey());
    const { map, personas, rulers } = scoreParts(analysis);
    for (const { scope, open } of [map, ...personas, ...rulers.flatMap(({ stages }) => stages)]) {
      for (const kind of ['broken', 'late', 'by-hand'] as const) {
        const filter = { persona: scope.persona ?? null, stage: scope.stage ?? null, kinds: [kind] };
        const listed = filterFindings(analysis, { ...everyFinding, ...filter }).findings;
        expect(listed, `${kind} ${JSON.stringify(scope)}`).toHaveLength(open[kind]);
      }
    }
  });
});
