import { describe, expect, test } from 'vitest';
import { assignRole } from '../../src/commands/assignRole';
import { attachSystem } from '../../src/commands/attachSystem';
import type { CommandContext } from '../../src/commands/command';
import { createNamed } from '../../src/commands/createNamed';
import { undo } from '../../src/commands/undoRedo';
import { updateRecord } from '../../src/commands/updateRecord';
import { createJourneyDocument } from '../../src/doc/seed';
import { resolve } from '../../src/model/resolve';
import { seededEntropy } from '../support/testNetwork';

const touchpoints = ['pay', 'collect', 'return'];

function openMap(): CommandContext {
  const document = createJourneyDocument({ entropy: seededEntropy(7), actor: 'me' });
  document.change('make', (writer) => {
    for (const id of touchpoints) writer.create('touchpoints', { title: id }, id);
    writer.create('parties', { name: 'Stores' }, 'stores');
    writer.create('assignments', { party: 'stores', subject: 'pay', role: 'accountable' }, 'a1');
  });
  return { document, journey: () => resolve(document.readTables()) };
}

describe('one gesture is one step of undo', () => {
  test('a system made by its name for several touchpoints', () => {
    const map = openMap();
    for (const touchpoint of touchpoints) attachSystem.run(map, { touchpoint, name: 'Till', gesture: 'g' });
    expect(map.journey().systems.all.map(({ name }) => name)).toEqual(['Till']);
    expect(map.journey().usages.all).toHaveLength(3);
    undo.run(map);
    expect(map.journey().systems.all).toEqual([]);
    expect(map.journey().usages.all).toEqual([]);
  });

  test('one owner for several touchpoints, whoever owned them before', () => {
    const map = openMap();
    assignRole.run(map, { subject: touchpoints, role: 'accountable', replace: true, name: 'Retail IT' });
    const owners = (subject: string): readonly string[] =>
      (map.journey().relations.ownersBySubject.get(subject) ?? []).map(({ name }) => name);
    expect(touchpoints.map(owners)).toEqual([['Retail IT'], ['Retail IT'], ['Retail IT']]);
    undo.run(map);
    expect(touchpoints.map(owners)).toEqual([['Stores'], [], []]);
    expect(map.journey().parties.all.map(({ name }) => name)).toEqual(['Stores']);
  });

  test('a data object made by its name and what it was made for', () => {
    const map = openMap();
    const made = createNamed.run(map, { kind: 'dataObjects', name: 'Order', gesture: 'g' });
    expect(made.ok).toBe(true);
    const [order] = map.journey().dataObjects.all;
    updateRecord.run(map, {
      kind: 'touchpoints',
      id: 'pay',
      patch: { dataCaptured: [order?.id ?? ''] },
      gesture: 'g',
    });
    expect(map.journey().touchpoints.byId.get('pay')?.dataCaptured).toEqual([order?.id]);
    undo.run(map);
    expect(map.journey().touchpoints.byId.get('pay')?.dataCaptured).toEqual([]);
    expect(map.journey().dataObjects.all).toEqual([]);
  });

  test('BULK-4: many get an owner or a system in one change, which everybody else hears of once', () => {
    const map = openMap();
    let changes = 0;
    map.document.observe(() => void changes++);
    assignRole.run(map, {
      subject: [...touchpoints, 'gone'],
      role: 'accountable',
      replace: true,
      name: 'IT',
    });
    attachSystem.run(map, { touchpoint: 'collect', name: 'Till' });
    const till = map.journey().systems.all[0]?.id ?? '';
    const done = attachSystem.run(map, { touchpoint: ['gone', ...touchpoints], name: 'till' });
    expect(changes).toBe(3);
    const { relations, parties, usages } = map.journey();
    expect(parties.all.map(({ name }) => name)).toEqual(['IT', 'Stores']);
    expect(touchpoints.map((id) => relations.ownersBySubject.get(id)?.map(({ name }) => name))).toEqual([
      ['IT'],
      ['IT'],
      ['IT'],
    ]);
    expect(usages.all.map(({ touchpoint }) => touchpoint).toSorted()).toEqual(touchpoints.toSorted());
    expect(done).toMatchObject({ ok: true, value: { system: till } });
    expect(attachSystem.run(map, { touchpoint: touchpoints, system: till }).ok).toBe(true);
    expect(changes).toBe(3);
    undo.run(map);
    expect(map.journey().usages.all).toHaveLength(1);
    expect(assignRole.run(map, { subject: [], role: 'accountable', party: 'stores' }).ok).toBe(false);
  });

  test('without a gesture each is a step of its own', () => {
    const map = openMap();
    for (const touchpoint of touchpoints) attachSystem.run(map, { touchpoint, name: 'Till' });
    undo.run(map);
    expect(map.journey().usages.all).toHaveLength(2);
  });
});
