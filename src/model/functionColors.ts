import type { PartyFunction } from './records/party';

/** The four colour families of product.md: who a thing belongs to, at a glance. */
export type FunctionTone = 'marketing' | 'it' | 'shared' | 'operations';

/** Colour family of a function; null (nobody, or not stated) has none. */
export function toneOfFunction(party: PartyFunction | null): FunctionTone | null {
  switch (party) {
    case null:
      return null;
    case 'marketing':
      return 'marketing';
    case 'it':
      return 'it';
    default:
      return 'operations';
  }
}

/** Colour family of something with several owners: `shared` once they come from different functions. */
export function toneOfOwners(functions: readonly (PartyFunction | null)[]): FunctionTone | null {
  const tones = new Set(functions.map(toneOfFunction).filter((tone) => tone !== null));
  if (tones.size > 1) return 'shared';
  return [...tones][0] ?? null;
}
