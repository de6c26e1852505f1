import type { JourneyMap } from './records/map';
import { kinds, type Kind, type RecordOfKind } from './kinds';

/** A record outside a document: an id and whichever fields are stated. Fields left out have their empty value. */
export type PlainRecord<K extends Kind> = { readonly id: string } & Partial<Omit<RecordOfKind<K>, 'id'>>;

/**
 * Records on their way into or out of a document: what importers make, what files hold, what the clipboard carries.
 * Relations inside a bundle use the bundle's own ids.
 */
export type Bundle = { readonly [K in Kind]: readonly PlainRecord<K>[] } & {
  readonly map: Partial<Omit<JourneyMap, 'id'>>;
};

/** A bundle that can be filled. */
export type BundleDraft = { [K in Kind]: PlainRecord<K>[] } & { map: Partial<Omit<JourneyMap, 'id'>> };

/** A bundle without a record, to fill. */
export function emptyBundle(): BundleDraft {
  return { ...Object.fromEntries(kinds.map((kind) => [kind, []])), map: {} } as unknown as BundleDraft;
}

/** How many records a bundle holds. */
export function bundleSize(bundle: Bundle): number {
  return kinds.reduce((sum, kind) => sum + bundle[kind].length, 0);
}
