import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ImportReport, ImportResult } from '../../src/interchange/importResult';
import { importMermaid, type MermaidFile } from '../../src/interchange/mermaid/importMermaid';
import { bundleSize, type Bundle } from '../../src/model/bundle';
import { checkFields, type RecordDefinition } from '../../src/model/defineRecord';
import { kinds, recordDefinitions } from '../../src/model/kinds';
import { mapDefinition } from '../../src/model/records/map';
import { seededEntropy } from '../support/testNetwork';
import { english } from '../../src/interchange/words/en/importWords';

const folder = new URL('../samples/mermaid-journey/', import.meta.url);
const samples = [
  ...readdirSync(folder).filter((name) => name.endsWith('.mmd')),
  ...readdirSync(new URL('markdown/', folder)).map((name) => `markdown/${name}`),
];
const now = 1_750_000_000_000;

function importFiles(...files: MermaidFile[]): ImportResult {
  return importMermaid(files, { entropy: seededEntropy(1), now, words: english });
}

function taken(...lines: string[]): { bundle: Bundle; report: ImportReport } {
  const result = importFiles({ name: 'shop.mmd', text: ['journey', ...lines].join('\n') });
  if (!result.ok) throw new Error(result.refusal.message);
  return result;
}

function said(report: ImportReport): readonly string[] {
  return report.map(({ level, line, message }) => `${level} ${line}: ${message}`);
}

test('INT-M40 tasks become touchpoints along the timeline', () => {
  const { bundle } = taken(' Look #35;1  : 3', ' B#colon; C: 4', ' D: 5');
  expect(bundle.touchpoints.map(({ title, at, offset }) => [title, at, offset])).toEqual([
    ['Look #1', 1, 0],
    ['B: C', 2, 1],
    ['D', 3, 0],
  ]);
});

test.each([
  ['1', -2, null],
  ['3', 0, null],
  ['3.5', 0.5, null],
  ['4.1', 1.1, null],
  ['9', 2, '9'],
  ['-1', -2, '-1'],
  ['0', -2, '0'],
  ['Infinity', 2, 'Infinity'],
])('INT-M41 the score %s becomes the emotion %d', (score, emotion, kept) => {
  const { bundle, report } = taken(`A: ${score}`);
  expect(bundle.touchpoints[0]).toMatchObject({ emotion });
  expect(bundle.touchpoints[0]?.ext ?? null).toEqual(kept === null ? null : { mermaid: { score: kept } });
  expect(report.map(({ level, line }) => [level, line])).toEqual(kept === null ? [] : [['clamped', 2]]);
});

test.each(['A: abc: Me', 'A: : Me'])('INT-M42 %s leaves the emotion open', (line) => {
  const { bundle, report } = taken(line);
  expect(bundle.touchpoints[0]?.emotion).toBeNull();
  expect(report.map((entry) => [entry.level, entry.line])).toEqual([['ignored', 2]]);
});

test('INT-M43 sections become stages of one ruler', () => {
  const { bundle, report } = taken('A: 3', 'section S', 'B: 3', 'C: 3', 'section E', 'section S ', 'D: 3');
  expect(bundle.rulers.length).toBe(1);
  const ruler = bundle.rulers[0]?.id;
  expect(bundle.stages.map(({ name, start, end, ruler: of }) => [name, start, end, of])).toEqual([
    ['S', 1.6, 3.4, ruler],
    ['E', 3.6, 4.4, ruler],
    ['S', 4.6, 5.4, ruler],
  ]);
  expect(bundle.touchpoints.map(({ at }) => at)).toEqual([1, 2, 3, 5]);
  expect(said(report)).toEqual([
    'guessed 6: The section “E” has no task; it was given a place of its own',
    'guessed 7: The section “S” stands here again; it became a second stage',
  ]);
});

test('INT-M44 actors become personas, one for each name', () => {
  const { bundle, report } = taken('A: 3: Anna Lee, n8n System', 'B: 3: anna  lee, , App user');
  const [anna, system, user] = bundle.personas;
  expect(bundle.personas.map(({ name, initials }) => [name, initials])).toEqual([
    ['Anna Lee', 'AL'],
    ['n8n System', 'NS'],
    ['App user', 'AU'],
  ]);
  expect(bundle.touchpoints.map(({ personas }) => personas)).toEqual([
    [anna?.id, system?.id].sort(),
    [anna?.id, user?.id].sort(),
  ]);
  const orders = bundle.personas.map(({ order }) => order as string);
  expect([...orders].sort()).toEqual(orders);
  expect(said(report)).toEqual([
    'guessed 2: The actor “n8n System” looks like a system; it was taken as a persona',
    'merged 3: The actor “anna  lee” was taken for “Anna Lee”',
    'ignored 3: An actor without a name was left out',
  ]);
});

test('INT-M45 order makes transitions, across sections too', () => {
  const { bundle } = taken('section S', 'A: 3', 'B: 3', 'section T', 'C: 3');
  const [a, b, c] = bundle.touchpoints.map(({ id }) => id);
  expect(bundle.transitions.map(({ from, to, kind }) => [from, to, kind])).toEqual([
    [a, b, 'next'],
    [b, c, 'next'],
  ]);
});

test.each([
  ['---\ntitle: Front\n---\njourney\ntitle Own #35;1\naccTitle: Acc\nA: 3', 'Own #1'],
  ['---\ntitle: Front\n---\njourney\naccTitle: Acc\nA: 3', 'Acc'],
  ['---\ntitle: Front\n---\njourney\nA: 3', 'Front'],
  ['journey\nA: 3', 'my.shop'],
])('INT-M46 the title of %j', (text, title) => {
  const result = importFiles({ name: 'folder/my.shop.mmd', text: `${text}\naccDescr: Why` });
  expect(result).toMatchObject({ ok: true, bundle: { map: { title, description: 'Why' } } });
});

test('INT-M47 every record says where it comes from', () => {
  const { bundle } = taken('section S', 'A: 3: Me', 'B: 3', 'A: 4');
  const pointers = [...bundle.rulers, ...bundle.stages, ...bundle.touchpoints, ...bundle.transitions].map(
    ({ source }) => source,
  );
  expect(pointers.map((source) => source?.pointer)).toEqual([
    'journeys[0].ruler',
    'journeys[0].sections[S]',
    'journeys[0].tasks[A]',
    'journeys[0].tasks[B]',
    'journeys[0].tasks[A]#2',
    'journeys[0].transitions[0]',
    'journeys[0].transitions[1]',
  ]);
  for (const source of [...pointers, bundle.personas[0]?.source]) {
    expect(source).toMatchObject({ format: 'mermaid', file: 'shop.mmd', importedAt: now });
  }
});

test('INT-M48 several diagrams follow one another', () => {
  const fence = (body: string): string => `\`\`\`mermaid\njourney\n${body}\n\`\`\`\n`;
  const text =
    fence('title One\nA: 3: Me\nB: 3') +
    fence('title Two\naccDescr: Why\nC: 3: me') +
    fence('title One\nA: 3: Me\nB: 3');
  const result = importFiles({ name: 'a.md', text }, { name: 'b.mmd', text: 'journey\nD: 4' });
  if (!result.ok) throw new Error(result.refusal.message);
  const { bundle, report } = result;
  expect(bundle.map).toMatchObject({ title: 'One', description: 'Two: Why' });
  expect(bundle.touchpoints.map(({ title, at, offset }) => [title, at, offset])).toEqual([
    ['A', 1, 0],
    ['B', 2, 1],
    ['C', 5, 0],
    ['D', 8, 0],
  ]);
  expect(bundle.transitions.length).toBe(1);
  expect(bundle.personas.length).toBe(1);
  expect(report.map(({ level, file, line }) => [level, file, line])).toEqual([
    ['merged', 'a.md', 14],
    ['merged', 'a.md', 8],
    ['merged', 'a.md', 11],
    ['merged', 'b.mmd', 1],
  ]);
});

test('INT-M49 repair is used where Mermaid refuses or misreads, and said', () => {
  const refused = taken('section Step 1: Context', 'A: 3');
  expect(refused.bundle.stages[0]?.name).toBe('Step 1: Context');
  expect(refused.report.map(({ level, line }) => [level, line])).toEqual([
    ['repaired', 2],
    ['repaired', 2],
  ]);
  const misread = taken('User: Visit home: 5: Happy');
  expect(misread.bundle.touchpoints[0]).toMatchObject({
    title: 'Visit home',
    emotion: 2,
    ext: { mermaid: { remark: 'Happy' } },
  });
  expect(misread.bundle.personas.map(({ name }) => name)).toEqual(['User']);
  expect(misread.report.length).toBe(1);
});

test.each(samples)('INT-M50 %s gives records that fit the model', (name) => {
  const result = importFiles({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!result.ok) throw new Error(result.refusal.message);
  const { bundle } = result;
  expect(checkFields(mapDefinition, bundle.map)).toEqual([]);
  const ids = new Set<string>();
  for (const kind of kinds) {
    const definition: RecordDefinition = recordDefinitions[kind];
    for (const { id, ...fields } of bundle[kind]) {
      expect(checkFields(definition, fields)).toEqual([]);
      ids.add(id);
    }
  }
  expect(ids.size).toBe(bundleSize(bundle));
  const places = bundle.touchpoints.map(({ at }) => at);
  expect(new Set(places).size).toBe(places.length);
});

test('INT-M60 a cjm line states what Mermaid cannot hold', () => {
  const { bundle, report } = taken(
    '%% cjm {"id":"st1","start":0,"end":7.5}',
    'section S',
    '%% cjm {"id":"tp1","at":2.5,"offset":3,"emotion":null,"channels":["Web; #1: a"]}',
    'A: 3: Me',
  );
  expect(bundle.stages[0]).toMatchObject({ id: 'st1', name: 'S', start: 0, end: 7.5 });
  expect(bundle.touchpoints[0]).toMatchObject({
    id: 'tp1',
    title: 'A',
    at: 2.5,
    offset: 3,
    emotion: null,
    channels: ['Web; #1: a'],
  });
  expect(report).toEqual([]);
});

test('INT-M61 a cjm line with a kind states a whole record', () => {
  const { bundle, report } = taken(
    '%% cjm {"kind":"map","state":"to-be"}',
    '%% cjm {"kind":"systems","id":"s1","name":"Shop"}',
    '%% cjm {"kind":"transitions","id":"t1","from":"b","to":"a","kind2":1}',
    '%% cjm {"id":"a"}',
    'A: 3',
    '%% cjm {"id":"b"}',
    'B: 3',
  );
  expect(bundle.map).toMatchObject({ title: 'shop', state: 'to-be' });
  expect(bundle.systems).toMatchObject([{ id: 's1', name: 'Shop' }]);
  expect(bundle.transitions).toMatchObject([{ id: 't1', from: 'b', to: 'a' }]);
  expect(said(report)).toEqual([
    'ignored 4: “kind2” of a “%% cjm” line was left out: a transition has no field “kind2”',
  ]);
});

test('INT-M62 cjm lines that do not fit are left out and told', () => {
  const { bundle, report } = taken(
    '%% cjm {"id":"a","emotion":9,"__proto__":{}}',
    '%% cjm {"kind":"dragons","id":"x"}',
    '%% cjm {broken',
    '%% cjm {"kind":"notes"}',
    '%% cjm {"id":"a b","emotion":9}',
    'A: 3',
    '%% cjm {"id":"late"}',
  );
  expect(bundle.touchpoints[0]).toMatchObject({ title: 'A', emotion: 0 });
  expect(bundle.notes).toEqual([]);
  expect(report.map(({ level, line }) => [level, line])).toEqual(
    [2, 3, 4, 6, 8, 6, 5].map((line) => ['ignored', line]),
  );
});

test('INT-M62 a place beyond the timeline is left out and told', () => {
  const { bundle, report } = taken('%% cjm {"id":"a","at":9000000}', 'A: 3', 'B: 3');
  expect(bundle.touchpoints.map(({ id, at }) => [id === 'a', at])).toEqual([
    [true, 1],
    [false, 2],
  ]);
  expect(report.map(({ level, line }) => [level, line])).toEqual([['ignored', 2]]);
});

test('INT-M62 an id used twice in one diagram is told', () => {
  const { bundle, report } = taken('%% cjm {"id":"a"}', 'A: 3', '%% cjm {"id":"a"}', 'B: 3');
  expect(new Set(bundle.touchpoints.map(({ id }) => id)).size).toBe(2);
  expect(said(report)).toEqual(['ignored 4: The id “a” is used twice; a new one was made']);
});

test('INT-M62 ids used twice get new ones, and relations follow', () => {
  const text = (title: string): string =>
    `journey\ntitle ${title}\n%% cjm {"kind":"map"}\n%% cjm {"kind":"transitions","id":"t","from":"a","to":"a"}\n%% cjm {"id":"a","at":4}\nA: 3\n`;
  const result = importFiles({ name: 'a.mmd', text: text('One') }, { name: 'b.mmd', text: text('Two') });
  if (!result.ok) throw new Error(result.refusal.message);
  const [first, second] = result.bundle.touchpoints;
  expect(first).toMatchObject({ id: 'a', at: 4 });
  expect(second?.id).not.toBe('a');
  expect(second?.at).toBeGreaterThan(4);
  expect(result.bundle.transitions[1]).toMatchObject({ from: second?.id, to: second?.id });
});

test.each([
  ['', 'empty', 'shop.mmd is empty'],
  ['\uFEFF \n', 'empty', 'shop.mmd is empty'],
  ['flowchart TB\n A --> B', 'not-recognised', 'holds no Mermaid journey'],
  ['journey\n title T', 'empty', 'has no task and no section'],
])('INT-M70 %j is refused', (text, reason, message) => {
  const result = importFiles({ name: 'shop.mmd', text });
  expect(result).toMatchObject({ ok: false, refusal: { reason, file: 'shop.mmd' } });
  if (!result.ok) expect(result.refusal.message).toContain(message);
});

test('INT-M70 no file is refused', () => {
  expect(importFiles()).toMatchObject({ ok: false, refusal: { reason: 'empty' } });
});

test('INT-M71 too much is refused', () => {
  const many = `journey\n${'A: 3\n'.repeat(20_001)}`;
  expect(importFiles({ name: 'a.mmd', text: many })).toMatchObject({
    ok: false,
    refusal: { reason: 'too-many' },
  });
  const half = `journey\n${'A: 3\n'.repeat(10_001)}`;
  const twice = importFiles({ name: 'a.mmd', text: half }, { name: 'b.mmd', text: `${half}B: 3` });
  expect(twice).toMatchObject({ ok: false, refusal: { reason: 'too-many', file: 'b.mmd' } });
  const big = `journey\n%% ${'x'.repeat(20 * 1_048_576)}\nA: 3`;
  expect(importFiles({ name: 'a.mmd', text: big })).toMatchObject({
    ok: false,
    refusal: { reason: 'too-big' },
  });
});
