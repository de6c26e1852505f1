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
  let all: FunctionTone | null = null;
  for (const one of functions) {
    const tone = toneOfFunction(one);
    if (all !== null && tone !== null && tone !== all) return 'shared';
    all = tone ?? all;
  }
  return all;
}
