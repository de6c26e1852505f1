import { emptyBundle, type BundleDraft } from '../../model/bundle';
import { newRecordId, type Entropy } from '../../model/ids';
import type { Pasted, Place } from './pasteClip';

/** Most touchpoints that are made of one paste. */
export const mostPastedLines = 500;
/** A longer line is text, not a title: it goes into the description too. */
const longestTitle = 200;

/** The lines of a text that say something, without the bullets and numbers in front of them. */
export function readLines(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–—◦▪]|\d{1,3}[.)])\s+/u, '').trim())
    .filter((line) => line !== '');
}

/** Rows that new touchpoints take turns in, beginning with the first. */
const rows = 2;

/**
 * One touchpoint a line, in their order along the timeline, each joined to the one before (CLIP-4).
 *
 * @param after a touchpoint the customer comes from; null to begin a path
 */
export function pasteLines(
  lines: readonly string[],
  place: Place,
  after: string | null,
  entropy: Entropy,
): Pasted {
  const bundle = emptyBundle();
  const titles = lines.map((line) => titleOf(line));
  const made = addChain(bundle, titles, place, after, entropy);
  return { bundle, selected: made.map((id) => ({ kind: 'touchpoints', id })) };
}

function titleOf(line: string): { readonly title: string; readonly description?: string } {
  if (line.length <= longestTitle) return { title: line };
  return { title: `${line.slice(0, longestTitle).trimEnd()}…`, description: line };
}

/** Adds touchpoints in a row, each joined to the one before. Returns their ids. */
export function addChain(
  bundle: BundleDraft,
  all: readonly Partial<BundleDraft['touchpoints'][number]>[],
  place: Place,
  after: string | null,
  entropy: Entropy,
): readonly string[] {
  let from = after;
  return all.map((fields, index) => {
    const id = newRecordId(entropy);
    const offset = place.offset === 0 ? index % rows : place.offset - (index % rows);
    bundle.touchpoints.push({ ...fields, id, at: place.at + index, offset });
    if (from !== null) bundle.transitions.push({ id: newRecordId(entropy), from, to: id, kind: 'next' });
    from = id;
    return id;
  });
}
