import { expect, test } from 'vitest';
import { mergeStages, nextStage } from '../../src/commands/mergeStages';
import { splitPlace, splitStage } from '../../src/commands/splitStage';
import { undo } from '../../src/commands/undoRedo';
import { stagesAt } from '../../src/model/resolve';
import { openTestMap } from '../canvas/openTestMap';

function claim() {
  const { map, built } = openTestMap((m) => {
    m.ruler('Customer').ruler('Process');
    m.party('Claims', 'operations').party('Brand', 'marketing');
    for (const [title, at] of [
      ['Crash', 0],
      ['Report', 1],
      ['Photos', 2],
      ['Paid', 3],
    ] as const)
      m.touchpoint(title, { at });
    m.stage('Shock', 0, 1.5, { ruler: 'Customer', description: 'It hurts', owner: 'Claims' });
    m.stage('Limbo', 2, 3, { ruler: 'Customer', description: 'Nobody calls', owner: 'Brand' });
    m.stage('Notice', 0, 3, { ruler: 'Process' });
    m.record('requirements', 'r', { subject: m.id('Limbo'), what: 'Call back' });
  });
  const spans = () => map.journey().stages.all.map(({ name, start, end }) => `${name} ${start}–${end}`);
  const stage = (name: string) => {
    const found = map.journey().stages.byId.get(built.id(name));
    if (!found) throw new Error(`no stage ${name}`);
    return found;
  };
  const inside = (title: string) =>
    stagesAt(map.journey(), map.journey().touchpoints.byId.get(built.id(title))?.at ?? -1).map(
      ({ name }) => name,
    );
  return { map, built, spans, stage, inside };
}

test('STG-1: a stage is split in two that meet, on its ruler, in one step of undo', () => {
  const { map, spans, stage, inside } = claim();
  const notice = stage('Notice');
  const made = splitStage.run(map, { id: notice.id, at: 1.5, name: 'Check' });
  if (!made.ok) throw new Error(made.reason);
  expect(spans()).toEqual(['Notice 0–1.5', 'Shock 0–1.5', 'Check 1.5–3', 'Limbo 2–3']);
  expect(map.journey().stages.byId.get(made.value)?.ruler).toBe(notice.ruler);
  expect(inside('Report')).toEqual(['Notice', 'Shock']);
  expect(inside('Photos')).toEqual(['Check', 'Limbo']);
  expect(map.journey().touchpoints.all).toHaveLength(4);
  undo.run(map);
  expect(spans()).toEqual(['Shock 0–1.5', 'Notice 0–3', 'Limbo 2–3']);
});

test('STG-1: it is cut between the touchpoints in its middle, else in the middle', () => {
  const { map, stage } = claim();
  expect(splitPlace(map.journey(), stage('Notice'))).toBe(1.5);
  expect(splitPlace(map.journey(), { start: 0.5, end: 2.5 })).toBe(1.5);
  expect(splitPlace(map.journey(), { start: 5, end: 9 })).toBe(7);
  expect(splitPlace(map.journey(), { start: 2.9, end: 4 }), 'one touchpoint at its edge').toBe(3.45);
});

test('STG-1: a part without length is refused, and so is a stage that is gone', () => {
  const { map, stage, spans } = claim();
  const before = spans();
  const { id } = stage('Limbo');
  expect(splitStage.run(map, { id, at: 2.1, name: '' })).toEqual({ ok: false, reason: 'invalid' });
  expect(splitStage.run(map, { id, at: 9, name: '' })).toEqual({ ok: false, reason: 'invalid' });
  expect(splitStage.run(map, { id: 'gone', at: 1, name: '' })).toEqual({ ok: false, reason: 'not-found' });
  expect(spans()).toEqual(before);
});

test('STG-2: merged stages span the gap and keep what was said of each', () => {
  const { map, built, spans, stage } = claim();
  const [shock, limbo] = [stage('Shock').id, stage('Limbo').id];
  const merged = mergeStages.run(map, { ids: [limbo, shock], name: 'Shock & Limbo' });
  expect(merged).toEqual({ ok: true, value: shock });
  expect(spans()).toEqual(['Notice 0–3', 'Shock & Limbo 0–3']);
  const now = map.journey();
  expect(now.stages.byId.get(shock)?.description).toBe('It hurts\n\nNobody calls');
  expect(now.relations.ownersBySubject.get(shock)?.map(({ name }) => name)).toEqual(['Brand', 'Claims']);
  expect(now.requirements.all.map(({ subject }) => subject)).toEqual([shock]);
  expect(now.dangling).toEqual([]);
  undo.run(map);
  expect(spans()).toEqual(['Shock 0–1.5', 'Notice 0–3', 'Limbo 2–3']);
  expect(map.journey().requirements.all.map(({ subject }) => subject)).toEqual([built.id('Limbo')]);
});

test('STG-2: alone, a stage is merged with the next of its ruler', () => {
  const { map, stage } = claim();
  expect(nextStage(map.journey(), stage('Shock'))?.name).toBe('Limbo');
  expect(nextStage(map.journey(), stage('Limbo'))).toBeNull();
  expect(mergeStages.run(map, { ids: [stage('Shock').id], name: '' })).toEqual({
    ok: false,
    reason: 'nothing-to-do',
  });
  expect(mergeStages.run(map, { ids: ['gone'], name: '' })).toEqual({ ok: false, reason: 'not-found' });
});
