import { emptyBundle, type Bundle, type PlainRecord } from '../../model/bundle';
import type { Entropy } from '../../model/ids';
import { kinds, type AnyRecord, type Kind, type RecordRef } from '../../model/kinds';
import { ownName } from '../../model/ownName';
import { idsNamedBy } from '../../model/references';
import { kindOf, type Journey } from '../../model/resolve';
import { isObject } from '../json';
import { readThroughlineFile } from '../throughline/readThroughlineFile';
import { writeThroughlineFile } from '../throughline/writeThroughlineFile';
import { englishOpening } from '../words/en/openingWords';
import { escapeHtml } from './clipboardText';

/** Our own type on the clipboard; other browsers and programs get HTML and plain text. */
export const clipType = 'application/x-throughline+json';

/** Records on their way from one map to another, or to another place of the same one. */
export interface Clip {
  /** The map they were copied from. */
  readonly map: string;
  /** What was selected; the rest of the bundle came along with it. */
  readonly selected: readonly string[];
  readonly bundle: Bundle;
}

/** What a clip is on the clipboard, by type. */
export type ClipTexts = Readonly<Record<typeof clipType | 'text/html' | 'text/plain', string>>;

/** Relations that come along when both their ends do. */
const relationKinds = ['transitions', 'usages', 'dataFlows', 'assignments', 'requirements'] as const;

/** What a relation hangs on: the end that has to be selected for the other one to come along. */
const hangsOn: { readonly [K in (typeof relationKinds)[number]]: readonly string[] } = {
  transitions: ['from', 'to'],
  usages: ['touchpoint'],
  dataFlows: ['from', 'to'],
  assignments: ['subject'],
  requirements: ['subject'],
};

/**
 * What of a map goes onto the clipboard (CLIP-1): what is selected, the relations between, and whatever these name (the
 * systems a touchpoint uses, who owns it, its data), so that it can be matched by name in another map.
 */
export function makeClip(journey: Journey, map: string, records: readonly RecordRef[]): Clip {
  const bundle = emptyBundle();
  const taken = new Set<string>();
  const take = (kind: Kind, id: string): void => {
    const record = journey[kind].byId.get(id);
    if (!record || taken.has(id)) return;
    taken.add(id);
    (bundle[kind] as PlainRecord<Kind>[]).push(record as PlainRecord<Kind>);
  };
  for (const { kind, id } of records) take(kind, id);
  const selected = [...taken];
  const isSelected = new Set(selected);
  for (const kind of relationKinds) {
    for (const record of journey[kind].all as readonly AnyRecord[]) {
      const ends = record as Readonly<Record<string, unknown>>;
      if (hangsOn[kind].every((end) => isSelected.has(String(ends[end])))) take(kind, record.id);
    }
  }
  for (const id of namedBy(bundle)) {
    const kind = kindOf(journey, id);
    // A touchpoint or stage that was not selected stays where it is.
    if (kind !== null && companyKinds.has(kind)) take(kind, id);
  }
  return { map, selected, bundle };
}

/** Kinds that come along because something selected names them. */
const companyKinds: ReadonlySet<Kind> = new Set(['systems', 'parties', 'personas', 'dataObjects', 'rulers']);

function namedBy(bundle: Bundle): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const kind of kinds)
    for (const record of bundle[kind]) for (const id of idsNamedBy(kind, record)) ids.add(id);
  return ids;
}

/** A clip as texts for the system's clipboard; plain text is the names of what was selected, one a line. */
export function writeClip({ map, selected, bundle }: Clip): ClipTexts {
  const own = writeThroughlineFile({ bundle, unknown: { clip: { map, selected } } });
  const isSelected = new Set(selected);
  const names = kinds.flatMap((kind) =>
    (bundle[kind] as readonly AnyRecord[])
      .filter(({ id }) => isSelected.has(id))
      .map((record) => ownName(kind, record))
      .filter((name) => name !== ''),
  );
  const items = names.map((name) => `<li>${escapeHtml(name)}</li>`).join('');
  return {
    [clipType]: own,
    'text/html': `<meta charset="utf-8"><ul data-throughline="${escapeHtml(JSON.stringify(JSON.parse(own)))}">${items}</ul>`,
    'text/plain': names.join('\n'),
  };
}

/** Our own content of a clipboard, null when there is none; damaged, from a newer program, or too large: why not. */
export type ReadClip =
  | { readonly ok: true; readonly clip: Clip }
  | { readonly ok: false; readonly reason: 'damaged' | 'newer' };

/**
 * Reads a clip from what is on the clipboard, leniently as any file of ours; null when nothing of ours is there.
 *
 * @param own the content of our own type, empty when there is none
 * @param html the HTML, which carries the same between browsers
 */
export function readClip(own: string, html: string, entropy: Entropy): ReadClip | null {
  const text = own === '' ? carriedBy(html) : own;
  if (text === null) return null;
  // What is wrong with it is told by its reason, never in the reader's words.
  const read = readThroughlineFile(text, 'clipboard', entropy, englishOpening);
  if (!read.ok) return { ok: false, reason: 'damaged' };
  const { bundle, unknown, isNewer } = read.file;
  if (isNewer) return { ok: false, reason: 'newer' };
  const about = unknown['clip'];
  if (!isObject(about) || typeof about['map'] !== 'string') return { ok: false, reason: 'damaged' };
  const selected = Array.isArray(about['selected']) ? about['selected'] : [];
  const texts = selected.filter((id): id is string => typeof id === 'string');
  return { ok: true, clip: { map: about['map'], selected: texts, bundle } };
}

function carriedBy(html: string): string | null {
  const carried = /\sdata-throughline="([^"]*)"/.exec(html)?.[1];
  if (carried === undefined) return null;
  return carried
    .replaceAll('<br>', '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
