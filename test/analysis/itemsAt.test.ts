import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { identityThread } from '../../src/analysis/identityThread';
import { itemsAt, type ItemAt } from '../../src/analysis/itemsAt';
import { buildMap } from '../support/mapBuilder';
import { arbitraryMap } from './arbitraryMap';
import { mapOf } from './mapOf';

const built = buildMap((m) => {
  for (const item of ['Order', 'Size', 'Colour', 'Mail']) m.dataObject(item);
  m.touchpoint('Pay', { identityKey: 'e-mail' }).uses('Shop').captures('Order').captures('Size');
  m.touchpoint('Confirm', { identityKey: 'Account' }).uses('Hub').captures('Size').after('Pay');
  m.touchpoint('Collect', { identityKey: 'loyalty number' }).uses('Tills').after('Confirm');
  m.touchpoint('Collect').needs('Order').needs('Size').needs('Colour');
  m.touchpoint('Ask').needs('Order').after('Confirm');
  m.flow('Shop', 'Hub', { data: ['Order', 'Mail'], identityKey: 'account' });
  m.flow('Hub', 'Tills', { data: ['Order'] });
});
const analysis = analyse(built.journey());
const said = ({ item, state, knownAt, route, missingIn }: ItemAt) =>
  [
    item,
    state,
    knownAt ?? '–',
    ...(route?.systems ?? []),
    ...missingIn.map((system) => `not in ${system}`),
  ].map((word) => word.replace(/\w+:/u, ''));
const at = (name: string, over?: string) =>
  itemsAt(analysis, built.id(name), over === undefined ? undefined : built.id(over)).map(said);

test('DATA-1: at a touchpoint each item it needs arrives by a named way, is asked again, or is captured by nobody', () => {
  expect(at('Collect')).toEqual([
    ['Order', 'carried', 'Pay', 'Shop', 'Hub', 'Tills'],
    ['Size', 'asked-again', 'Pay', 'not in Tills'],
    ['Colour', 'unavailable', '–'],
  ]);
  expect(at('Confirm')).toEqual([['Size', 'asked-twice', 'Pay']]);
  expect(at('Ask')).toEqual([['Order', 'unclear', 'Pay']]);
  expect(itemsAt(analysis, 'gone')).toEqual([]);
});

test('DATA-2: over a step only what becomes known before it', () => {
  expect(at('Collect', 'Confirm')).toEqual(at('Collect'));
  const two = buildMap((m) => {
    m.dataObject('Name');
    m.touchpoint('A').uses('X').captures('Name');
    m.touchpoint('B').uses('Y');
    m.touchpoint('C').uses('X').needs('Name').after('A');
    m.transition('B', 'C');
  });
  const both = analyse(two.journey());
  expect(itemsAt(both, two.id('C'), two.id('A')).map(({ state }) => state)).toEqual(['carried']);
  expect(itemsAt(both, two.id('C'), two.id('B'))).toEqual([]);
});

test('DATA-3: on any map it says of items exactly what the findings say', () => {
  const kinds = ['asked-again', 'asked-twice', 'unavailable', 'used-before-captured'];
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const all = analyse(mapOf(sketch));
      const found = all.findings
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, facts }) => {
          const { item, to, at: place } = facts as { item: string; to?: string; at?: string };
          return `${kind} ${item} ${to ?? place}`;
        });
      const told = all.journey.touchpoints.all.flatMap(({ id }) =>
        itemsAt(all, id).map(({ item, state }) => `${state} ${item} ${id}`),
      );
      expect(told.filter((one) => one.startsWith('other-way'))).toEqual([]);
      const accused = told.filter((one) => !/^(?:carried|unclear) /u.test(one));
      expect(accused.sort()).toEqual(found.sort());
    }),
    { numRuns: 200 },
  );
});

test('DATA-4: who the customer is along a step, what joins the two keys, and where nobody is recognised', () => {
  const thread = (from: string, to: string) => identityThread(analysis, built.transitionId(from, to));
  expect(thread('Pay', 'Confirm')).toMatchObject({
    state: 'joined',
    fromKey: 'e-mail',
    toKey: 'Account',
    joinedBy: { kind: 'dataFlows', id: built.flowId('Shop', 'Hub') },
    along: [
      { system: built.id('Shop'), keys: ['e-mail'] },
      { system: built.id('Hub'), keys: ['Account'] },
    ],
  });
  expect(thread('Confirm', 'Collect')).toMatchObject({ state: 'not-recognised', joinedBy: null });
  expect(thread('Confirm', 'Ask')).toBeNull();
});

test('DATA-4: on any map a thread is torn exactly where a finding says so, and what is joined names what joins it', () => {
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const all = analyse(mapOf(sketch));
      for (const { id } of all.journey.transitions.all) {
        const thread = identityThread(all, id);
        const isFound = all.findings.some(
          ({ kind, records }) => kind === 'not-recognised' && records[0]?.id === id,
        );
        expect(thread?.state === 'not-recognised', id).toBe(isFound);
        if (thread?.state === 'joined') expect(thread.joinedBy, id).not.toBeNull();
      }
    }),
    { numRuns: 200 },
  );
});
