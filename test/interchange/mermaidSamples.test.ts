import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStrict } from '../../src/interchange/mermaid/parseStrict';
import { mermaidWords } from '../../src/interchange/words/en/mermaidWords';

const folder = new URL('../samples/mermaid-journey/', import.meta.url);
type Expected =
  | { ok: false }
  | {
      ok: true;
      title: string;
      accTitle: string;
      accDescr: string;
      sectionNames: string[];
      taskList: [string, string, number | 'NaN', string[]][];
    };
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  Expected
>;
const samples = readdirSync(folder).filter((name) => name.endsWith('.mmd'));

test('INT-M1 every sample has an expectation', () => {
  expect(samples.length).toBe(55);
  expect(samples).toEqual(Object.keys(expected).sort((a, b) => (a < b ? -1 : 1)));
});

test.each(samples)('INT-M1 strict reads %s as the mermaid package does', (name) => {
  const want = expected[name] as Expected;
  const parsed = parseStrict(readFileSync(new URL(name, folder), 'utf8'), mermaidWords);
  expect(parsed.ok).toBe(want.ok);
  if (!parsed.ok || !want.ok) return;
  const { journey } = parsed;
  expect({
    title: journey.title,
    accTitle: journey.accTitle,
    accDescr: journey.accDescr,
    sectionNames: journey.sections.map((section) => section.name),
    taskList: journey.tasks.map(({ section, name: task, score, actors }) => [
      journey.sections[section]?.name ?? '',
      task,
      Number.isNaN(score) ? 'NaN' : score,
      actors,
    ]),
  }).toEqual({
    title: want.title,
    accTitle: want.accTitle,
    accDescr: want.accDescr,
    sectionNames: want.sectionNames,
    taskList: want.taskList,
  });
});
