import { expect, test } from 'vitest';
import { deleteRecords } from '../../src/commands/deleteRecords';
import { saveView } from '../../src/commands/saveView';
import { undo } from '../../src/commands/undoRedo';
import { updateRecord } from '../../src/commands/updateRecord';
import { withIds } from '../../src/interchange/references';
import { emptyBundle } from '../../src/model/bundle';
import { readRecord } from '../../src/model/defineRecord';
import { recordDefinitions } from '../../src/model/kinds';
import type { RecordFilter } from '../../src/model/recordFilter';
import { applyView, isLookOf, lookOf } from '../../src/store/look';
import { createViewStore } from '../../src/store/view';
import { openTestMap } from '../canvas/openTestMap';
import { buildMap } from '../support/mapBuilder';

const unowned: RecordFilter = [{ field: 'owner', not: false, values: [''] }];

test('VIEW-1: what is kept is shown again, and what is not kept stays', () => {
  const { map } = openTestMap((m) => m.touchpoint('Pay'));
  map.view.setState({ filter: [...unowned, { field: 'channel', not: false, values: [] }] });
  const saved = saveView.run(map, {
    name: ' Unowned ',
    look: lookOf(map.view.getState(), map.journey(), null),
  });
  const view = saved.ok ? map.journey().views.byId.get(saved.value) : undefined;
  expect(view).toMatchObject({ name: 'Unowned', filter: unowned, camera: null });
  if (!view) return;
  expect(view.lens).toBe('experience');
  const other = createViewStore({ lens: 'privacy' });
  expect(isLookOf(other.getState(), map.journey(), view)).toBe(false);
  applyView({ view: other, journey: map.journey }, view);
  expect(other.getState()).toMatchObject({
    lens: 'experience',
    filter: unowned,
    appliedView: view.id,
    cameraRequest: null,
  });
  expect(isLookOf(other.getState(), map.journey(), view)).toBe(true);
  applyView({ view: other, journey: map.journey }, { ...view, camera: { x: 10, y: 20, zoom: 0.5 } });
  expect(isLookOf({ ...other.getState(), lens: 'systems' }, map.journey(), view)).toBe(false);
  applyView({ view: other, journey: map.journey }, { ...view, lens: 'mood' });
  expect(other.getState().lens, 'a lens of a newer program').toBe('experience');
  expect(other.getState().cameraRequest).toEqual({ kind: 'place', x: 10, y: 20, zoom: 0.5 });
});

test('VIEW-2: a name that is there is brought up to date; every act is one step of undo', () => {
  const { map } = openTestMap((m) => m.touchpoint('Pay'));
  const look = lookOf(map.view.getState(), map.journey(), null);
  const first = saveView.run(map, { name: 'Gaps', look });
  const again = saveView.run(map, { name: 'gaps', look: { ...look, filter: unowned } });
  expect(again).toEqual(first);
  const views = () => map.journey().views.all.map(({ name, filter }) => [name, filter.length]);
  expect(views()).toEqual([['Gaps', 1]]);
  undo.run(map);
  expect(views()).toEqual([['Gaps', 0]]);
  const id = first.ok ? first.value : '';
  updateRecord.run(map, { kind: 'views', id, patch: { name: 'Holes' } });
  deleteRecords.run(map, { records: [{ kind: 'views', id }] });
  expect(views()).toEqual([]);
  undo.run(map);
  expect(views()).toEqual([['Holes', 0]]);
  undo.run(map);
  undo.run(map);
  expect(views()).toEqual([]);
  expect(saveView.run(map, { name: '  ', look })).toEqual({ ok: false, reason: 'invalid' });
});

test('VIEW-3: conditions of a newer program are kept and passed over; nonsense reads as no filter', () => {
  const newer = { field: 'mood', not: false, values: ['sunny'], strength: 3 };
  const view = readRecord(recordDefinitions.views, 'v', { name: 'Newer', filter: [newer, ...unowned] });
  expect(view.filter).toEqual([newer, ...unowned]);
  const store = createViewStore();
  applyView({ view: store, journey: () => buildMap(() => undefined).journey() }, view);
  expect(store.getState().filter).toEqual(unowned);
  expect(readRecord(recordDefinitions.views, 'v', { filter: 'everything' }).filter).toEqual([]);
});

test('the ids that a filter names go along when a map is taken into another', () => {
  const bundle = emptyBundle();
  bundle.views.push({ id: 'v', filter: [{ field: 'stage', not: false, values: ['a', 'b'] }] });
  expect(withIds(bundle, new Map([['a', 'z']])).views[0]?.filter).toEqual([
    { field: 'stage', not: false, values: ['z', 'b'] },
  ]);
});

test('VIEW-1: rulers and personas that are shown are kept, none means all, and new rulers stay out', () => {
  const { map, built } = openTestMap((m) => m.persona('Lena').ruler('Funnel').ruler('Lifecycle'));
  const [lena, funnel, lifecycle] = [built.id('Lena'), built.id('Funnel'), built.id('Lifecycle')];
  map.view.setState({ personas: [lena], hiddenRulers: [lifecycle] });
  const saved = saveView.run(map, { name: 'Lena', look: lookOf(map.view.getState(), map.journey(), null) });
  const view = saved.ok ? map.journey().views.byId.get(saved.value) : undefined;
  expect(view).toMatchObject({ personas: [lena], rulers: [funnel] });
  if (!view) return;
  const other = createViewStore();
  applyView({ view: other, journey: map.journey }, view);
  expect(other.getState()).toMatchObject({ personas: [lena], hiddenRulers: [lifecycle] });
  expect(isLookOf(other.getState(), map.journey(), view)).toBe(true);
  applyView({ view: other, journey: map.journey }, { ...view, personas: ['gone'], rulers: [] });
  expect(other.getState()).toMatchObject({ personas: [], hiddenRulers: [] });
});
