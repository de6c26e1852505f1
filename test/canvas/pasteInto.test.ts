import { describe, expect, test } from 'vitest';
import { undo } from '../../src/commands/undoRedo';
import { pasteInto } from '../../src/canvas/clipboard/pasteInto';
import { notices } from '../../src/ui/notices';
import { openTestMap } from './openTestMap';

function open() {
  const opened = openTestMap((m) => {
    m.touchpoint('Browse', { at: 0 });
    m.touchpoint('Pay', { at: 1, offset: 1 });
    m.system('CRM');
  });
  const titles = () => opened.map.journey().touchpoints.all.map(({ title }) => title);
  return { ...opened, titles };
}

const lines = { kind: 'lines', lines: ['Collect', 'Return'] } as const;
const links = { kind: 'links', links: [{ title: 'Study', url: 'https://example.com/' }] } as const;

describe('CLIP-7: where it is pasted', () => {
  test('after what is selected, joined to it, and selected then', () => {
    const { map, built, titles } = open();
    map.view.setState({ selection: [{ kind: 'touchpoints', id: built.id('Browse') }] });
    pasteInto(map, lines, { at: 40, offset: 0 });
    expect(titles()).toHaveLength(4);
    const { transitions, touchpoints } = map.journey();
    expect(transitions.all.some(({ from }) => from === built.id('Browse'))).toBe(true);
    expect(Math.max(...touchpoints.all.map(({ at }) => at))).toBeLessThan(10);
    expect(map.view.getState().selection).toHaveLength(2);
  });

  test('where the pointer is when nothing is selected, else behind the last', () => {
    const first = open();
    pasteInto(first.map, lines, { at: 40, offset: 0 });
    expect(first.map.journey().touchpoints.all.at(-1)?.at).toBe(41);
    const second = open();
    pasteInto(second.map, lines, null);
    expect(second.titles()).toEqual(['Browse', 'Pay', 'Collect', 'Return']);
  });
});

describe('CLIP-3: a paste is one step, and a refusal says why', () => {
  test('undo takes all of it back', () => {
    const { map, titles } = open();
    pasteInto(map, lines, null);
    undo.run(map);
    expect(titles()).toEqual(['Browse', 'Pay']);
    expect(map.journey().transitions.all).toEqual([]);
  });

  test('what cannot be taken changes nothing and is said', () => {
    const { map } = open();
    const { revision } = map.mirror.store.getState();
    for (const reason of ['empty', 'damaged', 'newer', 'too-much'] as const) {
      pasteInto(map, { kind: 'nothing', reason }, null);
      expect(notices.current().find(({ id }) => id === 'clipboard-refused')?.text).toMatch(/\.$/);
    }
    expect(map.mirror.store.getState().revision).toBe(revision);
  });

  test('a table waits for its columns', () => {
    const { map } = open();
    pasteInto(map, { kind: 'table', rows: [['a', 'b']] }, { at: 3, offset: 0 });
    expect(map.view.getState().tablePaste).toEqual({
      rows: [['a', 'b']],
      place: { at: 3, offset: 0 },
      after: null,
    });
  });
});

test('CLIP-6: a link is evidence of the touchpoint, a link of the system, and needs one of them', () => {
  const { map, built } = open();
  pasteInto(map, links, null);
  expect(notices.current().at(-1)?.text).toMatch(/Select the touchpoint or system/);
  const [pay, crm] = [built.id('Pay'), built.id('CRM', 'systems')];
  map.view.setState({ selection: [{ kind: 'touchpoints', id: pay }] });
  pasteInto(map, links, null);
  expect(map.journey().touchpoints.byId.get(pay)?.evidence).toMatchObject([
    { title: 'Study', url: 'https://example.com/', level: 'assumed' },
  ]);
  map.view.setState({ selection: [{ kind: 'systems', id: crm }] });
  pasteInto(map, links, null);
  expect(map.journey().systems.byId.get(crm)?.links).toMatchObject([{ title: 'Study' }]);
  undo.run(map);
  undo.run(map);
  expect(map.journey().touchpoints.byId.get(pay)?.evidence).toEqual([]);
});

test('CLIP-6: a picture waits to be read for the touchpoint; of a system its address is kept; else it is said what it needs', () => {
  const { map, built } = open();
  const file = new File(['x'], 'image.png', { type: 'image/png' });
  const [link] = links.links;
  pasteInto(map, { kind: 'picture', link: null }, null, [file]);
  expect(notices.current().at(-1)?.text).toMatch(/Select the touchpoint/);
  const [pay, crm] = [built.id('Pay'), built.id('CRM', 'systems')];
  map.view.setState({ selection: [{ kind: 'systems', id: crm }] });
  pasteInto(map, { kind: 'picture', link }, null, [file]);
  expect(map.journey().systems.byId.get(crm)?.links).toMatchObject([link]);
  map.view.setState({ selection: [{ kind: 'touchpoints', id: pay }] });
  pasteInto(map, { kind: 'picture', link }, null, [file]);
  expect(map.view.getState().pictureIntake).toEqual({ touchpoint: pay, files: [file], link });
});
