import { bundleSize, type Bundle } from '../model/bundle';
import type { Entropy } from '../model/ids';
import { importBackstage } from './backstage/importBackstage';
import type { ImportCandidate } from './candidates';
import { decodeText } from './decodeText';
import {
  importLimits,
  refuse,
  refusedEntry,
  type ImportResult,
  type Refusal,
  type ReportEntry,
} from './importResult';
import { joinBundles } from './joinBundles';
import { findJourneys } from './mermaid/findJourneys';
import { importMermaid } from './mermaid/importMermaid';
import type { ThroughlineFile } from './throughline/fileFormat';
import { looksLikeThroughlineFile, readThroughlineFile } from './throughline/readThroughlineFile';

/** A file as it arrives from a picker, a drop, the clipboard or the command line. */
export interface ImportFile {
  /** Its name, with folders where they are known: relative references between files are looked up by it. */
  readonly name: string;
  readonly text: string;
}

/** A file that could not be read at all, and why. */
interface RefusedFile {
  readonly name: string;
  readonly refusal: Refusal;
}

/** What somebody chose to import: texts, and files that are none. */
export type ChosenFile = ImportFile | RefusedFile;

/** A file as it lies on a disk, to import. */
export function chosenFile(name: string, bytes: Uint8Array): ChosenFile {
  const decoded = decodeText(bytes, name);
  return decoded.ok ? { name, text: decoded.text } : { name, refusal: decoded.refusal };
}

export type ImportFormat = 'throughline' | 'mermaid' | 'backstage';

/** What came of importing files, with the choice it leaves (see `withoutUnticked`). */
export type ImportFilesResult = ImportResult & { readonly candidates: readonly ImportCandidate[] };

const understood =
  'Understood are Throughline files (.throughline.json), Mermaid journeys (.mmd, .mermaid, .md, .html) and Backstage catalogues (.yaml, .yml)';

/** Which of the formats a file is in: by what it says, then by its name; null when it is none of them. */
export function detectFormat({ name, text }: ImportFile): ImportFormat | null {
  if (looksLikeThroughlineFile(text)) return 'throughline';
  const isDocument = /\.(?:md|markdown|mdx|html?|xhtml)$/i.test(name);
  if (!isDocument && /^\uFEFF?apiVersion:[ \t]*["']?backstage\.io\//m.test(text)) return 'backstage';
  if (text.length <= importLimits.characters && findJourneys(text, name).length > 0) return 'mermaid';
  if (/\.ya?ml$/i.test(name)) return 'backstage';
  if (/\.(?:mmd|mermaid)$/i.test(name)) return 'mermaid';
  return /\.json$/i.test(name) ? 'throughline' : null;
}

/**
 * Reads files of any known format into one bundle with one report: the one door for the interface and the command line.
 * The bundle holds every candidate; `withoutUnticked(result, suggestedIds(result))` is the usual choice. A file that
 * cannot be read is refused in the report while others can; when none can, the whole import is refused.
 */
export function importFiles(
  files: readonly ChosenFile[],
  { entropy }: { readonly entropy: Entropy },
): ImportFilesResult {
  const groups = groupByFormat(files.filter((file) => 'text' in file));
  const results: Read[] = [
    ...groups.throughline.map((file) => ({ from: file.name, ...importOwn(file, entropy) })),
    ...(groups.mermaid.length > 0
      ? [
          {
            from: namesOf(groups.mermaid),
            ...withNoChoice(importMermaid(groups.mermaid, fromEntropy(entropy))),
          },
        ]
      : []),
    ...(groups.backstage.length > 0
      ? [{ from: namesOf(groups.backstage), ...importBackstage(groups.backstage, { entropy }) }]
      : []),
    ...groups.unknown.map((file) => ({ from: file.name, ...refuseUnknown(file) })),
  ];
  const refusals = [
    ...files.flatMap((file) => ('refusal' in file ? [file.refusal] : [])),
    ...results.flatMap((result) => (result.ok ? [] : [result.refusal])),
  ];
  const taken = results.flatMap((result) => (result.ok ? [result] : []));
  if (taken.length === 0) return { ok: false, refusal: refusals[0] ?? noFile, candidates: [] };
  const joined = joinBundles(taken);
  const tooMany = tooManyOf(joined.bundle);
  if (tooMany) return { ok: false, refusal: tooMany, candidates: [] };
  return {
    ok: true,
    bundle: joined.bundle,
    report: [...refusals.map(refusedEntry), ...taken.flatMap(({ report }) => report), ...joined.report],
    // What another file has under the same name is no longer a matter of choice.
    candidates: taken.flatMap(({ candidates }) => candidates).filter(({ id }) => !joined.mergedIds.has(id)),
  };
}

/** What came of some files, and how they are called together. */
type Read = ImportFilesResult & { readonly from: string };

function namesOf(files: readonly ImportFile[]): string {
  const first = files[0]?.name ?? '';
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

const noFile: Refusal = { reason: 'empty', message: 'There is no file to import.' };

function groupByFormat(files: readonly ImportFile[]): Record<ImportFormat | 'unknown', ImportFile[]> {
  const groups: Record<ImportFormat | 'unknown', ImportFile[]> = {
    throughline: [],
    mermaid: [],
    backstage: [],
    unknown: [],
  };
  for (const file of files) groups[detectFormat(file) ?? 'unknown'].push(file);
  return groups;
}

function fromEntropy(entropy: Entropy): { readonly entropy: Entropy; readonly now: number } {
  return { entropy, now: entropy.now() };
}

function withNoChoice(result: ImportResult): ImportFilesResult {
  return { ...result, candidates: [] };
}

function importOwn(file: ImportFile, entropy: Entropy): ImportFilesResult {
  const read = readThroughlineFile(file.text, file.name, entropy);
  if (!read.ok) return { ...read, candidates: [] };
  const { bundle, isNewer, version } = read.file;
  if (isNewer) {
    const message = `${file.name} was written by a newer version (${version}) of this program and cannot be taken over.`;
    return { ...refuse('newer-version', message, { file: file.name }), candidates: [] };
  }
  if (bundleSize(bundle) === 0 && Object.keys(bundle.map).length === 0)
    return { ...refuse('empty', `${file.name} holds no record.`, { file: file.name }), candidates: [] };
  return { ok: true, bundle, report: [...read.report, ...leftBehind(read.file, file.name)], candidates: [] };
}

/** What one of our files holds beside its records, which has no place in a bundle. */
function leftBehind({ unknown, document }: ThroughlineFile, file: string): readonly ReportEntry[] {
  const entries: ReportEntry[] = Object.entries(unknown).map(([key, value]) => {
    const what = Array.isArray(value) ? `its ${value.length} entries were left out` : 'it was left out';
    const message = `This program does not know “${key}”; ${what}.`;
    return { level: 'ignored', message, file, pointer: key };
  });
  if (!document) return entries;
  const message =
    'What merging the file back into its map needs was left out: its records become part of another map.';
  return [...entries, { level: 'ignored', message, file, pointer: 'document' }];
}

function refuseUnknown({ name, text }: ImportFile): ImportFilesResult {
  const what = text.trim() === '' ? 'is empty' : 'is not in a format that can be read';
  return { ...refuse('not-recognised', `${name} ${what}. ${understood}.`, { file: name }), candidates: [] };
}

function tooManyOf(bundle: Bundle): Refusal | null {
  for (const [kind, records] of Object.entries(bundle)) {
    if (!Array.isArray(records) || records.length <= importLimits.recordsOfAKind) continue;
    const message = `Together the files hold ${records.length} ${kind}; at most ${importLimits.recordsOfAKind} can be taken.`;
    return { reason: 'too-many', message, pointer: kind };
  }
  return null;
}
