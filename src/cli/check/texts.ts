import type { FindingKind, Severity } from '../../analysis/finding';

/** What a rule is called, and what to do about it. */
export interface RuleText {
  /** A short sentence without a full stop. */
  readonly title: string;
  readonly mend: string;
}

/** What a check says besides the sentences of the analysis, in one language. */
export interface CheckTexts {
  readonly severities: { readonly [S in Severity]: string };
  /** Heading of the steps of which nothing can be said. */
  readonly notKnown: string;
  /** Heading of the findings people live with. */
  readonly accepted: string;
  /** Why, by whom (empty when not known) and until when one of them is accepted. */
  readonly acceptedBecause: (accepted: {
    readonly reason: string;
    readonly by: string;
    readonly until: string | null;
  }) => string;
  readonly untitled: string;
  readonly nothingFound: string;
  /** @param score 0 to 100, null when there is none */
  readonly score: (score: number | null, carried: number, known: number) => string;
  /** @param coverage 0 to 100, null when there is none */
  readonly coverage: (coverage: number | null, known: number, counted: number) => string;
  readonly found: (kind: FindingKind | 'unknown', count: number) => string;
  readonly noScoreFor: (minScore: number) => string;
  readonly scoreBelow: (score: number, minScore: number) => string;
  readonly rules: { readonly [K in FindingKind | 'unknown']: RuleText };
}

/** To one decimal, downwards: a score below a threshold is never written as if it reached it. */
export function roundedDown(score: number): number {
  return Math.floor(score * 10) / 10;
}
