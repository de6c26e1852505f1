import { describe, expect, test } from 'vitest';
import { stationDrops } from '../../src/canvas/light/stationDrops';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { reachOf, type ReachList } from '../../src/panels/reach/reachOf';
import { isReachable, showReach, type Reach } from '../../src/store/reach';
import { createViewStore, everyFinding } from '../../src/store/view';
import { buildMap } from '../support/mapBuilder';

const map = buildMap((m) => {
  m.party('Platform', 'it');
  m.persona('Ada');
  m.dataObject('Mail', { personal: true, systemOfRecord: 'Hub' });
  m.touchpoint('Sign up', { at: 0, channels: ['Web'] })
    .uses('Shop')
    .captures('Mail');
  m.touchpoint('Pay', { at: 1 }).uses('Gateway').after('Sign up');
  m.touchpoint('Collect', { at: 2 }).uses('Tills', 'reads').needs('Mail').after('Pay');
  m.system('Hub', { owner: 'Platform' });
  m.system('Alone');
  m.flow('Shop', 'Hub', { data: ['Mail'], name: 'sign-ups' });
  m.flow('Hub', 'Tills', { data: ['Mail'], lawfulBasis: 'contract' });
});
const journey = map.journey();

function listOf(kind: Reach['record']['kind'], name: string, mode: Reach['mode'] = 'dependents'): ReachList {
  const list = reachOf(journey, { record: { kind, id: map.id(name, kind) }, mode });
  if (!list) throw new Error('it is on the map');
  return list;
}
const linesOf = ({ groups }: ReachList) =>
  groups.map(({ title, rows }) => [title, rows.map(({ name, detail }) => `${name}: ${detail}`)]);

describe('LIT-5: what depends on something', () => {
  test('is listed by distance, nearest first, with the way there', () => {
    expect(linesOf(listOf('systems', 'Shop'))).toEqual([
      ['1 step away', ['sign-ups: directly', 'Sign up: directly']],
      ['2 steps away', ['Hub: by way of sign-ups', 'Ada: by way of Sign up']],
      ['3 steps away', ['Hub → Tills: by way of sign-ups → Hub']],
      ['4 steps away', ['Tills: by way of sign-ups → Hub']],
      ['5 steps away', ['Collect: by way of sign-ups → Hub → Tills']],
    ]);
  });

  test('is said in a sentence', () => {
    expect(listOf('systems', 'Shop').summary).toBe(
      '2 touchpoints, 2 systems, 2 data flows, and 1 persona depend on it, up to 5 steps away.',
    );
  });

  test('is lit with the steps between lit touchpoints, and with what was asked about', () => {
    const { lit } = reachOf(journey, {
      record: { kind: 'dataFlows', id: map.flowId('Shop', 'Hub') },
      mode: 'dependents',
    }) as ReachList;
    expect(lit).toContain(map.id('Collect'));
    expect(lit).not.toContain(map.transitionId('Pay', 'Collect'));
    const party = listOf('parties', 'Platform').lit;
    expect(party).toContain(map.id('Platform'));
    expect(party).toContain(map.id('Hub'));
  });

  test('is empty where nothing depends on it, and null where it is gone', () => {
    const { groups, summary } = listOf('systems', 'Alone');
    expect(groups).toEqual([]);
    expect(summary).toBe('');
    expect(reachOf(journey, { record: { kind: 'systems', id: 'gone' }, mode: 'dependents' })).toBeNull();
  });

  test('drop-lines join lit touchpoints and lit systems only', () => {
    const geometry = layoutJourney(journey);
    const drops = stationDrops(geometry, listOf('systems', 'Shop').lit);
    const xs = [...drops.matchAll(/M([\d.-]+),/g)].map(([, x]) => Number(x));
    expect(xs).toEqual(
      [map.id('Sign up'), map.id('Collect')].map((id) => geometry.cardById.get(id)?.centerX),
    );
  });
});

describe('LIT-6: the way of a data object', () => {
  const list = listOf('dataObjects', 'Mail', 'lineage');

  test('runs from first capture over systems and flows to last use', () => {
    expect(list.summary).toBe('First captured at “Sign up”, last used at “Collect”.');
    expect(linesOf(list)).toEqual([
      ['Becomes known at', ['Sign up: Web']],
      ['Kept in', ['Shop: where it is captured', 'Hub: 1 hop on · system of record', 'Tills: 2 hops on']],
      [
        'Travels on',
        ['sign-ups: Shop → Hub · no lawful basis', 'Hub → Tills: Hub → Tills · lawful basis: Contract'],
      ],
      ['Used at', ['Collect: ']],
    ]);
  });

  test('marks personal data, and where nothing allows it to travel', () => {
    const marks = list.groups.find(({ id }) => id === 'travels')?.rows.map(({ mark }) => mark);
    expect(marks).toEqual(['no-basis', 'personal']);
  });
});

test('a data object shows its way first, everything else what depends on it; the list of findings makes room', () => {
  const view = createViewStore({ findings: everyFinding });
  showReach(view, { kind: 'dataObjects', id: 'd' });
  expect(view.getState()).toMatchObject({ reach: { mode: 'lineage' }, findings: null });
  showReach(view, { kind: 'systems', id: 's' });
  expect(view.getState().reach?.mode).toBe('dependents');
  expect(isReachable({ kind: 'stages', id: 'x' })).toBe(false);
  expect(isReachable(undefined)).toBe(false);
});
