import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Journey } from '../../src/interchange/mermaid/journey';
import { isMisread, parseJourney } from '../../src/interchange/mermaid/parseJourney';
import { mermaidWords } from '../../src/interchange/words/en/mermaidWords';

const folder = new URL('../samples/mermaid-journey/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.mmd'));

function repair(text: string): Journey {
  const parsed = parseJourney(text, 'repair', mermaidWords);
  if (!parsed.ok) throw new Error(`refused: ${parsed.message}`);
  return parsed.journey;
}

/** The one task of a line, and what was said about it. */
function repairLine(line: string, before = ''): readonly unknown[] {
  const journey = repair(`journey\n${before}${line}`);
  const task = journey.tasks.at(-1);
  return [task?.name.trim(), task?.score, task?.actors, task?.remark, journey.repairs.length > 0];
}

test.each(samples)('INT-M20 what Mermaid understands in %s is read the same', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const strict = parseJourney(text, 'strict', mermaidWords);
  const repaired = repair(text);
  if (!strict.ok || isMisread(strict) || strict.journey.title === 'Book ') {
    expect(repaired.tasks.length).toBeGreaterThan(0);
    return;
  }
  const trimmed = ({ sections, tasks, title, ...rest }: Journey): unknown => ({
    ...rest,
    title: title.trim(),
    sections: sections.map((section) => ({ ...section, name: section.name.trim() })),
    tasks: tasks.map((task) => ({ ...task, name: task.name.trim() })),
  });
  expect(trimmed(repaired)).toEqual(trimmed(strict.journey));
});

test('INT-M21 INT-M27 colons in sections are text, and told with their line', () => {
  const journey = repair('journey\n  section Step 1: Context\n    A: 3: Me');
  expect(journey.sections).toEqual([{ name: 'Step 1: Context', line: 2 }]);
  expect(journey.repairs).toEqual([
    { level: 'repaired', line: 2, message: 'The colon in the section “Step 1: Context” was kept as text' },
  ]);
  expect(repairLine('section review: 4: Me').slice(0, 3)).toEqual(['section review', 4, ['Me']]);
  expect(repairLine('journey review: 4: Me').slice(0, 3)).toEqual(['journey review', 4, ['Me']]);
});

test.each([
  ['User: Visit home: 5: Happy', '', ['Visit home', 5, ['User'], 'Happy', true]],
  ['User: Visit home: 5', '', ['Visit home', 5, ['User'], undefined, true]],
  ['Step 1: Visit home: 5: Me', '', ['Step 1: Visit home', 5, ['Me'], undefined, true]],
  ['Search: Visit home: 5: Me', 'A: 4: Me\n', ['Search: Visit home', 5, ['Me'], undefined, true]],
  ['Me: Visit home: 5: Me', 'A: 4: Me\n', ['Visit home', 5, ['Me'], 'Me', true]],
  ['A: 5: Me: note', '', ['A', 5, ['Me'], 'note', true]],
])('INT-M22 %s', (line, before, task) => {
  expect(repairLine(line, before)).toEqual(task);
});

test.each([
  ['A: 4/5: Me', 4],
  ['A: 8/10: Me', 4],
  ['A: 3,5: Me', 3.5],
  ['A: 3.5: Me', 3.5],
  ['A: -1: Me', -1],
  ['A: abc: Me', Number.NaN],
])('INT-M23 the score of %s', (line, score) => {
  expect(repairLine(line).slice(0, 3)).toEqual(['A', score, ['Me']]);
});

test('INT-M24 full-width colons, title: and capital letters', () => {
  expect(repairLine('A：4：Me')).toEqual(['A', 4, ['Me'], undefined, true]);
  const journey = repair('Journey\ntitle: My title\nsection: One\nA: 3');
  expect(journey).toMatchObject({ title: 'My title', sections: [{ name: 'One', line: 3 }] });
  expect(journey.repairs.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(repairLine('title tags check: 4: Me').slice(0, 3)).toEqual(['title tags check', 4, ['Me']]);
});

test('INT-M25 a time of day is no score', () => {
  expect(repairLine('Time 10:30: 4: Me')).toEqual(['Time 10:30', 4, ['Me'], undefined, true]);
});

test.each([
  ['Fix #12 bug: 4: Me', 'Fix #12 bug'],
  ['A; B: 4: Me', 'A; B'],
  ['A: 4: Me;', 'A'],
])('INT-M26 %s', (line, name) => {
  expect(repairLine(line)).toEqual([name, 4, ['Me'], undefined, true]);
});

test('INT-M26 a comment after the fields stays one', () => {
  expect(repairLine('A: 4: Me # note')).toEqual(['A', 4, ['Me'], undefined, false]);
});

test('INT-M27 a line that is nothing is left out and told', () => {
  const journey = repair('journey\n  A: 3\n  click task href');
  expect(journey.tasks.length).toBe(1);
  expect(journey.repairs).toEqual([
    {
      level: 'ignored',
      line: 3,
      message: '“click task href” is neither a task nor a section and was left out',
    },
  ]);
});

test('INT-M28 indented front matter is read', () => {
  const journey = repair('\n---\n   title: Front\n   config:\n     a: 1\n   ---\n   journey\n   A: 3');
  expect(journey).toMatchObject({ frontMatterTitle: 'Front', tasks: [{ name: 'A', line: 8 }] });
});

test('a text that does not begin with journey is refused in repair mode too', () => {
  expect(parseJourney('flowchart TB\n A --> B', 'repair', mermaidWords)).toMatchObject({
    ok: false,
    line: 1,
  });
  expect(parseJourney('', 'repair', mermaidWords)).toMatchObject({ ok: false, line: 1 });
});
