import type { Bundle } from '../model/bundle';
import type { Entropy } from '../model/ids';
import { importBackstage } from './backstage/importBackstage';
import type { ImportCandidate } from './candidates';
import type { ChosenFile, ImportFile } from './chosenFile';
import { detectFormat, understood, type ImportFormat } from './detectFormat';
import { importLimits, refuse, refusedEntry, type ImportResult, type Refusal } from './importResult';
import { joinBundles } from './joinBundles';
import { importMermaid } from './mermaid/importMermaid';
import { importThroughline } from './throughline/importThroughline';

/** What came of importing files, with the choice it leaves (see `withoutUnticked`). */
export type ImportFilesResult = ImportResult & { readonly candidates: readonly ImportCandidate[] };

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
  const results = readGroups(groups, entropy);
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

function readGroups({ throughline, mermaid, backstage, unknown }: Groups, entropy: Entropy): readonly Read[] {
  const results: Read[] = [];
  for (const file of throughline)
    results.push({ from: file.name, ...importThroughline(file, entropy), candidates: [] });
  if (mermaid.length > 0) {
    const journeys = importMermaid(mermaid, { entropy, now: entropy.now() });
    results.push({ from: namesOf(mermaid), ...journeys, candidates: [] });
  }
  if (backstage.length > 0)
    results.push({ from: namesOf(backstage), ...importBackstage(backstage, { entropy }) });
  for (const file of unknown) results.push({ from: file.name, ...refuseUnknown(file), candidates: [] });
  return results;
}

function namesOf(files: readonly ImportFile[]): string {
  const first = files[0]?.name ?? '';
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

const noFile: Refusal = { reason: 'empty', message: 'There is no file to import.' };

type Groups = Readonly<Record<ImportFormat | 'unknown', ImportFile[]>>;

function groupByFormat(files: readonly ImportFile[]): Groups {
  const groups: Groups = { throughline: [], mermaid: [], backstage: [], unknown: [] };
  for (const file of files) groups[detectFormat(file) ?? 'unknown'].push(file);
  return groups;
}

function refuseUnknown({ name, text }: ImportFile): ImportResult {
  const what = text.trim() === '' ? 'is empty' : 'is not in a format that can be read';
  return refuse('not-recognised', `${name} ${what}. ${understood}.`, { file: name });
}

function tooManyOf(bundle: Bundle): Refusal | null {
  for (const [kind, records] of Object.entries(bundle)) {
    if (!Array.isArray(records) || records.length <= importLimits.recordsOfAKind) continue;
    const message = `Together the files hold ${records.length} ${kind}; at most ${importLimits.recordsOfAKind} can be taken.`;
    return { reason: 'too-many', message, pointer: kind };
  }
  return null;
}
