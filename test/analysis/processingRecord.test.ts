import { describe, expect, test } from 'vitest';
import { processingRecord, type ProcessingActivity } from '../../src/analysis/processingRecord';
import { buildMap, type MapBuilder } from '../support/mapBuilder';

const m = buildMap((map) => {
  map.map({ experienceOwner: 'Customer office' });
  map.party('Shop', 'marketing', { contact: 'shop@example.org' });
  map.persona('Regular', { order: 'a' }).persona('Guest', { order: 'b' });
  map.dataObject('Order', { personal: true, category: 'user.order', retention: '10 years' });
  map.dataObject('Allergies', { specialCategory: true });
  map.dataObject('Stock', {});
  map.system('Shop system', {
    vendor: 'Acme',
    region: 'Frankfurt',
    hosting: 'Cloud',
    clearedFor: 'internal',
  });
  map.system('Mailer', { region: 'US-east', vendor: 'Post Inc.' });
  map.system('Till', {});
  map.touchpoint('Pay', { at: 0, owner: 'Shop', personas: ['personas:Guest'] }).captures('Order');
  map.usage('Pay', 'Shop system', 'writes', { purpose: 'Fulfil the order' });
  map.touchpoint('Taste', { at: 1 }).captures('Allergies');
  map.touchpoint('Look', { at: 2 }).captures('Stock');
  map.flow('Shop system', 'Mailer', {
    data: ['Order'],
    purpose: ' fulfil  the ORDER',
    lawfulBasis: 'contract',
  });
  map.flow('Shop system', 'Till', { data: ['Order', 'Stock'] });
  map.flow('Mailer', 'Till', { data: ['Order'], status: 'planned', purpose: 'Later' });
  map.flow('Till', 'Mailer', { data: ['Stock'], purpose: 'Count' });
});

function activities(of: MapBuilder = m): readonly ProcessingActivity[] {
  return processingRecord(of.journey());
}

function activity(place: number): ProcessingActivity {
  const found = activities()[place];
  if (!found) throw new Error(`there is no activity ${place}`);
  return found;
}

describe('the record of processing activities', () => {
  test('PRO-1 lists where personal data is processed today, and nothing else', () => {
    const sources = activities().flatMap((one) => one.sources.map(({ id }) => id));
    expect(sources).toEqual([
      m.usageId('Pay', 'Shop system'),
      m.flowId('Shop system', 'Mailer'),
      m.id('Taste'),
      m.flowId('Shop system', 'Till'),
    ]);
    expect(processingRecord(buildMap(() => undefined).journey())).toEqual([]);
  });

  test('PRO-2 joins sources of one purpose, and leaves each without one on its own', () => {
    expect(activities().map((one) => one.purposes.values)).toEqual([['Fulfil the order'], [], []]);
    expect(activity(0).purposes.notStated).toEqual([]);
    expect(activity(1).purposes.notStated).toEqual([
      { record: { kind: 'touchpoints', id: m.id('Taste') }, field: 'systems' },
    ]);
    expect(activity(2).purposes.notStated).toEqual([
      { record: { kind: 'dataFlows', id: m.flowId('Shop system', 'Till') }, field: 'purpose' },
    ]);
  });

  test('PRO-3 names who answers, with contact; the experience owner where nobody is named; nobody at all as a gap', () => {
    expect(activity(0).answering.values).toEqual(['Shop (shop@example.org)']);
    expect(activity(1).answering.values).toEqual(['Customer office']);
    const bare = buildMap((map) => {
      map.dataObject('Order', { personal: true });
      map.touchpoint('Pay').captures('Order').uses('Till');
    });
    expect(activities(bare)[0]?.answering).toEqual({
      values: [],
      notStated: [{ record: { kind: 'touchpoints', id: bare.id('Pay') }, field: 'owner' }],
    });
  });

  test('PRO-4 names the personas concerned; a touchpoint without any is for all', () => {
    expect(activity(0).dataSubjects.values).toEqual(['Guest']);
    expect(activity(1).dataSubjects.values).toEqual(['Regular', 'Guest']);
    expect(activity(2).dataSubjects.values).toEqual(['Guest']);
  });

  test('PRO-5 names data with its category, and what Art. 9 protects once more', () => {
    expect(activity(0).data.values).toEqual(['Order (user.order)']);
    expect(activity(0).specialCategories).toEqual([]);
    expect(activity(1).specialCategories).toEqual(['Allergies']);
  });

  test('PRO-6 names recipients, and transfers out of the European Economic Area; an unknown region is not “none”', () => {
    expect(activity(0).recipients.values).toEqual(['Mailer (Post Inc.)', 'Shop system (Acme)']);
    expect(activity(0).transfers).toEqual({ values: ['US (Mailer)'], notStated: [] });
    expect(activity(2).transfers).toEqual({
      values: [],
      notStated: [{ record: { kind: 'systems', id: m.id('Till') }, field: 'region' }],
    });
    expect(activity(1).recipients.notStated).toHaveLength(1);
  });

  test('PRO-7 and PRO-8 give time limits and measures, and say where one is missing', () => {
    expect(activity(0).timeLimits).toEqual({ values: ['Order: 10 years'], notStated: [] });
    expect(activity(1).timeLimits.notStated).toEqual([
      { record: { kind: 'dataObjects', id: m.id('Allergies') }, field: 'retention' },
    ]);
    expect(activity(0).measures.values).toEqual([
      { system: 'Shop system', hosting: 'Cloud', clearedFor: 'internal' },
    ]);
    expect(activity(0).measures.notStated).toEqual([
      { record: { kind: 'systems', id: m.id('Mailer') }, field: 'clearedFor' },
    ]);
  });

  test('PRO-9 gives the lawful bases of the flows', () => {
    expect(activity(0).lawfulBases).toEqual({ values: ['contract'], notStated: [] });
    expect(activity(1).lawfulBases.notStated[0]?.field).toBe('lawfulBasis');
    expect(activity(2).lawfulBases.notStated[0]?.record.kind).toBe('dataFlows');
  });
});
