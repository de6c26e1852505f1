import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportResult } from '../../src/interchange/importResult';
import { importMermaid } from '../../src/interchange/mermaid/importMermaid';
import { parseJourney } from '../../src/interchange/mermaid/parseJourney';
import { checkFields, type RecordDefinition } from '../../src/model/defineRecord';
import { kinds, recordDefinitions } from '../../src/model/kinds';
import { seededEntropy } from '../support/testNetwork';
import { english } from '../../src/interchange/words/en/importWords';

const folder = new URL('../samples/mermaid-journey/', import.meta.url);
const samples = ['', 'markdown/'].flatMap((path) =>
  readdirSync(new URL(path === '' ? '.' : path, folder))
    .filter((name) => /\.(mmd|md)$/.test(name))
    .map((name) => readFileSync(new URL(`${path}${name}`, folder), 'utf8')),
);

function importText(text: string, name = 'a.mmd'): ImportResult {
  return importMermaid([{ name, text }], { entropy: seededEntropy(1), now: 0, words: english });
}

/** Whatever comes out is a refusal with a sentence, or records that fit the model. */
function expectWhole(result: ImportResult): void {
  if (!result.ok) {
    expect(result.refusal.message.length).toBeGreaterThan(10);
    return;
  }
  for (const kind of kinds) {
    const definition: RecordDefinition = recordDefinitions[kind];
    for (const { id: _, ...fields } of result.bundle[kind])
      expect(checkFields(definition, fields)).toEqual([]);
  }
  const ids = kinds.flatMap((kind) => result.bundle[kind].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { line } of result.report) expect(line).toBeGreaterThan(0);
}

const pieces = fc.constantFrom(
  'journey',
  '\n',
  ' ',
  'title ',
  'section ',
  'A: 3: Me',
  ':',
  '：',
  '#',
  ';',
  '%%',
  '%%{init: {',
  '}%%',
  '---\n',
  '}',
  'accTitle:',
  'accDescr {',
  '%% cjm {"id":"a"}\n',
  '%% cjm {',
  '```mermaid\n',
  '```\n',
  '<pre class="mermaid">',
  '</pre>',
  '#35;',
  '&amp;',
  '\0',
  '\uD800',
  '\u202E',
  '4/5',
  '10:30',
  'NaN',
  '\r',
  '\t',
  '\u2028',
);

test('INT-M72 no text makes the import throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
      ),
      fc.constantFrom('a.mmd', 'a.md', 'a.html'),
      fc.boolean(),
      (text, name, isJourney) => {
        const whole = isJourney ? `journey\n${text}` : text;
        expectWhole(importText(whole, name));
        for (const mode of ['strict', 'repair'] as const) parseJourney(whole, mode, english.mermaid);
      },
    ),
    { numRuns: 1_500 },
  );
});

test('INT-M72 no mutation of a sample makes the import throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.nat(),
      fc.nat(40),
      pieces,
      fc.boolean(),
      (text, at, length, piece, isMd) => {
        const from = at % (text.length + 1);
        expectWhole(
          importText(text.slice(0, from) + piece + text.slice(from + length), isMd ? 'a.md' : 'a.mmd'),
        );
      },
    ),
    { numRuns: 600 },
  );
});

// What takes time in the square of this does not end within the time a test may take.
const size = 100_000;
test.each([
  ['blank lines', `journey\n${'\n'.repeat(size)}A: 3`],
  ['blanks', `journey${' '.repeat(size)}\nA: 3`],
  ['percent signs', `journey\n${'%%{'.repeat(size)}`],
  ['an open directive', `%%{init: ${'{"a": \n'.repeat(size)}`],
  ['one long line', `journey\n${'style:'.repeat(size)}#;`],
  ['colons', `journey\nA${': '.repeat(size)}`],
  ['hashes', `journey\nA${'#a'.repeat(size)}: 3`],
  ['open tags', '<pre class='.repeat(size)],
  ['open elements', '<pre class="mermaid">'.repeat(size)],
  ['open fences', '```mermaid\njourney\n'.repeat(size)],
  ['quote marks', '> '.repeat(size)],
  ['references', `<pre class="mermaid">journey\n${'&#1'.repeat(size)}</pre>`],
  ['comments', `journey\n${'%% cjm {"id":"a"}\n'.repeat(20_000)}A: 3`],
  ['an open description', `journey\naccDescr {${'a\n '.repeat(size)}`],
])('INT-M72 much of the same is read in time: %s', (_, text) => {
  for (const name of ['a.mmd', 'a.md']) expectWhole(importText(text, name));
});

test('INT-M73 whatever people write survives', () => {
  const nasty = fc
    .array(
      fc.constantFrom('😀', '\0', 'שלום', '\u202Eabc', '\uD83D', 'é', '用户', 'a', '%', '<b>', '&amp;', '"'),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((parts) => `x${parts.join('')}x`);
  fc.assert(
    fc.property(
      nasty,
      nasty,
      nasty,
      nasty,
      fc.constantFrom('\n', '\r\n'),
      (title, section, task, actor, end) => {
        const lines = [
          '\uFEFFjourney',
          `\ttitle ${title}`,
          `\tsection ${section}`,
          `\t${task}\t: 4 : ${actor}`,
        ];
        const result = importText(lines.join(end));
        fc.pre(!/%%/.test(title + section + task + actor));
        if (!result.ok) throw new Error(result.refusal.message);
        const { map, stages, touchpoints, personas } = result.bundle;
        expect([map.title, stages[0]?.name, touchpoints[0]?.title, personas[0]?.name]).toEqual([
          title,
          section,
          task,
          actor,
        ]);
      },
    ),
    { numRuns: 300 },
  );
});

test('INT-M73 entities of every place are decoded', () => {
  const result = importText(
    'journey\ntitle a#59;#58;\nsection b#35;#58;\nc#58;#128512;#quot;#unknown;: 3: d#44;e, f',
  );
  if (!result.ok) throw new Error(result.refusal.message);
  const { map, stages, touchpoints, personas } = result.bundle;
  expect([map.title, stages[0]?.name, touchpoints[0]?.title]).toEqual(['a;:', 'b#:', 'c:😀"#unknown;']);
  expect(personas.map(({ name }) => name)).toEqual(['d,e', 'f']);
});

test('INT-M50 thousands of actors and repeated ids fit the model', () => {
  const lines = Array.from(
    { length: 3_000 },
    (_, i) => `%% cjm {"id":"same"}\nT: 4: Actor ${i}, Actor ${i + 1}`,
  );
  const result = importText(['journey', ...lines].join('\n'));
  expectWhole(result);
  expect(result.ok ? result.bundle.personas.length : 0).toBe(3_001);
});
