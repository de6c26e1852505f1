import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { sentenceOf, sentenceOfTransition } from '../../src/analysis/sentences';
import { english } from '../../src/analysis/sentences.en';
import { mapOf, type Sketch } from './mapOf';

/** The sentences of one kind of finding. */
function say(sketch: Sketch, kind: string): readonly string[] {
  const journey = mapOf(sketch);
  const found = analyse(journey).findings.filter((one) => one.kind === kind);
  return found.map((one) => sentenceOf(one, journey, english));
}

const shop = {
  touchpoints: {
    a: { title: 'Pay', at: 1 },
    b: { title: 'Unbox at home', at: 2 },
    c: { title: 'Return an item', at: 3 },
  },
  systems: {
    oms: { name: 'Order management' },
    web: { name: 'Web shop' },
    pos: { name: 'Store tills (POS)' },
  },
  usages: {
    u1: { touchpoint: 'a', system: 'oms' },
    u2: { touchpoint: 'b', system: 'oms' },
    u3: { touchpoint: 'b', system: 'web' },
    u4: { touchpoint: 'c', system: 'pos' },
  },
  transitions: { first: { from: 'a', to: 'b' }, second: { from: 'b', to: 'c' } },
  dataObjects: {
    mail: { name: 'E-mail', personal: true, classification: 'confidential' },
    stock: { name: 'Stock' },
  },
} satisfies Sketch;
const withFlow = (given: object): Sketch => ({
  ...shop,
  dataFlows: { f: { from: 'oms', to: 'pos', ...given } },
});
const withTouchpoint = (id: 'a' | 'b' | 'c', given: object, rest: Sketch = shop): Sketch => ({
  ...rest,
  touchpoints: { ...rest.touchpoints, [id]: { ...rest.touchpoints?.[id], ...given } },
});

test('CON-10: a broken step names the systems between which no flow leads', () => {
  expect(say(shop, 'broken')).toEqual([
    'Nothing that is known at “Unbox at home” reaches Store tills (POS). No flow leads from Order management or Web shop to Store tills (POS).',
  ]);
});

test('CON-10, CON-17: late and by hand say how, and what will mend them', () => {
  expect(say(withFlow({ latency: 'daily' }), 'late')).toEqual([
    'What is known at “Unbox at home” reaches “Return an item” too late: Order management → Store tills (POS) delivers daily.',
  ]);
  expect(say(withFlow({ latency: 'by-hand' }), 'by-hand')).toHaveLength(1);
  const [sentence] = say(withFlow({ status: 'proposed' }), 'broken');
  expect(sentence).toMatch(/ It will be carried once Order management → Store tills \(POS\) is live\.$/u);
});

test('CON-7: a step that is well says how', () => {
  const journey = mapOf(shop);
  expect(sentenceOfTransition('first', analyse(journey), journey, english)).toBe(
    'What is known at “Pay” is there at “Unbox at home”: both use Order management.',
  );
});

test('CON-12: an item is asked again when no flow on the way carries it', () => {
  const needs = (rest: Sketch) =>
    withTouchpoint('a', { dataCaptured: ['mail'] }, withTouchpoint('c', { dataNeeded: ['mail'] }, rest));
  expect(say(needs(withFlow({})), 'asked-again')).toEqual([]);
  expect(say(needs(withFlow({ dataObjects: ['mail'], latency: 'by-hand' })), 'asked-again')).toEqual([]);
  expect(say(needs(withFlow({ dataObjects: ['stock'] })), 'asked-again')).toEqual([
    'The customer gave E-mail at “Pay”, but it does not reach Store tills (POS): at “Return an item” they are asked again.',
  ]);
  const nobodyKnows = needs({ ...shop, usages: { u4: shop.usages.u4 } });
  expect(say(nobodyKnows, 'asked-again')).toEqual([]);
});

test('CON-12: an item nobody upstream captures is unavailable', () => {
  expect(say(withTouchpoint('c', { dataNeeded: ['stock'] }), 'unavailable')).toEqual([
    '“Return an item” needs Stock, but nothing before it captures that.',
  ]);
  const captureAfter = withTouchpoint(
    'c',
    { dataCaptured: ['stock'] },
    withTouchpoint('a', { dataNeeded: ['stock'] }),
  );
  expect(say(captureAfter, 'unavailable')).toHaveLength(1);
});

test('CON-11: drop-outs lead nowhere, and a touchpoint is not upstream of itself', () => {
  const needs = withTouchpoint(
    'a',
    { dataCaptured: ['mail'] },
    withTouchpoint('c', { dataNeeded: ['mail'] }, withFlow({})),
  );
  expect(say(needs, 'unavailable')).toEqual([]);
  const left = {
    ...needs,
    transitions: { ...shop.transitions, second: { from: 'b', to: 'c', kind: 'drop-out' } },
  };
  expect(say(left, 'unavailable')).toHaveLength(1);
  const alone = withTouchpoint(
    'a',
    { dataCaptured: ['mail'] },
    { ...shop, transitions: { self: { from: 'a', to: 'a', kind: 'loop' } } },
  );
  expect(say(alone, 'asked-twice')).toEqual([]);
});

test('CON-13: asked twice on one path, once on a loop', () => {
  const twice = withTouchpoint(
    'a',
    { dataCaptured: ['mail'] },
    withTouchpoint('c', { dataCaptured: ['mail'] }),
  );
  const sentence = 'The customer is asked for E-mail twice: at “Pay” and again at “Return an item”.';
  expect(say(twice, 'asked-twice')).toEqual([sentence]);
  expect(
    say(
      { ...twice, transitions: { ...shop.transitions, back: { from: 'c', to: 'a', kind: 'loop' } } },
      'asked-twice',
    ),
  ).toEqual([sentence]);
  expect(say({ ...twice, transitions: { first: shop.transitions.first } }, 'asked-twice')).toEqual([]);
});

test('CON-14: the record arrives, the person is not recognised, unless something joins the keys', () => {
  const keyed = (rest: Sketch) =>
    withTouchpoint('b', { identityKey: 'account' }, withTouchpoint('c', { identityKey: 'email' }, rest));
  expect(say(keyed(withFlow({})), 'not-recognised')).toHaveLength(1);
  expect(say(keyed(withFlow({ identityKey: 'Email' })), 'not-recognised')).toEqual([]);
  expect(say(keyed(shop), 'not-recognised')).toEqual([]);
  const both = {
    ...withFlow({}),
    usages: { ...shop.usages, u5: { touchpoint: 'c', system: 'oms', access: 'writes' } },
  };
  expect(say(keyed(both), 'not-recognised')).toEqual([]);
});

test('OWN-1, OWN-2, MRG-1: nobody, and more than one', () => {
  const owned = {
    ...shop,
    parties: { p: { name: 'Brand', function: 'marketing' }, q: { name: 'Platform', function: 'it' } },
    assignments: Object.fromEntries(
      ['a', 'c', 'oms', 'web'].map((subject) => [
        `p-${subject}`,
        { party: 'p', subject, role: 'accountable' },
      ]),
    ),
  } satisfies Sketch;
  expect(say({ ...withFlow({}), ...owned }, 'no-owner')).toEqual([
    'Nobody is accountable for “Unbox at home”.',
    'Nobody is accountable for Store tills (POS).',
  ]);
  const two = {
    ...owned,
    assignments: { ...owned.assignments, q: { party: 'q', subject: 'a', role: 'accountable' } },
  };
  expect(say(two, 'several-owners')).toEqual([
    'Brand and Platform are each accountable for “Pay”; one has to be.',
  ]);
});

test('OWN-3, RANK-1: a hand-over at a tear ranks first', () => {
  const sketch: Sketch = {
    ...shop,
    parties: { p: { name: 'Brand', function: 'marketing' }, q: { name: 'Stores', function: 'operations' } },
    assignments: {
      x: { party: 'p', subject: 'b', role: 'accountable' },
      y: { party: 'q', subject: 'c', role: 'accountable' },
    },
  };
  const journey = mapOf(sketch);
  const { findings } = analyse(journey);
  expect(findings.slice(0, 2).map((one) => one.kind)).toEqual(['hand-over', 'broken']);
  expect(say(sketch, 'hand-over')).toEqual([
    'Between “Unbox at home” and “Return an item” the customer is handed from marketing to operations, and here the story breaks.',
  ]);
});

test('STA-1: systems IT does not stand behind, where they are used', () => {
  const standing = (oms: string) => ({
    ...shop,
    systems: { ...shop.systems, oms: { name: 'Order management', standing: oms } },
  });
  expect(say(standing('shadow'), 'not-sanctioned')).toEqual([
    'Order management is not sanctioned, and “Pay” and “Unbox at home” depend on it.',
  ]);
  expect(say(standing('unknown'), 'not-sanctioned')).toEqual([]);
  expect(say({ ...standing('shadow'), usages: {} }, 'not-sanctioned')).toEqual([]);
});

test('PRI-1, PRI-2, PRI-3, PRI-4: personal data on flows; the count is of flows', () => {
  const systems = {
    ...shop.systems,
    pos: { name: 'Store tills (POS)', standing: 'shadow', clearedFor: 'internal' },
  };
  const risky = { ...withFlow({ dataObjects: ['mail', 'stock'] }), systems };
  for (const kind of ['no-lawful-basis', 'no-purpose', 'into-not-sanctioned', 'not-cleared'])
    expect(say(risky, kind), kind).toHaveLength(1);
  expect(analyse(mapOf(risky)).counts.personalDataRisks).toBe(1);
  const fine = withFlow({ dataObjects: ['mail'], lawfulBasis: 'contract', purpose: 'Delivery' });
  expect(analyse(mapOf(fine)).counts.personalDataRisks).toBe(0);
  expect(analyse(mapOf({ ...withFlow({ dataObjects: ['stock'] }), systems })).counts.personalDataRisks).toBe(
    0,
  );
});
