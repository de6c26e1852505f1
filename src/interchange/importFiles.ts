import type { Bundle } from '../model/bundle';
import type { Entropy } from '../model/ids';
import { kinds } from '../model/kinds';
import { importBackstage } from './backstage/importBackstage';
import type { ImportCandidate } from './candidates';
import type { ChosenFile, ImportFile } from './chosenFile';
import { detectFormat, type ImportFormat } from './detectFormat';
import { importLimits, refuse, refusedEntry, type ImportResult, type Refusal } from './importResult';
import { joinBundles } from './joinBundles';
import { importMermaid } from './mermaid/importMermaid';
import { importThroughline } from './throughline/importThroughline';
import type { FileWords } from './words/en/fileWords';
import type { ImportWords } from './words/importWords';

/** What came of importing files, with the choice it leaves (see `withoutUnticked`). */
export type ImportFilesResult = ImportResult & { readonly candidates: readonly ImportCandidate[] };

/** What an import needs from outside: chance and time, and the language its report speaks. */
interface ImportContext {
  readonly entropy: Entropy;
  readonly words: ImportWords;
}

/**
 * Reads files of any known format into one bundle with one report: the one door for the interface and the command line.
 * The bundle holds every candidate; `withoutUnticked(result, suggestedIds(result))` is the usual choice. A file that
 * cannot be read is refused in the report while others can; when none can, the whole import is refused.
 */
export function importFiles(files: readonly ChosenFile[], context: ImportContext): ImportFilesResult {
  const { words } = context;
  const groups = groupByFormat(files.filter((file) => 'text' in file));
  const results = readGroups(groups, context);
  const refusals = [
    ...files.flatMap((file) => ('refusal' in file ? [file.refusal] : [])),
    ...results.flatMap((result) => (result.ok ? [] : [result.refusal])),
  ];
  const taken = results.flatMap((result) => (result.ok ? [result] : []));
  if (taken.length === 0) return { ok: false, refusal: refusals[0] ?? noFile(words.files), candidates: [] };
  const joined = joinBundles(taken, words.joining);
  const tooMany = tooManyOf(joined.bundle, words.files);
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

function readGroups(
  { throughline, mermaid, backstage, unknown }: Groups,
  { entropy, words }: ImportContext,
): readonly Read[] {
  const results: Read[] = [];
  for (const file of throughline)
    results.push({ from: file.name, ...importThroughline(file, entropy, words), candidates: [] });
  if (mermaid.length > 0) {
    const journeys = importMermaid(mermaid, { entropy, now: entropy.now(), words });
    results.push({ from: together(mermaid, words.files), ...journeys, candidates: [] });
  }
  if (backstage.length > 0) {
    const catalogue = importBackstage(backstage, { entropy, words });
    results.push({ from: together(backstage, words.files), ...catalogue });
  }
  for (const file of unknown)
    results.push({ from: file.name, ...refuseUnknown(file, words.files), candidates: [] });
  return results;
}

function together(files: readonly ImportFile[], words: FileWords): string {
  return words.together({ first: files[0]?.name ?? '', more: files.length - 1 });
}

function noFile(words: FileWords): Refusal {
  return { reason: 'empty', message: words.nothingToImport };
}

type Groups = Readonly<Record<ImportFormat | 'unknown', ImportFile[]>>;

function groupByFormat(files: readonly ImportFile[]): Groups {
  const groups: Groups = { throughline: [], mermaid: [], backstage: [], unknown: [] };
  for (const file of files) groups[detectFormat(file) ?? 'unknown'].push(file);
  return groups;
}

function refuseUnknown({ name, text }: ImportFile, words: FileWords): ImportResult {
  const message = words.unknownFormat({ file: name, isEmpty: text.trim() === '' });
  return refuse('not-recognised', message, { file: name });
}

function tooManyOf(bundle: Bundle, words: FileWords): Refusal | null {
  const limit = importLimits.recordsOfAKind;
  for (const kind of kinds) {
    const count = bundle[kind].length;
    if (count <= limit) continue;
    const message = words.tooManyTogether({ count, kind, limit });
    return { reason: 'too-many', message, pointer: kind };
  }
  return null;
}
