import { expect, test } from 'vitest';
import { deleteRecords } from '../../src/commands/deleteRecords';
import { updateRecord } from '../../src/commands/updateRecord';
import { emphasisOf, ownEmphasisOf } from '../../src/store/emphasis';
import { createStoryLight } from '../../src/store/storyLight';
import { openTestMap } from '../canvas/openTestMap';

function litMap() {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Pay').uses('Gateway');
    m.touchpoint('Collect').uses('Tills').after('Pay');
    m.touchpoint('Return').uses('Tills').after('Collect');
    m.flow('Gateway', 'Tills', { latency: 'minutes' });
  });
  const waiting = new Set<() => void>();
  const store = createStoryLight(map, (run) => {
    waiting.add(run);
    return () => waiting.delete(run);
  });
  const rest = (): void => {
    for (const run of waiting) {
      waiting.delete(run);
      run();
    }
  };
  const first = built.transitionId('Pay', 'Collect');
  const second = built.transitionId('Collect', 'Return');
  const point = (id: string | null): void =>
    map.view.setState({ hover: id === null ? null : { kind: 'transitions', id } });
  const lit = (): string | null => store.getState().shown?.story.transition ?? null;
  return { map, built, rest, first, second, point, lit, store };
}

test('LIT-1: resting on a step lights it; passing over it does not; from step to step it goes along at once', () => {
  const { rest, first, second, point, lit } = litMap();
  point(first);
  point(null);
  rest();
  expect(lit()).toBeNull();
  point(first);
  expect(lit()).toBeNull();
  rest();
  expect(lit()).toBe(first);
  point(null);
  point(second);
  expect(lit()).toBe(second);
  point(null);
  rest();
  expect(lit()).toBeNull();
});

test('LIT-1: a step selected alone is lit at once, under the pointer another one goes first', () => {
  const { map, rest, first, second, point, lit } = litMap();
  map.view.setState({ selection: [{ kind: 'transitions', id: first }] });
  expect(lit()).toBe(first);
  point(second);
  expect(lit()).toBe(second);
  point(null);
  rest();
  expect(lit()).toBe(first);
  map.view.setState({ selection: [] });
  expect(lit()).toBeNull();
});

test('LIT-1: it lights its records, and the rest steps back', () => {
  const { map, built, rest, first, point } = litMap();
  point(first);
  rest();
  const view = map.view.getState();
  expect(emphasisOf(built.id('Gateway'), view, 'plain')).toBe('lit');
  expect(emphasisOf(built.id('Return'), view, 'strong')).toBe('dim');
});

test('LIT-3: what it does not light renders nothing: its own emphasis stays what it was', () => {
  const { map, built, rest, first, point } = litMap();
  point(first);
  rest();
  expect(ownEmphasisOf(built.id('Return'), map.view.getState(), 'plain')).toBe('plain');
});

test('the light follows edits, and goes out with the step', () => {
  const { map, built, rest, first, point, lit, store } = litMap();
  point(first);
  rest();
  const flow = built.flowId('Gateway', 'Tills');
  updateRecord.run(map, { kind: 'dataFlows', id: flow, patch: { latency: 'weekly' } });
  expect(store.getState().shown?.story.verdict).toBe('late');
  deleteRecords.run(map, { records: [{ kind: 'transitions', id: first }] });
  expect(lit()).toBeNull();
  expect(map.view.getState().lights).toEqual({});
});

test('LIT-7: what a finding is about is lit once one rests on it, and goes along from line to line', () => {
  const { map, built, rest, first, point, lit } = litMap();
  const about = (places: readonly string[] | null): void =>
    map.view.setState({ hover: null, pointedAt: places && new Set(places) });
  const of = (name: string) => emphasisOf(built.id(name), map.view.getState(), 'plain');
  about([built.id('Tills')]);
  expect(of('Tills')).toBe('plain');
  rest();
  expect([of('Tills'), of('Gateway'), lit()]).toEqual(['lit', 'dim', null]);
  about([built.id('Gateway')]);
  expect([of('Tills'), of('Gateway')]).toEqual(['dim', 'lit']);
  about(null);
  point(first);
  expect([lit(), of('Return')]).toEqual([first, 'dim']);
  point(null);
  about([built.id('Return')]);
  expect([lit(), of('Return')]).toEqual([null, 'lit']);
  about(null);
  rest();
  expect([of('Tills'), of('Return')]).toEqual(['plain', 'plain']);
});
