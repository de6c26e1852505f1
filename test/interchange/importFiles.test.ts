import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestedIds, withoutUnticked } from '../../src/interchange/candidates';
import type { ImportFile } from '../../src/interchange/chosenFile';
import { detectFormat } from '../../src/interchange/detectFormat';
import { importFiles } from '../../src/interchange/importFiles';
import { writeThroughlineFile } from '../../src/interchange/throughline/writeThroughlineFile';
import { emptyBundle, type BundleDraft } from '../../src/model/bundle';
import { catalogOf } from './backstage/catalogSamples';
import { seededEntropy } from '../support/testNetwork';
import { english } from '../../src/interchange/words/en/importWords';

const journey = 'journey\n  title Buy a bike\n  section Look\n    Search: 4: Ann\n    Compare: 2: Ann\n';

function ownFile(name: string, fill: (bundle: BundleDraft) => void): ImportFile {
  const bundle = emptyBundle();
  fill(bundle);
  return { name, text: writeThroughlineFile({ bundle }) };
}

function imported(files: readonly ImportFile[]) {
  const result = importFiles(files, { entropy: seededEntropy(1), words: english });
  if (!result.ok) throw new Error(result.refusal.message);
  return result;
}

test.each([
  ['a.json', '{"format": "throughline", "version": 1}', 'throughline'],
  ['a.json', '{"cut', 'throughline'],
  ['notes.txt', journey, 'mermaid'],
  ['a.md', `# Text\n\n\`\`\`mermaid\n${journey}\`\`\`\n`, 'mermaid'],
  ['a.md', '# Only text\n', null],
  ['a.txt', '# note\napiVersion: backstage.io/v1alpha1\nkind: System\n', 'backstage'],
  ['a.yml', 'services: {}', 'backstage'],
  ['a.mmd', 'flowchart LR', 'mermaid'],
  ['photo.png', '\u0089PNG', null],
])('INT-1: %s that begins with %j is read as %s', (name, text, format) => {
  expect(detectFormat({ name, text })).toBe(format);
});

test('INT-1: an unknown file is refused by name, with what is understood', () => {
  const result = importFiles([{ name: 'photo.png', text: '\u0089PNG' }], {
    entropy: seededEntropy(1),
    words: english,
  });
  expect(result).toMatchObject({ ok: false, refusal: { reason: 'not-recognised', file: 'photo.png' } });
  expect(result.ok ? '' : result.refusal.message).toMatch(/photo\.png.*Mermaid.*Backstage/);
});

test('INT-2: a journey, a catalogue and a map of ours become one bundle', () => {
  const own = ownFile('own.throughline.json', (bundle) => {
    bundle.map = { title: 'Ours' };
    bundle.parties.push({ id: 'devs', name: ' Developers ' });
    bundle.touchpoints.push({ id: 'pay', title: 'Pay', at: 7 });
  });
  const catalogue = catalogOf('thatmlopsguy_dokaseca-portal-catalog');
  const { bundle, report, candidates } = imported([{ name: 'bike.mmd', text: journey }, ...catalogue, own]);
  expect(bundle.map.title).toBe('Ours');
  expect(bundle.touchpoints.map(({ title }) => title)).toEqual(['Pay', 'Search', 'Compare']);
  expect(bundle.touchpoints[1]?.at).toBeGreaterThan(7);
  expect(bundle.parties.filter(({ name }) => name?.trim().toLowerCase() === 'developers')).toHaveLength(1);
  expect(bundle.assignments.some(({ party }) => party === 'devs')).toBe(true);
  expect(report).toContainEqual(expect.objectContaining({ level: 'merged', pointer: 'parties.devs' }));
  expect(candidates.filter(({ kind }) => kind === 'systems')).toHaveLength(9);
});

test('INT-3: what cannot be read is refused in the report; nothing readable refuses the import', () => {
  const bad = { name: 'bad.json', text: '{"format": "throughline"' };
  const { report, bundle } = imported([bad, { name: 'bike.mmd', text: journey }]);
  expect(report[0]).toMatchObject({ level: 'refused', file: 'bad.json', line: 1 });
  expect(bundle.touchpoints).toHaveLength(2);
  expect(importFiles([bad], { entropy: seededEntropy(1), words: english })).toMatchObject({
    ok: false,
    refusal: { file: 'bad.json' },
  });
  expect(importFiles([], { entropy: seededEntropy(1), words: english })).toMatchObject({
    ok: false,
    refusal: { reason: 'empty' },
  });
});

test('INT-3: a file of a newer version is not taken over', () => {
  const text = '{"format": "throughline", "version": 999, "touchpoints": [{"id": "a"}]}';
  const result = importFiles([{ name: 'new.json', text }], { entropy: seededEntropy(1), words: english });
  expect(result).toMatchObject({ ok: false, refusal: { reason: 'newer-version', file: 'new.json' } });
});

test('INT-4: what is not ticked goes with everything that ends at it', () => {
  const result = imported(catalogOf('backstage_backstage'));
  const usual = withoutUnticked(result, suggestedIds(result));
  expect(usual.dataFlows).toHaveLength(1);
  expect(usual.systems).toHaveLength(4);
  const portal = result.bundle.systems.find(({ name }) => name === 'Artist Engagement Portal');
  const ticked = new Set(result.candidates.map(({ id }) => id).filter((id) => id !== portal?.id));
  const rest = withoutUnticked(result, ticked);
  expect(rest.systems.map(({ parent }) => parent)).toEqual([null, null, null]);
  expect(rest.assignments).toHaveLength(3);
  expect(rest.dataFlows).toHaveLength(2);
});

const sample = readFileSync(
  join(import.meta.dirname, '../samples/backstage/backstage_backstage/team-a-group.yaml'),
  'utf8',
);

test('INT-5: arbitrary texts never throw', () => {
  const name = fc.constantFrom('a.yaml', 'a.json', 'a.mmd', 'a.md', 'a');
  const words = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    '{',
    ']',
    '&x',
    '*x',
    '!t',
    '"',
    '|',
    '\t',
    '---\n',
    '\uD800',
    '${{',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(name, text, (file, content) => {
      importFiles([{ name: file, text: content }], { entropy: seededEntropy(1), words: english });
    }),
    { numRuns: 400 },
  );
});

test('INT-5: mutated catalogues never throw, and what is taken is refused or reported with the file', () => {
  const change = fc.record({
    at: fc.nat(sample.length),
    cut: fc.nat(30),
    put: fc.constantFrom(
      '',
      ':',
      '\t',
      '- ',
      '[',
      '}',
      '&a ',
      '*a',
      'null',
      '!x ',
      '\n---\n',
      '\u0000',
      '__proto__: 1',
    ),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const text = changes.reduce(
        (now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut),
        sample,
      );
      const result = importFiles([{ name: 'm.yaml', text }], { entropy: seededEntropy(1), words: english });
      if (result.ok) expect(result.bundle.parties.length).toBeGreaterThan(0);
      else expect(result.refusal.file).toBe('m.yaml');
    }),
    { numRuns: 300 },
  );
});

test('INT-45: what an own file loses on the way is said, and what is deleted stays deleted', () => {
  const own = {
    format: 'throughline',
    version: 1,
    map: { title: 'Ours' },
    systems: [
      { id: 'crm', name: 'CRM', deletedAt: 5, deletedBy: 'me' },
      { id: 'web', name: 'Shop', colour: 'red' },
    ],
    widgets: [{ id: 'w1' }, { id: 'w2' }],
    theme: 'dark',
    document: { id: 'AAAAAAAAAAAAAAAAAAAAAA', update: 'AAA=' },
  };
  const { bundle, report } = imported([{ name: 'own.json', text: JSON.stringify(own) }]);
  expect(bundle.systems).toEqual([
    { id: 'crm', name: 'CRM', deletedAt: 5, deletedBy: 'me' },
    { id: 'web', name: 'Shop', colour: 'red' },
  ]);
  expect(report.map(({ level, message, file, pointer }) => [level, file, pointer, message])).toEqual([
    ['ignored', 'own.json', 'widgets', 'This program does not know “widgets”; its 2 entries were left out.'],
    ['ignored', 'own.json', 'theme', 'This program does not know “theme”; it was left out.'],
    [
      'ignored',
      'own.json',
      'document',
      'What merging the file back into its map needs was left out: its records become part of another map.',
    ],
  ]);
});
