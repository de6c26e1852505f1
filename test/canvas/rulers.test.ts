import { expect, test } from 'vitest';
import { NodeAdaptor } from '../../src/canvas/adaptor/canvasNodes';
import { showNextRuler, showRuler } from '../../src/canvas/rulers/showRulers';
import { mergeSelectedStages, splitSelectedStage } from '../../src/canvas/rulers/stageCommands';
import { derivedOf } from '../../src/store/derived';
import { openTestMap } from './openTestMap';

function twoRulers() {
  const { map, built } = openTestMap((m) => {
    m.ruler('Customer', { order: 'A' }).ruler('Process', { order: 'B' });
    m.touchpoint('Report', { at: 1 });
    m.stage('Shock', 0, 1.5, { ruler: 'Customer' });
    m.stage('Limbo', 2, 3, { ruler: 'Customer' });
    m.stage('Notice', 0, 3, { ruler: 'Process' });
  });
  const { geometry } = derivedOf(map.mirror).store.getState();
  const drawn = (selected: readonly string[] = []) =>
    new NodeAdaptor()
      .toNodes(geometry, new Set(selected), map.view.getState().hiddenRulers)
      .filter(({ type }) => type === 'stage')
      .map(({ id }) => map.journey().stages.byId.get(id)?.name);
  return { map, built, drawn };
}

test('STG-3: rulers are shown together, alone in turn, and together again', () => {
  const { map, drawn } = twoRulers();
  const turns = [drawn()];
  for (let turn = 0; turn < 3; turn++) {
    showNextRuler(map);
    turns.push(drawn());
  }
  const all = ['Shock', 'Notice', 'Limbo'];
  expect(turns).toEqual([all, ['Shock', 'Limbo'], ['Notice'], all]);
});

test('STG-3: hiding a ruler moves nothing, and a selected stage of it is drawn', () => {
  const { map, built, drawn } = twoRulers();
  const before = derivedOf(map.mirror).store.getState().shown;
  showRuler(map, built.id('Process'));
  expect(derivedOf(map.mirror).store.getState().shown).toBe(before);
  expect(drawn([built.id('Limbo')])).toEqual(['Notice', 'Limbo']);
});

test('STG-1, STG-2: by command on the selection, which goes along', () => {
  const { map, built } = twoRulers();
  const selectStages = (...names: readonly string[]) =>
    map.view.setState({ selection: names.map((name) => ({ kind: 'stages', id: built.id(name) })) });
  const names = () => map.journey().stages.all.map(({ name }) => name);
  selectStages('Shock');
  mergeSelectedStages(map);
  expect(names()).toEqual(['Notice', 'Shock & Limbo']);
  splitSelectedStage(map);
  expect(names()).toEqual(['Shock & Limbo', 'Notice', 'Shock & Limbo, later']);
  const { editing, selection } = map.view.getState();
  expect(editing?.id).toBe(selection[0]?.id);
  selectStages('Notice');
  mergeSelectedStages(map);
  expect(names(), 'there is no next one on its ruler').toHaveLength(3);
});
