import { expect, test } from 'vitest';
import { derivedOf } from '../../src/store/derived';
import { emphasisOf, type Emphasis, type EmphasisSources } from '../../src/store/emphasis';
import { createViewStore, dimAllBut, light } from '../../src/store/view';
import { openTestMap } from '../canvas/openTestMap';

const nothing: EmphasisSources = { lights: {}, matching: null, onPath: null };
const each = (sources: EmphasisSources, lens: Emphasis = 'plain') => ({
  a: emphasisOf('a', sources, lens),
  b: emphasisOf('b', sources, lens),
});

test('LENS-2: with no light and no filter the lens decides', () => {
  expect(each(nothing, 'dim')).toEqual({ a: 'dim', b: 'dim' });
  expect(each(nothing, 'strong')).toEqual({ a: 'strong', b: 'strong' });
});

test('LENS-2: a filter dims what it leaves out, and leaves the rest to the lens', () => {
  expect(each({ ...nothing, matching: new Set('a') }, 'strong')).toEqual({ a: 'strong', b: 'dim' });
  expect(each({ ...nothing, matching: new Set() }, 'strong')).toEqual({ a: 'dim', b: 'dim' });
});

test('LENS-2: a path dims what is not on it, beside a filter', () => {
  expect(each({ ...nothing, onPath: new Set('a') }, 'strong')).toEqual({ a: 'strong', b: 'dim' });
  expect(each({ ...nothing, onPath: new Set('a'), matching: new Set('b') })).toEqual({ a: 'dim', b: 'dim' });
});

test('LENS-2: what is lit stays lit through filter and lens; the rest is dimmed only by a light that says so', () => {
  const passing = { hover: { ids: new Set('a'), dimsRest: false } };
  const lasting = { impact: { ids: new Set('a'), dimsRest: true } };
  expect(each({ ...nothing, lights: passing, matching: new Set('b') }, 'dim')).toEqual({
    a: 'lit',
    b: 'dim',
  });
  expect(each({ ...nothing, lights: passing }, 'strong')).toEqual({ a: 'lit', b: 'strong' });
  expect(each({ ...nothing, lights: lasting, matching: new Set('b') }, 'strong')).toEqual({
    a: 'lit',
    b: 'dim',
  });
});

test('LENS-2: each source puts out its own light alone', () => {
  const view = createViewStore();
  const dims = { ids: new Set('a'), dimsRest: true };
  light(view, 'impact', dims);
  light(view, 'hover', { ids: new Set('b'), dimsRest: false });
  expect(each(view.getState())).toEqual({ a: 'lit', b: 'lit' });
  light(view, 'hover', null);
  expect(each(view.getState())).toEqual({ a: 'lit', b: 'dim' });
  const before = view.getState();
  light(view, 'hover', null);
  light(view, 'impact', dims);
  expect(view.getState(), 'nothing changed, nobody is told').toBe(before);
  light(view, 'impact', null);
  expect(each(view.getState())).toEqual({ a: 'plain', b: 'plain' });
});

test('LENS-1: dimming and lighting lay nothing out again', () => {
  const { map, built } = openTestMap((m) => m.touchpoint('Pay').uses('Shop'));
  const { geometry, shown } = derivedOf(map.mirror).store.getState();
  light(map.view, 'walk', { ids: new Set([built.id('Pay')]), dimsRest: true });
  dimAllBut(map.view, new Set());
  const after = derivedOf(map.mirror).store.getState();
  expect(after.geometry).toBe(geometry);
  expect(after.shown).toBe(shown);
});
