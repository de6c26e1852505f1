import type { Journey } from '../model/resolve';
import { findAll } from './findAll';
import type { Finding } from './finding';
import { judgeIn, type Continuity } from './judgeContinuity';
import { keeper, type Slots } from './keep';
import { listed, rankedSections, type FindingCounts, type Listed } from './rank';
import { makeWorld } from './world';

export type { FindingCounts } from './rank';

/** Everything computed from a journey. Derived, never stored. */
export interface Analysis {
  readonly journey: Journey;
  readonly today: string | null;
  readonly continuity: Continuity;
  /** Ranked, the most pressing first (RANK-1). The same list while nothing in it changed. */
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  /** What the next analysis may take over; of no meaning to anybody else. */
  readonly kept: Slots;
}

/**
 * Analyses a journey.
 *
 * @param previous the analysis before a change: what is still the same keeps its identity, and costs nothing.
 * @param today the date as YYYY-MM-DD, for what is due; without one nothing is overdue.
 */
export function analyse(
  journey: Journey,
  previous?: Analysis,
  { today = null }: { readonly today?: string | null } = {},
): Analysis {
  if (previous?.journey === journey && previous.today === today) return previous;
  const kept = keeper(previous?.kept);
  const world = makeWorld(journey, 'now', kept);
  const { continuity, steps } = judgeIn(journey, world, kept);
  const sections = findAll(journey, steps, world, kept, today);
  const parts = rankedSections(sections, kept);
  const { findings, counts } = kept.keep<Listed>('listed', parts, () => listed(parts));
  return { journey, today, continuity, findings, counts, kept: kept.slots };
}
