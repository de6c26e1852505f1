import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { analyse } from '../../src/analysis/analyse';
import { sentenceOf, sentenceOfTransition } from '../../src/analysis/sentences';
import { german } from '../../src/analysis/sentences.de';
import { english } from '../../src/analysis/sentences.en';
import { reportSchema, type CheckReport } from '../../src/cli/check/report';
import { createJourneyDocument } from '../../src/doc/seed';
import { readThroughlineFile } from '../../src/interchange/throughline/readThroughlineFile';
import { systemEntropy } from '../../src/model/ids';
import { resolve, type Journey } from '../../src/model/resolve';
import { routeOf } from '../../src/analysis/routeOf';
import { throughline, throughlineProcess, type Run } from './throughline';
import { sarifShape } from './sarifShape';
import { englishOpening } from '../../src/interchange/words/en/openingWords';

const samples = ['collectInStore', 'motorClaim'] as const;
const jsonSchema = z.fromJSONSchema(
  JSON.parse(readFileSync('docs/check/check.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function runCheck(...words: readonly string[]): Promise<Run> {
  return throughline('check', ...words);
}

function fileOf(sample: string): string {
  return `src/samples/${sample}.throughline.json`;
}

/** The journey as the app opens it: by way of a document, all of it made in one moment. */
function journeyOf(sample: string): Journey {
  const read = readThroughlineFile(
    readFileSync(fileOf(sample), 'utf8'),
    sample,
    systemEntropy,
    englishOpening,
  );
  if (!read.ok) throw new Error(read.refusal.message);
  const entropy = { ...systemEntropy, now: () => 0 };
  const document = createJourneyDocument({ entropy, actor: '', bundle: read.file.bundle });
  const journey = resolve(document.readTables());
  document.destroy();
  return journey;
}

function todayOf(): string {
  return new Date(systemEntropy.now()).toISOString().slice(0, 10);
}

function parseReport(stdout: string): CheckReport {
  const value: unknown = JSON.parse(stdout);
  expect(jsonSchema.safeParse(value).error, 'docs/check/check.schema.json').toBeUndefined();
  const report = reportSchema.parse(value);
  // Nothing is printed that the contract does not name.
  expect(report).toEqual(value);
  return report;
}

/** Two touchpoints with a system each and no flow between them, then one without a system. */
const torn = {
  format: 'throughline',
  version: 1,
  map: { title: 'Torn' },
  touchpoints: [
    { id: 'pay', title: 'Pay', at: 1 },
    { id: 'collect', title: 'Collect', at: 2 },
    { id: 'unbox', title: 'Unbox', at: 3 },
  ],
  systems: [
    { id: 'shop', name: 'Shop' },
    { id: 'till', name: 'Till' },
  ],
  usages: [
    { id: 'u1', touchpoint: 'pay', system: 'shop' },
    { id: 'u2', touchpoint: 'collect', system: 'till' },
  ],
  transitions: [
    { id: 'x1', from: 'pay', to: 'collect' },
    { id: 'x2', from: 'collect', to: 'unbox' },
  ],
};

test('CHK-1 a process of its own prints the same and exits with the same status', async () => {
  const runs = [
    ['check', fileOf('collectInStore')],
    ['check', join(folder, 'nothing-here.json')],
    ['check', '--no-such-option'],
  ];
  for (const words of runs) expect(await throughlineProcess(...words)).toEqual(await throughline(...words));
});

describe.each(samples)('the sample %s', (sample) => {
  test.each([
    ['en', english],
    ['de', german],
  ])('CHK-1 in text, %s: every sentence as on screen, last score and coverage', async (lang, sentences) => {
    const { status, stdout, stderr } = await runCheck(fileOf(sample), '--lang', lang);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const journey = journeyOf(sample);
    const { findings, continuity } = analyse(journey, undefined, { today: todayOf() });
    expect(findings.length).toBeGreaterThan(20);
    for (const finding of findings) expect(stdout).toContain(sentenceOf(finding, journey, sentences));
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe(journey.map.title);
    const { carried, known, counted } = continuity.score;
    for (const number of [carried, known, counted])
      expect(lines.at(-1)).toMatch(new RegExp(`\\b${number}\\b`));
    expect(lines.at(-1)).toContain(lang === 'en' ? 'Coverage' : 'Abdeckung');
    // Standard output is no terminal here.
    expect(stdout).not.toContain('\u001B');
  });

  test('CHK-1 as JSON: what the analysis says, in the documented shape', async () => {
    const { status, stdout, stderr } = await runCheck(fileOf(sample), '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report = parseReport(stdout);
    const journey = journeyOf(sample);
    const analysis = analyse(journey, undefined, { today: todayOf() });
    const { score, judgements } = analysis.continuity;
    const nameOf = (system: string): string => journey.systems.byId.get(system)?.name ?? '';
    expect(report.transitions).toEqual(
      journey.transitions.all.map((step) => {
        const judgement = judgements.get(step.id);
        const named = (id: string | null | undefined): object | null =>
          id ? { id, name: journey.touchpoints.byId.get(id)?.title } : null;
        return {
          id: step.id,
          from: named(step.from),
          to: named(step.to),
          judgedFrom: named(judgement?.from),
          verdict: judgement?.verdict,
          reason: judgement?.reason,
          route: (judgement && routeOf(journey, judgement)?.systems.map(nameOf)) ?? null,
          slowestLatency: judgement?.slowestLatency,
          sentence: sentenceOfTransition(step.id, analysis, journey, english),
        };
      }),
    );
    expect(report.findings.map(({ id, sentence }) => [id, sentence])).toEqual(
      analysis.findings.map((finding) => [finding.id, sentenceOf(finding, journey, english)]),
    );
    for (const { records } of report.findings) for (const { name } of records) expect(name).not.toBe('');
    expect(report.score).toBeCloseTo((score.value ?? Number.NaN) * 100, 9);
    expect(report.coverage).toBeCloseTo((score.coverage ?? Number.NaN) * 100, 9);
    expect(report).toMatchObject({
      file: fileOf(sample),
      map: { title: journey.map.title },
      counts: { verdicts: score.byVerdict, findings: analysis.findings.length },
      notes: [],
      holds: true,
      failures: [],
    });
    const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(report.counts.severities)).toBe(report.findings.length);
    expect(sum(report.counts.kinds)).toBe(report.findings.length);
  });

  test('CHK-1 as SARIF: a rule for each kind, a result for each finding, at its line of the file', async () => {
    const { status, stdout, stderr } = await runCheck(
      fileOf(sample),
      '--format=sarif',
      '--fail-on=no-lawful-basis',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('no-lawful-basis');
    const [run] = sarifShape.parse(JSON.parse(stdout)).runs;
    if (!run) throw new Error('no run');
    expect(run.invocations).toMatchObject([{ executionSuccessful: true, exitCode: 1 }]);
    expect(run.artifacts[0]?.location.uri).toBe(fileOf(sample));
    const journey = journeyOf(sample);
    const { findings, continuity } = analyse(journey, undefined, { today: todayOf() });
    expect(run.results).toHaveLength(findings.length + continuity.score.byVerdict.unknown);
    const lines = readFileSync(fileOf(sample), 'utf8').split('\n');
    for (const [index, result] of run.results.entries()) {
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      const finding = findings[index];
      const levels = { high: 'error', medium: 'warning', low: 'note' };
      expect(result.level).toBe(finding ? levels[finding.severity] : 'none');
      const [location] = result.locations;
      const [kind, id] = location?.logicalLocations?.[0]?.fullyQualifiedName.split('/') ?? [];
      if (finding) expect({ kind, id }).toEqual(finding.records[0]);
      expect(lines[(location?.physicalLocation.region?.startLine ?? 0) - 1]).toContain(`"id": "${id}"`);
    }
  });
});

test('CHK-2 what may not be there: each kind that is found fails with a sentence of its own', async () => {
  const file = write('torn.throughline.json', torn);
  const words = [file, '--fail-on', 'broken,late', '--fail-on', 'unknown', '--fail-on=no-owner'];
  const { status, stdout, stderr } = await runCheck(...words, '--format', 'json');
  expect(status).toBe(1);
  const { holds, failures } = parseReport(stdout);
  expect(holds).toBe(false);
  expect(failures).toEqual([
    'There should be no “broken”, and there is one.',
    'There should be no “unknown”, and there is one.',
    'There should be no “no-owner”, and there are 5.',
  ]);
  expect(stderr).toBe(`${failures.join('\n')}\n`);
  expect(await runCheck(file, '--fail-on', 'late, by-hand')).toMatchObject({ status: 0, stderr: '' });
});

test('CHK-2 a kind nobody knows is wrong usage, and the answer lists the kinds', async () => {
  const { status, stdout, stderr } = await runCheck(fileOf('motorClaim'), '--fail-on', 'broken,tron');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  for (const word of ['“tron”', 'by-hand', 'unknown', 'no-lawful-basis', 'end-deleted'])
    expect(stderr).toContain(word);
});

test('CHK-3 nothing known is no score, and no threshold holds, not even 0', async () => {
  const empty = write('empty.throughline.json', { format: 'throughline', version: 1 });
  const { status, stdout, stderr } = await runCheck(empty);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(
    `Map without a title\n${empty}\n\nNothing is amiss.\n\nNo score: nothing is known about any step. No coverage: there is no step to judge.\n`,
  );
  const held = await runCheck(empty, '--min-score', '0', '--format', 'json');
  expect(held.status).toBe(1);
  expect(held.stderr).toContain('nothing is known about any step');
  expect(parseReport(held.stdout)).toMatchObject({
    score: null,
    coverage: null,
    counts: { transitions: 0, counted: 0, known: 0, findings: 0 },
    transitions: [],
    findings: [],
  });
});

test('CHK-1 of a refused file the reason alone is said, on standard error', async () => {
  const cut = write('cut.throughline.json', '{"format": "throughline", "version": 1, "touch');
  const { status, stdout, stderr } = await runCheck(cut, '--min-score', '10');
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toBe(`${cut} ends too early: line 1, column 47.\n`);
});

test('CHK-1 a file that is not there, and a folder, are refused', async () => {
  const missing = await runCheck(join(folder, 'nowhere.json'), '--format', 'sarif');
  expect(missing).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('nowhere.json') });
  expect(await runCheck(folder)).toMatchObject({
    status: 3,
    stdout: '',
    stderr: expect.stringMatching(/\S/),
  });
});

test('CHK-4 what does not fit is left out and said, the rest is checked', async () => {
  const damaged = {
    ...torn,
    version: 2,
    systems: [...torn.systems, { name: 'No id' }, { id: 'till', name: 'Twice' }],
    transitions: [...torn.transitions, { id: 'x3', from: 'collect', to: 'nowhere' }],
  };
  const { status, stdout, stderr } = await runCheck(
    write('damaged.throughline.json', damaged),
    '--format',
    'json',
  );
  expect(status).toBe(0);
  const { notes, transitions } = parseReport(stdout);
  expect(notes.map(({ pointer }) => pointer)).toEqual(['version', 'systems[2]', 'systems[3]']);
  for (const { message } of notes) expect(stderr).toContain(message);
  expect(transitions.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['x1', 'broken'],
    ['x2', 'unknown'],
  ]);
});
