import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { throughline, throughlineProcess } from './throughline';

const root = join(import.meta.dirname, '../..');
const samples = join(root, 'test/samples');
const catalogue = join(samples, 'backstage/thatmlopsguy_dokaseca-portal-catalog');
const journey = join(samples, 'mermaid-journey/GSejas_mermaid-export-pro--01.mmd');

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
  out = join(folder, 'map.throughline.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(path: string): Record<string, { length: number }> & { map: { title: string } } {
  return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof read>;
}

test('INT-40, INT-41: a journey and a catalogue folder become one map with a report', async () => {
  const reportPath = join(folder, 'report.json');
  const words = ['convert', journey, catalogue, out, '--report', reportPath];
  const { status, stderr } = await throughlineProcess(...words);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const map = read(out);
  expect(map).toMatchObject({ format: 'throughline', version: 1 });
  expect(map['systems']).toHaveLength(9);
  expect(map['dataFlows']).toHaveLength(0);
  expect(map['touchpoints']?.length).toBeGreaterThan(2);
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as {
    entries: { level: string; message: string }[];
    counts: Record<string, number>;
  };
  expect(report).toMatchObject({ format: 'throughline-report', version: 1 });
  expect(report.entries.some(({ message }) => message.includes('is a template with placeholders'))).toBe(
    true,
  );
  expect(Object.values(report.counts).reduce((sum, count) => sum + count, 0)).toBe(report.entries.length);
  expect(readdirSync(folder).sort()).toEqual(['map.throughline.json', 'report.json']);
});

test('INT-40: what is refused leaves an existing map untouched', async () => {
  const template = join(samples, 'backstage/backstage_software-templates');
  writeFileSync(out, 'mine');
  const { status, stdout, stderr } = await throughline('convert', template, out);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('template with placeholders');
  expect(readFileSync(out, 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['map.throughline.json']);
});

test('INT-43: what cannot be read or written is said in plain words', async () => {
  const missing = join(folder, 'nothing.mmd');
  const nowhere = join(folder, 'no/such/map.json');
  const runs = await Promise.all([
    throughline('convert', missing, out),
    throughline('convert', journey, nowhere),
    throughline('convert', journey, folder),
    throughline('convert', journey, out, '--report', nowhere),
    throughline('convert', journey, join(journey, 'map.json')),
  ]);
  expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([
    [1, `There is no file or folder ${missing}.\n`],
    [1, `Cannot write ${nowhere}: its folder does not exist.\n`],
    [1, `Cannot write ${folder}: it is a folder.\n`],
    [1, `Cannot write ${nowhere}: its folder does not exist.\n`],
    [1, `Cannot write ${join(journey, 'map.json')}: its folder does not exist.\n`],
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test('INT-9: a folder with a file that is not text is converted without it', async () => {
  cpSync(journey, join(folder, 'journey.mmd'));
  writeFileSync(join(folder, 'old.mmd'), Buffer.from('\uFEFFjourney\n  Old: 3: Me\n', 'utf16le'));
  writeFileSync(join(folder, 'bad.mmd'), Buffer.from('journey\n  Bad: 3: Me\n', 'utf16le'));
  const { status, stdout } = await throughline('convert', folder, out);
  expect(status).toBe(0);
  expect(stdout).toMatch(/bad\.mmd is not UTF-8 text/);
  expect(readFileSync(out, 'utf8')).toContain('"title": "Old"');
});

test.each([
  [[], 'no command'],
  [['draw'], 'draw'],
  [['convert'], 'at least one file'],
  [['convert', 'only-one.json'], 'at least one file'],
  [['convert', 'a', 'b', '--report'], '--report needs'],
  [['convert', 'a', 'b', '--fast'], '--fast'],
])('INT-40: %j is wrong usage', async (words, problem) => {
  const { status, stdout, stderr } = await throughline(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(problem);
  expect(stderr).toContain('Usage: throughline convert');
});

test('INT-40: --help shows the usage', async () => {
  const { status, stdout } = await throughlineProcess('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: throughline convert');
});

test('INT-42: a folder is read through, without what an earlier run wrote there', async () => {
  mkdirSync(join(folder, 'catalog/deep'), { recursive: true });
  cpSync(catalogue, join(folder, 'catalog/deep'), { recursive: true });
  expect(await throughline('convert', folder, out)).toMatchObject({ status: 0 });
  const first = read(out);
  expect(await throughline('convert', folder, out)).toMatchObject({ status: 0 });
  expect(first['systems']).toHaveLength(9);
  expect(read(out)['systems']).toHaveLength(9);
});
