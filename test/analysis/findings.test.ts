import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { sentenceOf } from '../../src/analysis/sentences';
import { english } from '../../src/analysis/sentences.en';
import { mapOf, type Sketch } from './mapOf';

/** The sentences of one kind of finding. */
function say(sketch: Sketch, kind: string, today?: string): readonly string[] {
  const journey = mapOf(sketch);
  const { findings } = analyse(journey, undefined, today === undefined ? {} : { today });
  return findings.filter((one) => one.kind === kind).map((one) => sentenceOf(one, journey, english));
}

const shop = {
  touchpoints: { a: { title: 'Order', at: 1 }, b: { title: 'Collect', at: 2 } },
  systems: { web: { name: 'Web shop' }, crm: { name: 'CRM' } },
  usages: { u: { touchpoint: 'a', system: 'web' } },
  transitions: { step: { from: 'a', to: 'b' } },
  parties: {
    brand: { name: 'Brand', function: 'marketing' },
    platform: { name: 'Platform', function: 'it' },
    agency: { name: 'Agency', function: 'external' },
    nobody: { name: 'Somebody' },
  },
} satisfies Sketch;

function owned(...roles: readonly (readonly [string, string, string])[]): Sketch {
  const assignments = roles.map(([party, subject, role]) => [
    `${party}-${subject}`,
    { party, subject, role },
  ]);
  return { ...shop, assignments: Object.fromEntries(assignments) };
}

test('OWN-4, OWN-5: one side answers, the other is nowhere', () => {
  const oneEach = owned(['brand', 'web', 'accountable'], ['platform', 'crm', 'accountable']);
  expect(say(oneEach, 'no-it-owner')).toEqual(['Brand answers for Web shop, but nobody from IT does.']);
  expect(say(oneEach, 'no-business-owner')).toEqual([
    'Platform answers for CRM, but nobody from the business does.',
  ]);
  const both = owned(
    ['brand', 'web', 'accountable'],
    ['platform', 'web', 'responsible'],
    ['platform', 'crm', 'accountable'],
    ['brand', 'crm', 'responsible'],
  );
  expect([...say(both, 'no-it-owner'), ...say(both, 'no-business-owner')]).toEqual([]);
});

test('OWN-4, OWN-5: nothing is said where nobody can say', () => {
  const oneSided = owned(['brand', 'web', 'accountable'], ['brand', 'crm', 'accountable']);
  expect(say(oneSided, 'no-it-owner')).toEqual([]);
  for (const other of ['agency', 'nobody']) {
    const unclear = owned(
      ['brand', 'web', 'accountable'],
      [other, 'web', 'responsible'],
      ['platform', 'crm', 'accountable'],
    );
    expect(say(unclear, 'no-it-owner'), other).toEqual([]);
  }
});

test('STA-2: official and of no use to any touchpoint', () => {
  const idle = { name: 'Old ERP', standing: 'sanctioned' };
  const withIdle = (rest: Sketch): Sketch => ({ ...shop, ...rest, systems: { ...shop.systems, idle } });
  expect(say(withIdle({}), 'not-used')).toEqual([
    'Old ERP is an official system, but no touchpoint uses it, directly or through another system.',
  ]);
  expect(say(withIdle({ usages: {} }), 'not-used')).toEqual([]);
  const through = { f: { from: 'web', to: 'crm' }, g: { from: 'idle', to: 'crm', status: 'planned' } };
  expect(say(withIdle({ dataFlows: through }), 'not-used')).toEqual([]);
  expect(say(withIdle({ dataFlows: { f: { from: 'b', to: 'idle' } } }), 'not-used')).toEqual([]);
  const part = { ...shop, systems: { ...shop.systems, idle: { ...idle, parent: 'web' } } };
  expect(say(part, 'not-used')).toEqual([]);
  const retired = { ...shop, systems: { ...shop.systems, idle: { ...idle, lifecycle: 'retired' } } };
  expect(say(retired, 'not-used')).toEqual([]);
});

test('STA-3: used and not in the catalogue, once there is one', () => {
  const source = { format: 'backstage', file: 'catalog.yaml', pointer: '#1', importedAt: 1 };
  const known = { name: 'CRM', reference: 'component:default/crm' };
  expect(say(shop, 'not-in-catalogue')).toEqual([]);
  expect(say({ ...shop, systems: { ...shop.systems, crm: known } }, 'not-in-catalogue')).toEqual([]);
  const imported = { ...shop, systems: { ...shop.systems, crm: { ...known, source } } };
  expect(say(imported, 'not-in-catalogue')).toEqual([
    '“Order” uses Web shop, which the imported catalogue does not know.',
  ]);
  const part = { web: { name: 'Web shop', parent: 'crm' }, crm: { ...known, source } };
  expect(say({ ...shop, systems: part }, 'not-in-catalogue')).toEqual([]);
});

const mail = { name: 'E-mail', personal: true, retention: 'two years' };

test('PRI-5: personal data used before it was captured, instead of unavailable', () => {
  const early = (item: object): Sketch => ({
    ...shop,
    touchpoints: {
      a: { title: 'Order', at: 1, dataNeeded: ['mail'] },
      b: { title: 'Collect', at: 2, dataCaptured: ['mail'] },
    },
    dataObjects: { mail: item as Record<string, unknown> },
  });
  expect(say(early(mail), 'used-before-captured')).toEqual([
    '“Order” already uses E-mail, which the customer gives only at “Collect”.',
  ]);
  expect(say(early(mail), 'unavailable')).toEqual([]);
  expect(say(early({ name: 'Stock' }), 'used-before-captured')).toEqual([]);
  expect(say(early({ name: 'Stock' }), 'unavailable')).toHaveLength(1);
  expect(say({ ...early(mail), transitions: {} }, 'used-before-captured')).toEqual([]);
});

test.each([
  ['EU', 'US', 1],
  ['EU', 'Germany', 0],
  ['eu-west-1', 'Ireland', 0],
  ['us-east-1', 'EU (Frankfurt)', 1],
  ['EU, US', 'us', 0],
  ['', 'US', 0],
  ['EU', '', 0],
])('PRI-6: from “%s” to “%s”', (from, to, count) => {
  const sketch: Sketch = {
    ...shop,
    systems: { web: { name: 'Web shop', region: from }, crm: { name: 'CRM', region: to } },
    dataObjects: { mail },
    dataFlows: { f: { from: 'web', to: 'crm', dataObjects: ['mail'] } },
  };
  const said = say(sketch, 'other-region');
  expect(said).toHaveLength(count);
  for (const sentence of said)
    expect(sentence).toBe(`Personal data (E-mail) leaves ${from} for ${to} on Web shop → CRM, into CRM.`);
  expect(say({ ...sketch, dataObjects: { mail: { ...mail, personal: false } } }, 'other-region')).toEqual([]);
});

test('PRI-7: personal data without a retention, where it is kept at all', () => {
  const keeps = (item: object, rest: Sketch): Sketch => ({
    ...shop,
    ...rest,
    dataObjects: { mail: item as Record<string, unknown> },
  });
  const open = { ...mail, retention: ' ' };
  const flow = { dataFlows: { f: { from: 'web', to: 'crm', dataObjects: ['mail'] } } };
  expect(say(keeps(open, flow), 'no-retention')).toEqual([
    'Nothing says how long to keep E-mail, and that is personal data.',
  ]);
  expect(say(keeps({ ...open, systemOfRecord: 'crm' }, {}), 'no-retention')).toHaveLength(1);
  expect(say(keeps(open, {}), 'no-retention')).toEqual([]);
  expect(say(keeps(mail, flow), 'no-retention')).toEqual([]);
  expect(say(keeps({ ...open, personal: false }, flow), 'no-retention')).toEqual([]);
});

const wish = {
  what: 'Orders at the till',
  subject: 'b',
  measure: 'fewer calls',
  dueOn: '2030-05-01',
  state: 'accepted',
};
const asked = (given: object): Sketch => ({ ...shop, requirements: { r: { ...wish, ...given } } });

test('REQ-1, REQ-2, REQ-3: what a requirement lacks', () => {
  expect(say(asked({ measure: '' }), 'requirement-without-measure')).toEqual([
    'The requirement “Orders at the till” does not say how one will see that it helped.',
  ]);
  for (const dueOn of [null, '', 'soon'])
    expect(say(asked({ dueOn }), 'requirement-without-date'), String(dueOn)).toHaveLength(1);
  expect(say(asked({ state: 'proposed' }), 'requirement-unanswered')).toEqual([
    'Nobody has answered the requirement “Orders at the till”, and nobody is named to.',
  ]);
  expect(say(asked({ state: 'proposed', answeredBy: 'platform' }), 'requirement-unanswered')).toEqual([
    'Platform has not answered the requirement “Orders at the till” yet.',
  ]);
  const kinds = ['requirement-without-measure', 'requirement-without-date', 'requirement-unanswered'];
  for (const kind of kinds) {
    expect(say(asked({}), kind), kind).toEqual([]);
    for (const state of ['declined', 'delivered'])
      expect(say(asked({ measure: '', dueOn: null, state }), kind), `${kind} ${state}`).toEqual([]);
  }
});

test('REQ-4: overdue only against a date that is given', () => {
  expect(say(asked({}), 'requirement-overdue')).toEqual([]);
  expect(say(asked({}), 'requirement-overdue', '2030-05-01')).toEqual([]);
  expect(say(asked({ answeredBy: 'platform' }), 'requirement-overdue', '2030-05-02')).toEqual([
    'The requirement “Orders at the till” was due on 1 May 2030, and Platform has not delivered it yet.',
  ]);
  expect(say(asked({ state: 'delivered' }), 'requirement-overdue', '2030-05-02')).toEqual([]);
});

test('MRG-2: what was added to something deleted already', () => {
  const merged = (createdAt: number | null): Sketch => ({
    ...shop,
    systems: { ...shop.systems, crm: { name: 'CRM', deletedAt: 50, deletedBy: 'x' } },
    usages: { ...shop.usages, late: { touchpoint: 'b', system: 'crm', createdAt } },
  });
  expect(say(merged(60), 'end-deleted')).toEqual([
    'Somebody deleted CRM before somebody else added a use to “Collect” that needs it.',
  ]);
  expect(say(merged(40), 'end-deleted')).toEqual([]);
  expect(say(merged(null), 'end-deleted')).toEqual([]);
  const unknownEnd = { ...shop, usages: { late: { touchpoint: 'b', system: 'gone', createdAt: 60 } } };
  expect(say(unknownEnd, 'end-deleted')).toEqual([]);
});
