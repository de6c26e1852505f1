import type { Bundle } from '../model/bundle';
import type { Kind } from '../model/kinds';
import { withoutRecords } from './references';

/** Something an importer found that people may want to leave out (or take although it is usually left out). */
export interface ImportCandidate {
  /** Id of the record in the imported bundle. */
  readonly id: string;
  readonly kind: Extract<Kind, 'systems' | 'dataFlows'>;
  readonly name: string;
  /** What it is and where it comes from, in a few words. */
  readonly note: string;
  /** Whether it is taken unless somebody says otherwise. */
  readonly suggested: boolean;
}

/** An imported bundle with the choice it leaves. */
export interface Choice {
  readonly bundle: Bundle;
  readonly candidates: readonly ImportCandidate[];
}

/** The ids of what is taken unless somebody says otherwise. */
export function suggestedIds({ candidates }: Pick<Choice, 'candidates'>): ReadonlySet<string> {
  return new Set(candidates.filter(({ suggested }) => suggested).map(({ id }) => id));
}

/** The bundle without the candidates that were not ticked, and without the relations that end at one of them. */
export function withoutUnticked({ bundle, candidates }: Choice, ticked: ReadonlySet<string>): Bundle {
  return withoutRecords(bundle, new Set(candidates.map(({ id }) => id).filter((id) => !ticked.has(id))));
}
