import { beforeEach, expect, test } from 'vitest';
import type { CanvasActions } from '../../src/canvas/canvasActions';
import { canvasIntents } from '../../src/canvas/canvasIntents';
import { editCommands } from '../../src/canvas/editCommands';
import { notices } from '../../src/ui/notices';
import { openTestMap } from './openTestMap';

/** A map with a touchpoint, a system and a stage, and what its keys do; `picks` counts what asks for a choice. */
function canvas() {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Pay').uses('Till');
    m.stage('Buying', -1, 1);
  });
  let picks = 0;
  const actions = {
    reveal: () => undefined,
    centre: () => ({ x: 0, y: 0 }),
    toScreen: (point: unknown) => point,
    openPicker: () => void picks++,
  } as unknown as CanvasActions;
  const intents = canvasIntents(map, actions, editCommands(map, actions));
  const select = (kind: 'touchpoints' | 'systems' | 'stages', name: string): void =>
    map.view.setState({ selection: [{ kind, id: built.id(name, kind) }] });
  return { map, intents, select, picks: () => picks };
}

const said = (): readonly string[] => notices.current().map(({ text }) => text);

beforeEach(() => {
  for (const { id } of notices.current()) notices.dismiss(id);
});

test('KEY-5: where nothing can be changed, keys that change say so and open nothing', () => {
  const { map, intents, select, picks } = canvas();
  map.document.lock(true);
  select('touchpoints', 'Pay');
  for (const id of ['transition.create', 'usage.create', 'owner.set', 'system.create'] as const)
    intents[id]();
  intents['data-flow.create']();
  expect(picks()).toBe(0);
  expect(map.view.getState().tool).toBe('select');
  expect(said()).toEqual(['This map cannot be changed here']);
});

test('KEY-5: a key says what is to be selected first', () => {
  const { intents, select, picks } = canvas();
  intents['transition.create']();
  expect(said()).toEqual(['Select a touchpoint or a system first']);
  select('systems', 'Till');
  intents['usage.create']();
  expect(said()).toEqual(['Select a touchpoint first']);
  intents['stage.split']();
  expect(said()).toEqual(['Select a stage first']);
  expect(picks()).toBe(0);
});

test('KEY-5: what can be done is done without a word, and so is what it is plain nothing comes of', () => {
  const { intents, select, picks } = canvas();
  intents['record.delete']();
  intents['selection.none']();
  intents['history.redo']();
  select('touchpoints', 'Pay');
  intents['usage.create']();
  expect(picks()).toBe(1);
  expect(said()).toEqual([]);
});
