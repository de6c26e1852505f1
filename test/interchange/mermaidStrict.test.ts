import { expect, test } from 'vitest';
import type { Journey, ParsedJourney } from '../../src/interchange/mermaid/journey';
import { isMisread, parseJourney } from '../../src/interchange/mermaid/parseJourney';
import { mermaidWords } from '../../src/interchange/words/en/mermaidWords';

function read(text: string): Journey {
  const parsed = parseJourney(text, 'strict', mermaidWords);
  if (!parsed.ok) throw new Error(`refused: ${parsed.message}`);
  return parsed.journey;
}

/** Tasks of a journey as [section, name, score, actors]. */
function tasks(text: string): readonly (readonly unknown[])[] {
  const journey = read(text);
  return journey.tasks.map(({ section, name, score, actors }) => [
    journey.sections[section]?.name ?? '',
    name,
    score,
    actors,
  ]);
}

function refusal(text: string): Extract<ParsedJourney, { ok: false }> {
  const parsed = parseJourney(text, 'strict', mermaidWords);
  if (parsed.ok) throw new Error('was accepted');
  return parsed;
}

test('INT-M3 tasks need no section', () => {
  expect(tasks('journey\n  A: 3: Me')).toEqual([['', 'A', 3, ['Me']]]);
  expect(tasks('journey\n  A: 3: Me\n  section S\n  B: 4: Me')).toEqual([
    ['', 'A', 3, ['Me']],
    ['S', 'B', 4, ['Me']],
  ]);
});

test.each([
  ['A: 3.5', 3.5],
  ['A: -1', -1],
  ['A: 9', 9],
  ['A: 500: Me', 500],
])('INT-M4 %s is accepted as it is', (line, score) => {
  expect(tasks(`journey\n${line}`)[0]?.[2]).toBe(score);
});

test.each(['A: abc: Me', 'A: 4/5: Me'])('INT-M5 %s has a score that is no number', (line) => {
  expect(tasks(`journey\n${line}`)).toEqual([['', 'A', Number.NaN, ['Me']]]);
});

test('INT-M5 an empty score is 0', () => {
  expect(tasks('journey\nA: : Me')).toEqual([['', 'A', 0, ['Me']]]);
});

test.each([
  ['A: 3', []],
  ['A: 3:', ['']],
  ['A: 3: a, ,b,', ['a', '', 'b', '']],
])('INT-M6 the actors of %s', (line, actors) => {
  expect(tasks(`journey\n${line}`)).toEqual([['', 'A', 3, actors]]);
});

test.each([
  ['User: Visit home: 5: Happy', ['', 'User', Number.NaN, ['5']]],
  ['Time 10:30: 4: Me', ['', 'Time 10', 30, ['4']]],
])('INT-M7 %s is accepted and known to be misread', (line, task) => {
  expect(tasks(`journey\n${line}`)).toEqual([task]);
  expect(isMisread(parseJourney(`journey\n${line}`, 'strict', mermaidWords))).toBe(true);
  expect(isMisread(parseJourney('journey\nA: 3: Me 2', 'strict', mermaidWords))).toBe(false);
});

test('INT-M8 a fourth field is dropped', () => {
  expect(tasks('journey\nA: 5: Me: note')).toEqual([['', 'A', 5, ['Me']]]);
});

test.each([
  ['a colon in a section', 'section Step 1: Context'],
  ['a task that begins with journey', 'journey review: 4: Me'],
  ['a task that begins with section', 'section review: 4: Me'],
  ['# in a name', 'Fix #12 bug: 4: Me'],
  [';', 'A; B: 4: Me'],
  ['; at the end', 'A: 4: Me;'],
  ['a full-width colon', 'A：4：Me'],
  ['a task without a score', 'A'],
  ['a task with nothing after its colon', 'A:'],
])('INT-M9 INT-M2 %s is refused with its line', (_, line) => {
  expect(refusal(`journey\n  title T\n  ${line}\n  B: 3`).line).toBe(3);
});

test('INT-M2 lines of a refusal count what was taken out before', () => {
  const text = '---\ntitle: X\n---\n%%{init: {\n}}%%\n%% note\njourney\n\n%% note\n  A';
  expect(refusal(text).line).toBe(10);
});

test('INT-M10 a task that begins with title replaces the title', () => {
  expect(read('journey\ntitle T\ntitle tags check: 4: Me')).toMatchObject({
    title: 'tags check: 4: Me',
    tasks: [],
  });
  expect(tasks('journey\ntitle: My title')).toEqual([['', 'title', Number.NaN, []]]);
});

test('INT-M11 # ends a text, %% does not', () => {
  expect(tasks('journey\nA: 4: Me # note')).toEqual([['', 'A', 4, ['Me']]]);
  expect(tasks('journey\nA: 4: Me %% note')).toEqual([['', 'A', 4, ['Me %% note']]]);
});

test.each(['\n', '\r\n', '\r'])('INT-M12 line ends %j', (end) => {
  const lines = ['\uFEFFjourney', '\ttitle 旅 😀', '', '\tsection 店', '\tA 🛒:\t4:\tMe', ''];
  expect(read(lines.join(end)).title).toBe('旅 😀');
  expect(tasks(lines.join(end))).toEqual([['店', 'A 🛒', 4, ['Me']]]);
});

test('INT-M13 accessible texts are read', () => {
  const journey = read('journey\n accTitle: T: 1\n accDescr: D # 2\n A: 3');
  expect(journey).toMatchObject({ accTitle: 'T: 1', accDescr: 'D # 2' });
  expect(read('journey\n accDescr {\n  one\n\n   two: 3\n }\n A: 3').accDescr).toBe('one\ntwo: 3');
  expect(refusal('journey\n accDescr {\n one').message).toContain('never closed');
});

test('INT-M14 front matter, directives and comments are taken out', () => {
  const journey = read(
    '---\ntitle: "From: front"\nconfig:\n  title: x\n---\n%%{init: {"a": {\n "b": 1}}}%%\n%% note\njourney\n%% A: 1\n B: 3\n',
  );
  expect(journey.frontMatterTitle).toBe('From: front');
  expect(journey.title).toBe('');
  expect(journey.tasks.map(({ name, line }) => [name, line])).toEqual([['B', 11]]);
  expect(read('---\ntitle: Front\n---\njourney\ntitle Own').title).toBe('Own');
});
