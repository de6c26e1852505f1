import { describe, expect, test } from 'vitest';
import { mergeRecords, planMerge } from '../../src/commands/mergeRecords';
import { undo } from '../../src/commands/undoRedo';
import { updateMap } from '../../src/commands/updateMap';
import type { RecordRef } from '../../src/model/kinds';
import { whereUsed } from '../../src/model/whereUsed';
import { openTestMap } from '../canvas/openTestMap';

function open() {
  const { map, built } = openTestMap((m) => {
    m.party('Sales', 'sales').party('Retail IT', 'it');
    m.system('CRM', { aliases: ['Customer base'], owner: 'Sales', tags: ['core'] });
    m.system('Salesforce', {
      vendor: 'Acme',
      aliases: ['SF', 'crm '],
      owner: ['Sales', 'Retail IT'],
      tags: ['cloud'],
    });
    m.system('Tills', { parent: 'Salesforce' });
    m.touchpoint('Browse').uses('CRM', 'reads');
    m.touchpoint('Pay').uses('CRM', 'reads').uses('Salesforce', 'writes');
    m.touchpoint('Collect').uses('Salesforce').captures('Order');
    m.flow('CRM', 'Salesforce').flow('Salesforce', 'Tills', { data: ['Order'] });
    m.dataObject('Order', { systemOfRecord: 'Salesforce' });
  });
  const [crm, salesforce] = [built.id('CRM', 'systems'), built.id('Salesforce', 'systems')];
  return {
    map,
    built,
    crm,
    salesforce,
    merge: { kind: 'systems', keep: crm, others: [salesforce] } as const,
  };
}

/** What a map says, without ids and times of its own. */
function said(map: ReturnType<typeof open>['map']) {
  const { systems, usages, dataFlows, assignments, dataObjects } = map.journey();
  return JSON.stringify([systems.all, usages.all, dataFlows.all, assignments.all, dataObjects.all]);
}

describe('BULK-2: two systems that are one', () => {
  test('whatever named the other names the one that stays; what would be said twice goes', () => {
    const { map, built, crm, merge } = open();
    expect(mergeRecords.run(map, merge)).toEqual({ ok: true, value: crm });
    const { systems, usages, dataFlows, assignments, dataObjects, dangling } = map.journey();
    expect(systems.all.map(({ name }) => name)).toEqual(['CRM', 'Tills']);
    expect(
      usages.all.map(({ touchpoint, system, access }) => [touchpoint, system, access]).toSorted(),
    ).toEqual(
      [
        [built.id('Browse'), crm, 'reads'],
        [built.id('Pay'), crm, 'both'],
        [built.id('Collect'), crm, null],
      ].toSorted(),
    );
    expect(dataFlows.all.map(({ from, to }) => [from, to])).toEqual([[crm, built.id('Tills', 'systems')]]);
    expect(assignments.all.map(({ party, subject }) => [party, subject]).toSorted()).toEqual([
      [built.id('Retail IT'), crm],
      [built.id('Sales'), crm],
    ]);
    expect(dataObjects.all[0]?.systemOfRecord).toBe(crm);
    expect(systems.byId.get(built.id('Tills', 'systems'))?.parent).toBe(crm);
    expect(dangling).toEqual([]);
  });

  test('names become other names, empty fields are filled, sets are joined', () => {
    const { map, crm, merge } = open();
    mergeRecords.run(map, merge);
    expect(map.journey().systems.byId.get(crm)).toMatchObject({
      name: 'CRM',
      vendor: 'Acme',
      aliases: ['Customer base', 'SF', 'Salesforce'],
      tags: ['cloud', 'core'],
    });
  });

  test('is one step of undo', () => {
    const { map, merge } = open();
    const before = said(map);
    mergeRecords.run(map, merge);
    expect(said(map)).not.toBe(before);
    undo.run(map);
    expect(said(map)).toBe(before);
    expect(undo.run(map).ok).toBe(false);
  });

  test('does exactly what its preview says', () => {
    const { map, merge } = open();
    const plan = planMerge(map.journey(), merge);
    const count = (all: readonly RecordRef[] | undefined, kind: string) =>
      all?.filter((one) => one.kind === kind).length;
    expect(count(plan?.dropped, 'dataFlows')).toBe(1);
    expect(count(plan?.dropped, 'usages')).toBe(1);
    expect(count(plan?.dropped, 'assignments')).toBe(1);
    expect(plan?.filled).toMatchObject({ vendor: 'Acme' });
    mergeRecords.run(map, merge);
    for (const { kind, id } of plan?.dropped ?? []) expect(map.journey()[kind].byId.has(id)).toBe(false);
    for (const { kind, id, patch } of plan?.repointed ?? [])
      expect(map.journey()[kind].byId.get(id)).toMatchObject(patch);
  });

  test('parties: roles and the owner of the experience go to the one that stays', () => {
    const { map, built } = open();
    const [sales, it] = [built.id('Sales'), built.id('Retail IT')];
    updateMap.run(map, { patch: { experienceOwner: it } });
    mergeRecords.run(map, { kind: 'parties', keep: sales, others: [it] });
    expect(map.journey().map.experienceOwner).toBe(sales);
    expect(map.journey().assignments.all.every(({ party }) => party === sales)).toBe(true);
    undo.run(map);
    expect(map.journey().map.experienceOwner).toBe(it);
  });

  test('makes no sense alone, with itself, or with what is gone', () => {
    const { map, crm } = open();
    const systems = { kind: 'systems', keep: crm } as const;
    expect(mergeRecords.run(map, { ...systems, others: [] }).ok).toBe(false);
    expect(mergeRecords.run(map, { ...systems, others: [crm] }).ok).toBe(false);
    expect(mergeRecords.run(map, { ...systems, others: ['gone'] })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });
});

test('BULK-3: a record is used wherever it is named', () => {
  const { map, built, salesforce } = open();
  const users = whereUsed(map.journey(), salesforce);
  const kindsOf = users.map(({ kind }) => kind);
  expect(kindsOf.filter((kind) => kind === 'usages')).toHaveLength(2);
  expect(kindsOf.filter((kind) => kind === 'dataFlows')).toHaveLength(2);
  expect(kindsOf.filter((kind) => kind === 'assignments')).toHaveLength(2);
  expect(users).toContainEqual({ kind: 'dataObjects', id: built.id('Order') });
  expect(users).toContainEqual({ kind: 'systems', id: built.id('Tills', 'systems') });
  expect(whereUsed(map.journey(), 'nobody')).toEqual([]);
});

test('BULK-4: what thousands use is merged without comparing each use with every other', () => {
  const uses = 3_000;
  const { map, built } = openTestMap((m) => {
    m.system('CRM').system('Salesforce');
    for (let n = 0; n < uses; n++)
      m.touchpoint(`Step ${n}`).uses('CRM', 'reads').uses('Salesforce', 'writes');
  });
  const [keep, other] = [built.id('CRM', 'systems'), built.id('Salesforce', 'systems')];
  const journey = map.journey();
  let read = 0;
  const all = new Proxy(journey.usages.all, {
    get: (list, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) read++;
      return Reflect.get(list, name) as unknown;
    },
  });
  const plan = planMerge(
    { ...journey, usages: { ...journey.usages, all } },
    { kind: 'systems', keep, others: [other] },
  );
  expect(plan?.dropped).toHaveLength(uses);
  expect(plan?.repointed).toHaveLength(uses);
  expect(read).toBeLessThan(20 * uses);
});
