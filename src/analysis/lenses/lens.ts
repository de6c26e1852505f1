import type { Kind } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import type { Finding, FindingKind } from '../finding';

/** The five ways of looking at the one canvas, in the order of their keys 1 … 5. */
export const lenses = ['experience', 'systems', 'ownership', 'privacy', 'alignment'] as const;
export type Lens = (typeof lenses)[number];

/** Everything a lens can say of a record, by lens. Each has a sign, a colour, a line of text and a line in the legend. */
export const lensMarks = {
  experience: ['owner', 'nobody', 'nothing'],
  systems: [
    'systems',
    'systems-at-risk',
    'no-system',
    'none-needed',
    'sanctioned',
    'tolerated',
    'shadow',
    'standing-unknown',
    'unused',
    'by-hand',
    'slow',
    'quick',
    'sketched',
  ],
  ownership: [
    'marketing',
    'it',
    'sales',
    'service',
    'operations',
    'legal',
    'external',
    'other',
    'owner-unplaced',
    'several-owners',
    'nobody',
    'hand-over',
  ],
  privacy: [
    'special',
    'personal',
    'privacy-gap',
    'basis',
    'cleared',
    'clearance-unknown',
    'no-retention',
    'no-personal',
  ],
  alignment: [
    'disagreed',
    'question',
    'asked',
    'ballot-open',
    'waiting',
    'answered',
    'agreed',
    'revealed',
    'nothing-said',
  ],
} as const satisfies Readonly<Record<Lens, readonly string[]>>;
export type LensMark = (typeof lensMarks)[Lens][number];

/** What stands beside the mark: how the customer feels, how a system is getting on, what is missing beside it. */
export const lensAsides = [
  'awful',
  'bad',
  'neither',
  'good',
  'delighted',
  'planned',
  'phasing-out',
  'retired',
  'no-it-owner',
  'no-business-owner',
] as const;
export type LensAside = (typeof lensAsides)[number];

/** The kinds of records a lens speaks of. */
export type LensKind = Extract<Kind, 'touchpoints' | 'systems' | 'transitions' | 'dataFlows'>;

/**
 * What a lens says of one record. Flat and plain, so that two of them are compared at a glance; words are for the
 * interface to choose.
 */
export interface LensSays {
  readonly mark: LensMark;
  readonly aside: LensAside | null;
  /** How strongly the record stands out by itself. */
  readonly emphasis: 'dim' | 'plain' | 'strong';
  /** The name in the line: the first owner, the first item, the region. Empty for none. */
  readonly name: string;
  /** A choice of the model in the line: lawful basis, classification, a kind of finding. Empty for none. */
  readonly value: string;
  /** What the line counts: systems, flows, requirements. */
  readonly count: number;
  /** How many there are beside the one named or counted. */
  readonly more: number;
}

/** What a lens looks at. Findings are those of the last analysis, which may be an edit behind on the largest maps. */
export interface LensWorld {
  readonly journey: Journey;
  readonly findingsByRecord: ReadonlyMap<string, readonly Finding[]>;
}

/** Fills in what a lens leaves unsaid: plain, nothing named, nothing counted. */
export function says(mark: LensMark, rest: Partial<Omit<LensSays, 'mark'>> = {}): LensSays {
  return { mark, aside: null, emphasis: 'plain', name: '', value: '', count: 0, more: 0, ...rest };
}

/** The first finding of these kinds about a record, by the order of the kinds. */
export function findingAbout(
  { findingsByRecord }: LensWorld,
  id: string,
  kinds: readonly FindingKind[],
): Finding | undefined {
  const found = findingsByRecord.get(id);
  if (!found) return undefined;
  for (const kind of kinds) {
    const one = found.find((finding) => finding.kind === kind);
    if (one) return one;
  }
  return undefined;
}
