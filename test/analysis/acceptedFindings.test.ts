import { describe, expect, test } from 'vitest';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { analyse, type Analysis } from '../../src/analysis/analyse';
import { digestFacts } from '../../src/analysis/factsDigest';
import type { Journey } from '../../src/model/resolve';
import { buildMap, editRecord, removeRecord } from '../support/mapBuilder';
import { everyKind } from './everyKind';
import { mapOf } from './mapOf';

const today = '2026-03-10';

/** Ordering is carried to the tills only at night; the survey has no way at all. */
function shop() {
  return buildMap((m) => {
    m.party('Brand', 'marketing');
    m.stage('Buy', 0, 2);
    m.touchpoint('Order', { at: 1, owner: 'Brand' }).uses('Web shop');
    m.touchpoint('Collect', { at: 2, owner: 'Brand' })
      .uses('Tills')
      .after('Order', { customerTime: 'hours' });
    m.touchpoint('Rate', { at: 3, owner: 'Brand' }).uses('Survey').after('Collect');
    m.flow('Web shop', 'Tills', { latency: 'daily' });
  });
}

function accepting(m: ReturnType<typeof shop>, id: string, until: string | null = null): Journey {
  const journey = m.journey();
  const finding = analyse(journey).findings.find((one) => one.id === id);
  if (!finding) throw new Error(`no finding ${id}`);
  const words = { reason: 'Until the new till', until, acceptedBy: 'Ada', createdAt: 5 };
  m.record('acceptances', id, { ...acceptanceOf(finding, journey), ...words });
  return m.journey();
}

const idsOf = (list: Analysis['open']) => list.map(({ id }) => id);
const acceptedIn = (journey: Journey, day: string | null = today): readonly string[] =>
  idsOf(analyse(journey, undefined, { today: day }).accepted.map(({ finding }) => finding));
const returnedIn = (journey: Journey): readonly (readonly [string, string])[] =>
  [...analyse(journey, undefined, { today }).returned].map(([id, { because }]) => [id, because] as const);

describe('ACC-1: an accepted finding', () => {
  const m = shop();
  const broken = `broken:${m.transitionId('Collect', 'Rate')}`;
  const before = analyse(m.journey(), undefined, { today });
  const after = analyse(accepting(m, broken), before, { today });

  test('is listed apart and not counted as open', () => {
    expect(idsOf(after.open)).toEqual(idsOf(before.open).filter((id) => id !== broken));
    expect(after.accepted).toMatchObject([{ finding: { id: broken }, acceptance: { acceptedBy: 'Ada' } }]);
    expect(before.counts.broken).toBe(1);
    expect(after.counts).toEqual({ ...before.counts, broken: 0 });
  });

  test('changes no verdict, no score and no finding', () => {
    expect(after.continuity).toBe(before.continuity);
    expect(after.findings).toEqual(before.findings);
  });

  test('costs nothing where nothing is accepted', () => {
    expect(before.open).toBe(before.findings);
  });
});

describe('ACC-2: an acceptance without its finding', () => {
  const m = shop();
  const step = m.transitionId('Collect', 'Rate');
  const journey = accepting(m, `broken:${step}`);

  test('of a deleted record says nothing and holds again once it is restored', () => {
    const deleted = removeRecord(journey, 'transitions', step);
    expect(acceptedIn(deleted)).toEqual([]);
    expect(returnedIn(deleted)).toEqual([]);
    const restored = editRecord(deleted, 'transitions', step, { deletedAt: null });
    expect(acceptedIn(restored)).toEqual([`broken:${step}`]);
  });

  test('of a kind this program does not know says nothing', () => {
    const strange = editRecord(journey, 'acceptances', journey.acceptances.all[0]?.id ?? '', {
      finding: 'from-the-future',
    });
    expect(acceptedIn(strange)).toEqual([]);
    expect(analyse(strange).open).toHaveLength(analyse(strange).findings.length);
  });
});

describe('ACC-3: the facts under a finding', () => {
  const late = (m: ReturnType<typeof shop>): string => `late:${m.transitionId('Order', 'Collect')}`;

  test('are the same after renaming, moving stages and touchpoints along, and adding what is not on the way', () => {
    const m = shop();
    const journey = accepting(m, late(m));
    const renamed = editRecord(journey, 'systems', m.id('Web shop'), { name: 'AAA' });
    const moved = editRecord(renamed, 'stages', m.id('Buy'), { name: 'Other', start: 1.5, end: 9 });
    const placed = editRecord(moved, 'touchpoints', m.id('Collect'), { at: 2.5, offset: 1, title: 'Fetch' });
    expect(acceptedIn(placed)).toEqual([late(m)]);
    expect(returnedIn(placed)).toEqual([]);
  });

  test('are the same whichever of equally good routes is named', () => {
    const m = shop();
    m.touchpoint('Call', { at: 4 }).uses('Desk').after('Order', { customerTime: 'minutes' });
    for (const hub of ['Hub one', 'Hub two']) {
      m.flow('Web shop', hub, { latency: 'daily' });
      m.flow(hub, 'Desk', { latency: 'daily' });
    }
    const id = `late:${m.transitionId('Order', 'Call')}`;
    const journey = accepting(m, id);
    const renamed = editRecord(journey, 'systems', m.id('Hub two'), { name: 'A hub' });
    const systemsBetween = (on: Journey) =>
      analyse(on).continuity.judgements.get(m.transitionId('Order', 'Call'))?.tornRoute?.systems;
    expect(systemsBetween(renamed)).not.toEqual(systemsBetween(journey));
    expect(acceptedIn(renamed)).toEqual([id]);
  });

  test('are the same whichever of several predecessors is named', () => {
    const m = buildMap((map) => {
      map.touchpoint('A', { at: 1 }).uses('One');
      map.touchpoint('B', { at: 1 }).uses('Two');
      map.touchpoint('Walk', { at: 2, noSystemNeeded: true }).after('A').after('B');
      map.touchpoint('Shop', { at: 3 }).uses('Till').after('Walk');
    });
    const id = `broken:${m.transitionId('Walk', 'Shop')}`;
    const renamed = editRecord(accepting(m, id), 'touchpoints', m.id('A'), { title: 'Z' });
    expect(acceptedIn(renamed)).toEqual([id]);
  });

  test.each([
    [
      'a slower flow',
      (j: Journey, m: ReturnType<typeof shop>) =>
        editRecord(j, 'dataFlows', m.flowId('Web shop', 'Tills'), { latency: 'weekly' }),
    ],
    [
      'less time of the customer',
      (j: Journey, m: ReturnType<typeof shop>) =>
        editRecord(j, 'transitions', m.transitionId('Order', 'Collect'), { customerTime: 'minutes' }),
    ],
    [
      'another system at an end',
      (j: Journey, m: ReturnType<typeof shop>) =>
        editRecord(j, 'usages', m.usageId('Rate', 'Survey'), { touchpoint: m.id('Collect') }),
    ],
  ])('are others after %s', (_what, change) => {
    const m = shop();
    expect(returnedIn(change(accepting(m, late(m)), m))).toEqual([[late(m), 'facts']]);
  });

  test('tell every finding from every other', () => {
    const journey = mapOf(everyKind);
    const digest = digestFacts(journey);
    const { findings } = analyse(journey, undefined, { today: '2031-01-02' });
    const digests = findings.map((finding) => digest(finding));
    expect(new Set(digests).size).toBe(findings.length);
    for (const one of digests) expect(one).toMatch(/^[0-9a-f]{16}$/u);
  });
});

test('ACC-2: every kind of finding can be accepted', () => {
  const journey = mapOf(everyKind);
  const now = { today: '2031-01-02' };
  const { findings } = analyse(journey, undefined, now);
  const acceptances = Object.fromEntries(
    findings.map((finding, i) => [`accepted${i}`, { ...acceptanceOf(finding, journey), reason: 'Known' }]),
  );
  const after = analyse(mapOf({ ...everyKind, acceptances }), undefined, now);
  expect(after.open).toEqual([]);
  expect(after.accepted.map(({ finding }) => finding.id)).toEqual(idsOf(findings));
  expect(Object.values(after.counts).every((count) => count === 0)).toBe(true);
});

describe('ACC-4: coming back', () => {
  test('the day after the last one, and not without a date of today', () => {
    const m = shop();
    const id = `broken:${m.transitionId('Collect', 'Rate')}`;
    const journey = accepting(m, id, today);
    expect(acceptedIn(journey, today)).toEqual([id]);
    expect(acceptedIn(journey, null)).toEqual([id]);
    expect(acceptedIn(journey, '2026-03-11')).toEqual([]);
    expect(analyse(journey, undefined, { today: '2026-03-11' }).returned.get(id)).toMatchObject({
      because: 'date',
      acceptance: { acceptedBy: 'Ada', reason: 'Until the new till' },
    });
  });

  test('facts that become again what they were are accepted again', () => {
    const m = shop();
    const id = `late:${m.transitionId('Order', 'Collect')}`;
    const journey = accepting(m, id);
    const slower = editRecord(journey, 'dataFlows', m.flowId('Web shop', 'Tills'), { latency: 'weekly' });
    const first = analyse(journey, undefined, { today });
    const second = analyse(slower, first, { today });
    expect(second.returned.get(id)?.because).toBe('facts');
    expect(second.counts.late).toBe(1);
    const back = editRecord(slower, 'dataFlows', m.flowId('Web shop', 'Tills'), { latency: 'daily' });
    const third = analyse(back, second, { today });
    expect(third.returned.size).toBe(0);
    expect(idsOf(third.accepted.map(({ finding }) => finding))).toEqual([id]);
  });
});

test('KEEP-2: what is accepted keeps its identity through edits elsewhere', () => {
  const m = shop();
  const journey = accepting(m, `broken:${m.transitionId('Collect', 'Rate')}`);
  const first = analyse(journey, undefined, { today });
  const edited = editRecord(journey, 'usages', m.usageId('Order', 'Web shop'), { access: 'writes' });
  const second = analyse(edited, first, { today });
  expect(second.accepted).toBe(first.accepted);
  expect(second.open).toBe(first.open);
});
