import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportFile } from '../../../src/interchange/chosenFile';
import { groupReport } from '../../../src/interchange/groupReport';
import { importFiles, type ImportFilesResult } from '../../../src/interchange/importFiles';
import type { ReportEntry } from '../../../src/interchange/importResult';
import { mergeBundle, mergeReport } from '../../../src/interchange/mergeBundle';
import { german } from '../../../src/interchange/words/de/importWords';
import { english } from '../../../src/interchange/words/en/importWords';
import type { ImportWords } from '../../../src/interchange/words/importWords';
import { emptyBundle, type BundleDraft } from '../../../src/model/bundle';
import { createJourneyDocument } from '../../../src/doc/seed';
import { resolve, type Journey } from '../../../src/model/resolve';
import { seededEntropy } from '../../support/testNetwork';
import { catalogOf, repositories } from '../backstage/catalogSamples';
import { imports, sentencesOfLimits } from './everySentence';

const diagrams = new URL('../../samples/mermaid-journey/', import.meta.url);
const samples: Readonly<Record<string, readonly ImportFile[]>> = {
  ...imports,
  'every sample diagram': readdirSync(diagrams)
    .filter((name) => name.endsWith('.mmd'))
    .map((name) => ({ name, text: readFileSync(new URL(name, diagrams), 'utf8') })),
  ...Object.fromEntries(repositories.map((name) => [name, catalogOf(name)])),
};

function read(files: readonly ImportFile[], words: ImportWords): ImportFilesResult {
  return importFiles(files, { entropy: seededEntropy(1), words });
}

/** Everything an import says: its refusal or report, and what it says of what it offers. */
function entriesOf(result: ImportFilesResult): readonly ReportEntry[] {
  return result.ok ? result.report : [{ ...result.refusal, level: 'refused' }];
}

/** A sentence without what is quoted, and without files, references, keys and numbers: only its language is left. */
function languageOf({ message, file = '', pointer = '' }: ReportEntry): string {
  const quoted = /„[^“]*“|“[^”]*”/g;
  return [file, pointer]
    .filter((name) => name !== '')
    .reduce((text, name) => text.replaceAll(name, ' '), message)
    .replaceAll(quoted, ' ')
    .replaceAll(/\S*[./:@]\S+/g, ' ');
}

const englishWords = /\b(?:[Tt]he|of|and|its|it|is|not|[Tt]his|has|which|were|no|with|[Aa]|to|be|at|line)\b/;
const germanLetters = /["”‘’]|\.\.\./;

describe.each(Object.keys(samples))('LNG-7: a report speaks German: %s', (name) => {
  const files = samples[name] ?? [];
  const [inEnglish, inGerman] = [read(files, english), read(files, german)];
  const said = entriesOf(inGerman);

  test('about the same things at the same places as in English', () => {
    const places = (entries: readonly ReportEntry[]) =>
      entries.map(({ level, file, line, pointer }) => [level, file, line, pointer]);
    expect(places(said)).toEqual(places(entriesOf(inEnglish)));
    expect(inGerman.candidates.map(({ id }) => id)).toEqual(inEnglish.candidates.map(({ id }) => id));
  });

  test('and no sentence is English', () => {
    const known = new Set(entriesOf(inEnglish).map(({ message }) => message));
    const foreign = said.filter((entry) => known.has(entry.message) || englishWords.test(languageOf(entry)));
    expect(foreign.map(({ message }) => message)).toEqual([]);
    expect(said.filter((entry) => germanLetters.test(languageOf(entry)))).toEqual([]);
    expect(said.filter(({ message }) => !message.endsWith('.'))).toEqual([]);
  });
});

/** A map that has what `mergeBundle` recognises in every way. */
function mapOf(fill: (bundle: BundleDraft) => void): Journey {
  const bundle = emptyBundle();
  fill(bundle);
  return resolve(createJourneyDocument({ entropy: seededEntropy(1), actor: 'me', bundle }).readTables());
}

/** What is said when an import is fitted into a map, by every way of recognising something. */
function mergedIn(words: ImportWords): readonly string[] {
  const source = { format: 'mermaid', file: 'a.mmd', pointer: 'tasks[Pay]', importedAt: 1 };
  const journey = mapOf(({ systems, touchpoints, parties, transitions }) => {
    systems.push({ id: 'crm', name: 'CRM' }, { id: 'till', name: 'Till' });
    touchpoints.push({ id: 'pay', title: 'Pay', source });
    parties.push({ id: 'kim', name: 'Kim', type: 'team' });
    transitions.push({ id: 't', from: 'pay', to: null, kind: 'drop-out' });
  });
  const imported = emptyBundle();
  imported.systems.push({ id: 'crm', name: 'CRM' }, { id: 'new', name: 'till' });
  imported.systems.push({ id: 'gone', name: 'Gone', deletedAt: 5 });
  imported.touchpoints.push({ id: 'other', title: 'Pay now', source });
  imported.parties.push({ id: 'person', name: 'Kim', type: 'person' });
  imported.transitions.push({ id: 'u', from: 'other', to: null, kind: 'drop-out' });
  return mergeReport(mergeBundle(imported, journey).notes, words.joining).map(({ message }) => message);
}

test('LNG-7: what an open map has already is said in German', () => {
  expect(mergedIn(german)).toEqual([
    'Was im Import gelöscht ist, blieb weg: 1 Eintrag.',
    'Das System „CRM“ ist schon auf der Karte und wird auf den neuen Stand gebracht.',
    'Der Kontaktpunkt „Pay“ wurde schon einmal importiert und wird auf den neuen Stand gebracht.',
    'Die Person „Kim“ meint etwas anderes als der gleichnamige Eintrag der Karte; beide sind da.',
    'Das System „Till“ ist unter demselben Namen auf der Karte; was dort fehlt, wird ergänzt.',
    'Ein Schritt ist schon auf der Karte.',
  ]);
  expect(mergedIn(english)).toHaveLength(6);
});

test.each(Object.keys(sentencesOfLimits))('LNG-7: %s has words of its own in German', (name) => {
  const [inEnglish = '', inGerman = ''] = [english, german].map((words) => sentencesOfLimits[name]?.(words));
  expect(inGerman).not.toBe(inEnglish);
  expect(englishWords.test(languageOf({ level: 'refused', message: inGerman, file: 'a.txt' }))).toBe(false);
});

type Said = (path: string) => void;

/** The same words, which tell when one of them is used. */
function overheard<T extends object>(words: T, said: Said, path = ''): T {
  const copy = {};
  for (const [key, word] of Object.entries(words) as [string, unknown][]) {
    const here = path === '' ? key : `${path}.${key}`;
    const get = (): unknown => {
      said(here);
      return word;
    };
    const isGroup = typeof word === 'object' && word !== null;
    Object.defineProperty(copy, key, isGroup ? { value: overheard(word, said, here) } : { get });
  }
  return copy as T;
}

function pathsOf(words: object, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, word]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof word === 'object' && word !== null ? pathsOf(word, here) : [here];
  });
}

test('LNG-7: these tests hear every sentence there is', () => {
  const said = new Set(['language', ...Object.keys(sentencesOfLimits)]);
  const words = overheard(german, (path) => said.add(path));
  for (const files of Object.values(imports)) read(files, words);
  mergedIn(words);
  expect(pathsOf(german).filter((path) => !said.has(path))).toEqual([]);
  expect(pathsOf(german).toSorted()).toEqual(pathsOf(english).toSorted());
});

test('LNG-7, INT-44: of German sentences that differ in names and numbers alone a few are said', () => {
  const names = ['a', 'b', 'c', 'd'];
  const entries = names.map((name, index): ReportEntry => {
    const score = 6 + index + index / 10;
    return { level: 'clamped', message: german.mermaid.scoreOutside({ score, title: name, emotion: 2 }) };
  });
  const kept: ReportEntry = { level: 'clamped', message: german.mermaid.textCut({ limit: 65_536 }) };
  expect(groupReport([...entries, kept], 1)).toEqual([
    { entry: entries[0], more: 3 },
    { entry: kept, more: 0 },
  ]);
});

test('LNG-7: German numbers, and what an import names itself', () => {
  const { mermaid } = german;
  expect(mermaid.scoreOutside({ score: -1.5, title: 'Pay', emotion: -2 })).toBe(
    'Die Bewertung −1,5 von „Pay“ liegt nicht zwischen 1 und 5; als Gefühl gilt −2.',
  );
  const made = read([{ name: 'a.mmd', text: 'journey\nsection Kauf\nZahlen: 3: Kundin' }], german);
  expect(made.ok && made.bundle.rulers.map(({ name }) => name)).toEqual(['Phasen']);
});
