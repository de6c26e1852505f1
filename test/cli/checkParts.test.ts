import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingKinds } from '../../src/analysis/findingGroups';
import { check, type CheckContext } from '../../src/cli/check/check';
import { checkFormats, parseCheckArguments, type CheckOptions } from '../../src/cli/check/checkArguments';
import { failKinds } from '../../src/cli/check/conditions';
import { idLines } from '../../src/cli/check/idLines';
import { languageNames, languages } from '../../src/cli/check/languages';
import { checkReportSchema, reportSchema, type CheckReport } from '../../src/cli/check/report';
import { artifactUri } from '../../src/cli/check/sarifReport';
import { parseArguments } from '../../src/cli/parseArguments';
import { sarifShape } from './sarifShape';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.UTC(2026, 4, 1);
const context: CheckContext = {
  entropy: { now: () => now, random32: () => 7 },
  folder: '/users/anna',
  programVersion: '1.2.3',
  isColoured: false,
};

async function checkMap(
  map: object,
  options: Partial<CheckOptions> = {},
  { isColoured = false }: Partial<CheckContext> = {},
): ReturnType<typeof check> {
  const file = join(folder, 'map.throughline.json');
  writeFileSync(file, JSON.stringify({ format: 'throughline', version: 1, ...map }, null, 2));
  const asked = { file, format: 'json', failOn: [], minScore: null, language: 'en', ...options } as const;
  return check(asked, { ...context, isColoured });
}

function reportIn({ output }: { readonly output: string }): CheckReport {
  return reportSchema.parse(JSON.parse(output));
}

const several = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** A chain of touchpoints in which the first `carried` of `steps` steps stay in one system and each other one leaves it. */
function chain(steps: number, carried: number): object {
  const places = several(steps + 1);
  return {
    touchpoints: places.map((at) => ({ id: `t${at}`, title: `Step ${at}`, at })),
    systems: several(steps - carried + 1).map((n) => ({ id: `s${n}`, name: `System ${n}` })),
    usages: places.map((at) => ({
      id: `u${at}`,
      touchpoint: `t${at}`,
      system: `s${Math.max(0, at - carried)}`,
    })),
    transitions: several(steps).map((at) => ({ id: `x${at}`, from: `t${at}`, to: `t${at + 1}` })),
  };
}

test.each([
  ['', 'is empty'],
  ['{"format":"throughline", oops}', 'is not valid JSON: line 1'],
  ['{"swagger":"2.0"}', 'not a Throughline file'],
  ['{"format":"throughline"}', 'does not say which version'],
  ['{"format":"throughline","version":1,"systems":{}}', 'must be a list'],
  ['['.repeat(50), 'levels deep'],
  ['{"format":"throughline","version":1,"__proto__":{}}', 'forbidden key'],
])('CHK-1 %j is refused with its reason', async (text, reason) => {
  const file = join(folder, 'map.throughline.json');
  writeFileSync(file, text);
  const options = { file, format: 'json', failOn: [], minScore: null, language: 'en' } as const;
  expect(await check(options, context)).toEqual({
    status: 3,
    output: '',
    complaints: [expect.stringContaining(reason)],
  });
});

test('CHK-3 a threshold is compared with the score as it is', async () => {
  const map = chain(100, 57);
  expect(reportIn(await checkMap(map, { minScore: 57 }))).toMatchObject({
    score: 57,
    coverage: 100,
    holds: true,
  });
  const above = await checkMap(map, { minScore: 57.01 });
  expect(above.status).toBe(1);
  expect(above.complaints).toEqual(['The score should be at least 57.01, and it is 57.']);
  // Two thirds are 66.66…: never written as the 66.7 that was asked for.
  expect((await checkMap(chain(3, 2), { minScore: 66.7 })).complaints).toEqual([
    'The score should be at least 66.7, and it is 66.6.',
  ]);
  expect((await checkMap(chain(3, 2), { minScore: 66.6 })).status).toBe(0);
  expect((await checkMap(chain(3, 3), { minScore: 100 })).status).toBe(0);
});

test('CHK-3 a map on which every step is unknown has coverage 0 and no score', async () => {
  const map = { ...chain(2, 2), usages: [] };
  const result = await checkMap(map, { minScore: 1 });
  expect(reportIn(result)).toMatchObject({ score: null, coverage: 0, counts: { counted: 2, known: 0 } });
  expect(result.status).toBe(1);
  const text = await checkMap(map, { format: 'text' });
  expect(text.output).toContain('Not known (2)');
  expect(text.output.trimEnd()).toMatch(/No score: .* Coverage 0 %: 0 of 2 steps are known\.$/);
});

test('CHK-7 what people accepted is marked, and fails no build', async () => {
  const map = chain(2, 0);
  const failOn = ['broken'] as const;
  const before = reportIn(await checkMap(map));
  expect(before.counts).toMatchObject({ accepted: 0, verdicts: { broken: 2 } });
  const [first, second] = before.findings.filter(({ kind }) => kind === 'broken');
  const acceptanceOf = (found: typeof first, until: string | null): object => ({
    id: `accepted-${found?.records[0]?.id}`,
    finding: found?.kind,
    about: [found?.records[0]?.id],
    factsDigest: found?.factsDigest,
    reason: 'Until the new till',
    until,
    acceptedBy: 'Ada',
  });
  const one = { ...map, acceptances: [acceptanceOf(first, '2026-05-01')] };
  const accepted = { reason: 'Until the new till', by: 'Ada', until: '2026-05-01' };
  const report = reportIn(await checkMap(one, { failOn }));
  expect(report.findings.filter((found) => found.accepted !== null)).toEqual([{ ...first, accepted }]);
  expect(report.counts).toEqual({ ...before.counts, accepted: 1 });
  expect(report).toMatchObject({ score: before.score, transitions: before.transitions });
  expect(report.failures).toEqual(['There should be no “broken”, and there is one.']);
  const both = { ...map, acceptances: [acceptanceOf(first, null), acceptanceOf(second, null)] };
  expect((await checkMap(both, { failOn })).status).toBe(0);
  expect((await checkMap(both, { failOn, minScore: 1 })).status).toBe(1);
  // The day is over, or the facts are others: it counts again.
  const over = { ...map, acceptances: [acceptanceOf(first, '2026-04-30')] };
  expect(reportIn(await checkMap(over)).counts.accepted).toBe(0);
  const changed = {
    ...one,
    systems: undefined,
    acceptances: [{ ...acceptanceOf(first, null), factsDigest: 'x' }],
  };
  expect(reportIn(await checkMap(changed)).counts.accepted).toBe(0);

  const text = (await checkMap(one, { format: 'text' })).output;
  expect(text).toContain('Accepted (1)');
  expect(text).toContain('Accepted by Ada until 2026-05-01: Until the new till');
  expect((await checkMap(one, { format: 'text', language: 'de' })).output).toContain(
    'Von Ada hingenommen bis 2026-05-01: Until the new till',
  );
  const sarif = sarifShape.parse(JSON.parse((await checkMap(one, { format: 'sarif' })).output));
  const suppressed = sarif.runs[0]?.results.map(({ suppressions }) => suppressions?.length);
  expect(new Set(suppressed)).toEqual(new Set([0, 1]));
  expect(suppressed?.filter((count) => count === 1)).toHaveLength(1);
  const plain = sarifShape.parse(JSON.parse((await checkMap(map, { format: 'sarif' })).output));
  expect(plain.runs[0]?.results.every((result) => result.suppressions === undefined)).toBe(true);
});

test('CHK-5 a name cannot steer a terminal', async () => {
  const title = 'Pay\u001B[2J\u0007\r\nScore 100\u202E\u009B31m';
  const map = { ...chain(1, 0), map: { title } };
  const named = {
    ...map,
    systems: [
      { id: 's0', name: title },
      { id: 's1', name: 'Till' },
    ],
  };
  const { output, complaints } = await checkMap(
    { ...named, notes: [{ text: 'x', 'a\u001B[1m/': 1, id: 'n' }] },
    {
      format: 'text',
    },
  );
  expect(complaints).toHaveLength(1);
  for (const line of [...output.trimEnd().split('\n'), ...complaints])
    expect(line).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(output.split('\n')[0]).toBe('Pay [2J Score 100 31m');
});

test('CHK-1 colour is added to a text for people alone, and takes nothing from it', async () => {
  for (const format of checkFormats) {
    const plain = await checkMap(chain(3, 1), { format });
    const coloured = await checkMap(chain(3, 1), { format }, { isColoured: true });
    expect(coloured.output !== plain.output).toBe(format === 'text');
    expect(stripVTControlCharacters(coloured.output)).toBe(plain.output);
  }
});

test('CHK-6 the date decides what is overdue, and nothing else changes from run to run', async () => {
  const map = {
    requirements: [
      {
        id: 'late',
        what: 'Know the order',
        measure: 'Asked again: 0 %',
        dueOn: '2026-04-30',
        state: 'accepted',
      },
      {
        id: 'soon',
        what: 'Know the name',
        measure: 'Asked again: 0 %',
        dueOn: '2026-05-01',
        state: 'accepted',
      },
    ],
  };
  const first = await checkMap(map, { failOn: ['requirement-overdue'] });
  expect(first.status).toBe(1);
  expect(reportIn(first).findings.map(({ id }) => id)).toEqual(['requirement-overdue:late']);
  expect(reportIn(first).findings[0]?.records[0]).toEqual({
    kind: 'requirements',
    id: 'late',
    name: 'Know the order',
  });
  expect(await checkMap(map, { failOn: ['requirement-overdue'] })).toEqual(first);
});

test('CHK-1 loops, self-flows, equal names, empty names and thousands of parallel flows are checked', async () => {
  const flows = several(10_000).map((n) => ({ id: `f${n}`, from: 's0', to: 's1', latency: 'daily' }));
  const map = {
    ...chain(3, 2),
    systems: [
      { id: 's0', name: '' },
      { id: 's1', name: '' },
    ],
    dataFlows: [...flows, { id: 'self', from: 's0', to: 's0' }, { id: 'back', from: 's1', to: 's0' }],
  };
  const report = reportIn(await checkMap(map));
  expect(report.transitions.map(({ verdict, route }) => [verdict, route])).toEqual([
    ['carried', ['']],
    ['carried', ['']],
    ['late', ['', '']],
  ]);
  expect(report.transitions[2]?.sentence).toContain('something without a name');
});

test('CHK-1 SARIF: names with braces and brackets are neither placeholders nor links', async () => {
  const map = {
    ...chain(1, 0),
    systems: [
      { id: 's0', name: '{0} [a](b)' },
      { id: 's1', name: 'Till' },
    ],
  };
  const { output } = await checkMap(map, { format: 'sarif', language: 'de' });
  const [run] = sarifShape.parse(JSON.parse(output)).runs;
  expect(run?.language).toBe('de');
  const broken = run?.results.find(({ ruleId }) => ruleId === 'broken');
  expect(broken?.message.text).toContain('{{0}} [a\\](b)');
  expect(broken?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    pathToFileURL(join(folder, 'map.throughline.json')).href,
  );
});

test('CHK-1 SARIF: what was left out of the file is a notification', async () => {
  const { output } = await checkMap({ systems: [{ name: 'No id' }] }, { format: 'sarif' });
  const [run] = sarifShape.parse(JSON.parse(output)).runs;
  expect(run?.invocations[0]?.toolExecutionNotifications).toMatchObject([
    { level: 'warning', message: { text: expect.stringContaining('systems[0]') } },
  ]);
});

test('an address is relative inside the folder, and a file URL outside', () => {
  expect(artifactUri('maps/a b#.json', '/users/anna')).toBe('maps/a%20b%23.json');
  expect(artifactUri('/users/anna/maps/ä.json', '/users/anna')).toBe('maps/%C3%A4.json');
  expect(artifactUri('../x.json', '/users/anna')).toBe('file:///users/x.json');
  expect(artifactUri('..x.json', '/users/anna')).toBe('..x.json');
});

test('the line of a record is where its id stands first', () => {
  const text = '{\n"id": "a",\n\n"title": "\\"id\\": \\"b\\"", "id" : "b",\n"id":\n"c", "id": "a" }';
  expect([...idLines(text)]).toEqual([
    ['a', 2],
    ['b', 4],
    ['c', 5],
  ]);
});

test.each([
  [[], 'a file'],
  [['a.json', 'b.json'], 'b.json'],
  [['a.json', '--colour'], '--colour'],
  [['a.json', '--format'], '--format needs'],
  [['a.json', '--format', 'xml'], 'text, json, sarif'],
  [['a.json', '--format=json', '--format', 'text'], 'twice'],
  [['a.json', '--lang', 'xx'], 'en, de'],
  [['a.json', '--lang', 'toString'], 'en, de'],
  [['a.json', '--fail-on', ''], '--fail-on needs'],
  [['a.json', '--fail-on', 'broken,'], 'no kind “”'],
  [['a.json', '--fail-on', 'carried'], 'by-hand'],
  [['a.json', '--min-score', '101'], '0 to 100'],
  [['a.json', '--min-score', '-1'], '0 to 100'],
  [['a.json', '--min-score', '6O'], '0 to 100'],
  [['a.json', '--min-score', '1e1'], '0 to 100'],
  [['a.json', '--min-score=50', '--min-score=60'], 'twice'],
])('CHK-2 check %j is wrong usage', (words, problem) => {
  expect(parseArguments(['check', ...words])).toEqual({
    name: 'wrong',
    problem: expect.stringContaining(problem),
  });
});

test('CHK-2 options may stand anywhere; kinds add up, each once', () => {
  const words = ['--fail-on=broken, late', '--min-score', '62.5', 'a.json', '--fail-on', 'broken,unknown'];
  expect(parseCheckArguments(words)).toEqual({
    ok: true,
    options: {
      file: 'a.json',
      format: 'text',
      failOn: ['broken', 'late', 'unknown'],
      minScore: 62.5,
      language: 'en',
    },
  });
});

test('the schema in docs/check is the program’s, and the example there fits it', () => {
  expect(JSON.parse(readFileSync('docs/check/check.schema.json', 'utf8'))).toEqual(checkReportSchema());
  const readme = readFileSync('docs/check/README.md', 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(reportSchema.parse(JSON.parse(example))).toEqual(JSON.parse(example));
});

test('CHK-2 every kind can be failed on, is documented, and has words in every language', () => {
  expect(failKinds).toEqual(expect.arrayContaining([...findingKinds]));
  const readme = readFileSync('docs/check/README.md', 'utf8');
  for (const kind of failKinds)
    expect(readme).toContain(`| \`${kind}\` | ${languages.en.texts.rules[kind].title} |`);
  for (const language of languageNames) {
    expect(readme).toContain(`\`--lang ${language}\``);
    const { rules } = languages[language].texts;
    for (const { title, mend } of Object.values(rules)) {
      expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(mend).toMatch(/^\p{Lu}.*\.$/u);
    }
  }
});
