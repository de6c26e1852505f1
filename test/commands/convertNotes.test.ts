import { describe, expect, test } from 'vitest';
import { splitNote } from '../../src/commands/splitNote';
import { undo } from '../../src/commands/undoRedo';
import { turnNotes } from '../../src/panels/notes/turnNotes';
import { notices } from '../../src/ui/notices';
import { openTestMap } from '../canvas/openTestMap';

describe('NOTE-1 what a note says', () => {
  test('the first line is the title, the rest the description, addresses are found once', () => {
    expect(splitNote('Ask the courier\nwho knows?\nSee https://a.example/x, https://a.example/x.')).toEqual({
      title: 'Ask the courier',
      text: 'who knows?\nSee https://a.example/x, https://a.example/x.',
      links: ['https://a.example/x'],
    });
    expect(splitNote('   ')).toEqual({ title: '', text: '', links: [] });
  });

  test('of a first line that is too long nothing is lost', () => {
    const long = 'word '.repeat(80).trim();
    const { title, text } = splitNote(`${long}\nmore`);
    expect(title).toMatch(/^word .*…$/);
    expect(text).toBe(`${long}\nmore`);
  });
});

const open = (text = 'Return by post\nLabel at home: https://post.example/label') => {
  const opened = openTestMap((m) => {
    m.touchpoint('Buy', { at: 0 });
    m.touchpoint('Pay', { at: 4 });
    m.note('Idea', { at: 3.5, offset: 1, text });
    m.note('Other', { at: 0, offset: 3, text: 'Second' });
  });
  const { map, built } = opened;
  const pick = (...names: readonly string[]): void =>
    map.view.setState({
      selection: names.map((name) =>
        name === 'Idea' || name === 'Other'
          ? { kind: 'notes', id: built.id(name) }
          : { kind: 'touchpoints', id: built.id(name) },
      ),
    });
  return { ...opened, pick };
};

describe('NOTE-1 a note becomes', () => {
  test('NOTE-2 a touchpoint where it lay, with its link as evidence, in one step', () => {
    const { map, pick } = open();
    const before = map.journey();
    pick('Idea');
    turnNotes(map, 'touchpoints');
    const [made] = map.view.getState().selection;
    const touchpoint = map.journey().touchpoints.byId.get(made?.id ?? '');
    expect(touchpoint).toMatchObject({
      title: 'Return by post',
      description: 'Label at home: https://post.example/label',
      at: 3.5,
      offset: 1,
      evidence: [{ url: 'https://post.example/label', level: 'assumed' }],
    });
    expect(map.journey().notes.all).toHaveLength(1);
    undo.run(map);
    expect(map.journey().notes.all).toHaveLength(2);
    expect(map.journey().touchpoints.all).toEqual(before.touchpoints.all);
  });

  test('NOTE-2 a touchpoint beside a card that is there', () => {
    const { map, pick } = open();
    map.document.change('move', (writer) =>
      writer.update('notes', map.journey().notes.all[0]?.id ?? '', { at: 4, offset: 0.2 }),
    );
    pick('Idea');
    turnNotes(map, 'touchpoints');
    const made = map.journey().touchpoints.byId.get(map.view.getState().selection[0]?.id ?? '');
    expect([made?.at, made?.offset]).not.toEqual([4, 0]);
  });

  test('a system with its links, at the end of its group', () => {
    const { map, pick } = open();
    pick('Idea', 'Other');
    turnNotes(map, 'systems');
    const { all } = map.journey().systems;
    expect(all.map(({ name }) => name)).toEqual(['Return by post', 'Second']);
    expect(all[0]?.links.map(({ url }) => url)).toEqual(['https://post.example/label']);
    expect(map.journey().notes.all).toEqual([]);
    undo.run(map);
    expect(map.journey().systems.all).toEqual([]);
    expect(map.journey().notes.all).toHaveLength(2);
  });

  test('NOTE-3 a requirement of what is selected with it, else of the touchpoint near by', () => {
    const { map, built, pick } = open();
    const subject = () => map.journey().requirements.all[0]?.subject;
    pick('Idea');
    turnNotes(map, 'requirements');
    expect(map.journey().requirements.all[0]).toMatchObject({
      what: 'Return by post',
      why: 'Label at home: https://post.example/label',
      subject: built.id('Pay'),
    });
    undo.run(map);
    pick('Buy', 'Idea');
    turnNotes(map, 'requirements');
    expect(subject()).toBe(built.id('Buy'));
  });

  test('what named it names what it became', () => {
    const { map, built, pick } = open();
    map.document.change('ask', (writer) => writer.create('commentThreads', { subject: built.id('Idea') }));
    pick('Idea');
    turnNotes(map, 'touchpoints');
    expect(map.journey().commentThreads.all[0]?.subject).toBe(map.view.getState().selection[0]?.id);
  });

  test('nothing where no note is selected, or the map may only be looked at', () => {
    const { map, pick } = open();
    pick('Buy');
    turnNotes(map, 'touchpoints');
    expect(notices.current().at(-1)?.text).toBe('Select a note first');
    map.document.lock(true);
    pick('Idea');
    turnNotes(map, 'touchpoints');
    expect(map.journey().notes.all).toHaveLength(2);
  });
});
