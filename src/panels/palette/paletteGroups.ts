import {
  intents,
  missingNeed,
  shownKeyOf,
  type Intent,
  type IntentId,
  type Situation,
} from '../../commands/intents';
import { foldText } from '../../model/foldText';
import { isKind, type Kind, type RecordRef } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';
import { matchScore, queryWords } from './fuzzyMatch';
import { recordIndex, type IndexedRecord } from './recordIndex';

/** Something the palette offers. */
export type PaletteEntry =
  | {
      readonly type: 'intent';
      readonly id: IntentId;
      readonly label: string;
      readonly missing: string | null;
    }
  | { readonly type: 'record'; readonly kind: Kind; readonly id: string; readonly label: string };

export interface PaletteGroup {
  readonly id: 'recent' | 'commands' | 'records';
  readonly entries: readonly PaletteEntry[];
}

/** What the palette shows for a query, and how much it found in all. */
export interface PaletteFindings {
  readonly groups: readonly PaletteGroup[];
  readonly shown: number;
  readonly count: number;
}

/** Lines that are shown at most; more would only be scrolled past. */
const mostRecords = 50;
const mostRecent = 6;
/** What was used lately comes before what fits as well. */
const recentPoints = 30;

/** The key by which the palette remembers what was chosen. */
export function entryKey(entry: PaletteEntry): string {
  return entry.type === 'intent' ? `intent:${entry.id}` : recordKey(entry);
}

/** The key by which a record is remembered. */
export function recordKey({ kind, id }: RecordRef): string {
  return `${kind}:${id}`;
}

/**
 * What the palette offers for a query. Without one: what was used lately, then every command. With one: commands and
 * records that fit, the better fitting group first, what was used lately before its equals. Commands that cannot be
 * carried out now come last and say why.
 */
export function findInPalette(
  journey: Journey,
  situation: Situation,
  query: string,
  recents: readonly string[],
): PaletteFindings {
  const words = queryWords(query);
  const offered = intents
    .filter(({ id }) => id !== 'palette.open')
    .map((intent) => entryOf(intent, situation));
  const groups =
    words.length === 0 ? unasked(journey, offered, recents) : matching(journey, offered, words, recents);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const shown = groups
    .map(({ id, entries }) => ({ id, entries }))
    .filter(({ entries }) => entries.length > 0);
  return { groups: shown, count, shown: shown.reduce((sum, { entries }) => sum + entries.length, 0) };
}

type Counted = PaletteGroup & { readonly count: number };

function entryOf(intent: Intent, situation: Situation): PaletteEntry {
  const need = missingNeed(intent, situation);
  const missing = need === null ? null : t(`palette.needs.${need}`);
  return { type: 'intent', id: intent.id, label: t(`palette.intent.${intent.id}`), missing };
}

function unasked(journey: Journey, offered: readonly PaletteEntry[], recents: readonly string[]): Counted[] {
  const recent = recents.flatMap((key) => recalled(journey, offered, key) ?? []).slice(0, mostRecent);
  const commands = possibleFirst(offered);
  return [
    { id: 'recent', entries: recent, count: recent.length },
    { id: 'commands', entries: commands, count: commands.length },
  ];
}

/** What a key stood for, if it is still there and can be used. */
function recalled(journey: Journey, offered: readonly PaletteEntry[], key: string): PaletteEntry | null {
  const [kind = '', id = ''] = key.split(/:(.*)/s);
  if (kind === 'intent')
    return (
      offered.find((entry) => entry.type === 'intent' && entry.id === id && entry.missing === null) ?? null
    );
  if (!isKind(kind) || !journey[kind].byId.has(id)) return null;
  const record = recordIndex(journey).find((one) => one.kind === kind && one.id === id);
  return record ? recordEntry(record) : null;
}

function possibleFirst(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  const isMissing = (entry: PaletteEntry): boolean => entry.type === 'intent' && entry.missing !== null;
  return [...entries.filter((entry) => !isMissing(entry)), ...entries.filter(isMissing)];
}

/** What cannot be carried out comes after what can, but before what only has the letters of the query somewhere. */
function bestFitsFirst(entries: readonly PaletteEntry[], words: readonly string[]): readonly PaletteEntry[] {
  const fits = ({ label }: PaletteEntry): boolean => words.every((word) => foldText(label).includes(word));
  return [...possibleFirst(entries.filter(fits)), ...possibleFirst(entries.filter((entry) => !fits(entry)))];
}

function recordEntry({ kind, id, name }: IndexedRecord): PaletteEntry {
  return { type: 'record', kind, id, label: name };
}

function matching(
  journey: Journey,
  offered: readonly PaletteEntry[],
  words: readonly string[],
  recents: readonly string[],
): Counted[] {
  const lately = new Map(recents.map((key, index) => [key, recentPoints / (index + 1)]));
  const commands = ranked(
    offered,
    words,
    (entry) => foldText(entry.label),
    (entry) => lately.get(entryKey(entry)),
  );
  const records = ranked(
    recordIndex(journey),
    words,
    (record) => record.folded,
    (record) => lately.get(recordKey(record)),
  );
  const groups: (Counted & { best: number })[] = [
    {
      id: 'commands',
      entries: bestFitsFirst(
        commands.map(({ one }) => one),
        words,
      ),
      count: commands.length,
      best: commands[0]?.score ?? 0,
    },
    {
      id: 'records',
      entries: records.slice(0, mostRecords).map(({ one }) => recordEntry(one)),
      count: records.length,
      best: records[0]?.score ?? 0,
    },
  ];
  return groups.toSorted((a, b) => b.best - a.best);
}

function ranked<T>(
  all: readonly T[],
  words: readonly string[],
  foldedOf: (one: T) => string,
  extra: (one: T) => number | undefined,
): readonly { readonly one: T; readonly score: number }[] {
  const found: { one: T; score: number }[] = [];
  for (const one of all) {
    const score = matchScore(foldedOf(one), words);
    if (score !== null) found.push({ one, score: score + (extra(one) ?? 0) });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** The key that is shown beside a command. */
export function shortcutOf(entry: PaletteEntry): string | undefined {
  return entry.type === 'intent' ? shownKeyOf(entry.id) : undefined;
}
