import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { undo } from '../../src/commands/undoRedo';
import { tidyMap } from '../../src/panels/tidy/tidyMap';
import { derivedOf } from '../../src/store/derived';
import { notices } from '../../src/ui/notices';
import { openTestMap } from '../canvas/openTestMap';

/** Frames that are drawn when the test says so. */
let frames: ((now: number) => void)[] = [];
let isStill = false;
const listeners = new Map<string, () => void>();

beforeEach(() => {
  frames = [];
  isStill = false;
  vi.stubGlobal('matchMedia', () => ({ matches: isStill }));
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) => frames.push(run));
  vi.stubGlobal('window', {
    addEventListener: (type: string, run: () => void) => listeners.set(type, run),
    removeEventListener: (type: string) => listeners.delete(type),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const { id } of notices.current()) notices.dismiss(id);
});

const open = () =>
  openTestMap((m) => {
    m.touchpoint('Look', { at: 0 });
    m.touchpoint('Buy', { at: 1, offset: 1 });
    m.touchpoint('Pay', { at: 6 });
    m.stage('Start', 0, 1);
  });

const draw = (now: number): void => {
  const due = frames;
  frames = [];
  for (const run of due) run(now);
};
const said = (): string => notices.current().at(-1)?.text ?? '';

test('TIDY-7 it is one step of undo, said, and shown on the way there', () => {
  const { map, built } = open();
  const buy = () => map.journey().touchpoints.byId.get(built.id('Buy'))?.at;
  const shown = () =>
    derivedOf(map.mirror).store.getState().shown.cardById.get(built.id('Buy'))?.centerX ?? 0;
  const start = shown();
  tidyMap(map, 'evenly');
  expect(buy()).toBe(3);
  expect(said()).toBe('Touchpoints are spread evenly.');
  expect(shown()).toBe(start);
  draw(0);
  draw(100);
  expect(shown()).toBeGreaterThan(start);
  draw(1000);
  const end = shown();
  expect(end).toBe(derivedOf(map.mirror).store.getState().geometry.cardById.get(built.id('Buy'))?.centerX);
  undo.run(map);
  expect(buy()).toBe(1);
  expect(shown()).toBe(start);
});

test('TIDY-7 a key or the pointer ends the glide, and whoever wants less motion sees none', () => {
  const { map } = open();
  const { store } = derivedOf(map.mirror);
  tidyMap(map, 'evenly');
  expect(store.getState().shown).not.toBe(store.getState().geometry);
  listeners.get('keydown')?.();
  expect(store.getState().shown).toEqual(store.getState().geometry);
  undo.run(map);
  isStill = true;
  tidyMap(map, 'evenly');
  expect(frames).toHaveLength(1);
  expect(store.getState().shown).toEqual(store.getState().geometry);
});

test('TIDY-7 why nothing was done is said: nothing to do, no times, too little selected', () => {
  const { map, built } = open();
  tidyMap(map, 'untangle');
  expect(said()).toBe('Nothing here can be untangled further.');
  tidyMap(map, 'time');
  expect(said()).toMatch(/^No step here says how long/);
  map.view.setState({ selection: [{ kind: 'touchpoints', id: built.id('Buy') }] });
  tidyMap(map, 'left');
  expect(said()).toBe('Select several touchpoints or notes first');
  expect(map.document.historyState.undo).toBeNull();
});

test('TIDY-2 how many touchpoints are in another stage is said', () => {
  const { map, built } = open();
  const ids = ['Look', 'Buy', 'Pay'].map((name) => ({ kind: 'touchpoints' as const, id: built.id(name) }));
  map.view.setState({ selection: ids });
  tidyMap(map, 'evenly');
  expect(said()).toBe('Touchpoints are spread evenly. 1 touchpoint is in another stage now.');
});

test('nothing is arranged in a map that may only be looked at', () => {
  const { map, built } = open();
  map.document.lock(true);
  tidyMap(map, 'evenly');
  expect(map.journey().touchpoints.byId.get(built.id('Buy'))?.at).toBe(1);
});
