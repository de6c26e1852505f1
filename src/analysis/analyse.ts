import type { Journey } from '../model/resolve';
import {
  settleFindings,
  type AcceptedFinding,
  type ReturnedFinding,
  type SettledFindings,
} from './acceptedFindings';
import { findAll } from './findAll';
import type { Finding } from './finding';
import { judgeIn, type Continuity } from './judgeContinuity';
import { keeper, type Keeper, type Slots } from './keep';
import { countsOfOpen, listed, rankedSections, type FindingCounts, type Listed } from './rank';
import { makeWorld, type World } from './world';

export type { FindingCounts } from './rank';

/** Everything computed from a journey. Derived, never stored. */
export interface Analysis {
  readonly journey: Journey;
  readonly today: string | null;
  readonly continuity: Continuity;
  /** Ranked, the most pressing first (RANK-1). The same list while nothing in it changed. */
  readonly findings: readonly Finding[];
  /** Those nobody has accepted: what there is to do. */
  readonly open: readonly Finding[];
  /** Those that people live with (ACC-1), in order of rank. */
  readonly accepted: readonly AcceptedFinding[];
  /** Open ones that had been accepted, by the finding's id. */
  readonly returned: ReadonlyMap<string, ReturnedFinding>;
  /** Of open findings only. */
  readonly counts: FindingCounts;
}

/** An analysis from which the next one may take over what a change leaves as it is. */
export interface KeptAnalysis extends Analysis {
  /** Of no meaning to anybody else. */
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
  previous?: KeptAnalysis,
  { today = null }: { readonly today?: string | null } = {},
): KeptAnalysis {
  if (previous?.journey === journey && previous.today === today) return previous;
  const kept = keeper(previous?.kept);
  const world = makeWorld(journey, 'now', kept);
  const { continuity, steps } = judgeIn(journey, world, kept);
  const sections = findAll(journey, steps, world, kept, today);
  const parts = rankedSections(sections, kept);
  const { findings, counts } = kept.keep<Listed>('listed', parts, () => listed(parts));
  const settled = settle(findings, journey, world, today, kept);
  return {
    journey,
    today,
    continuity,
    findings,
    ...settled,
    counts: kept.keep('counts', [counts, settled.open], () =>
      settled.open === findings ? counts : countsOfOpen(settled.open),
    ),
    kept: kept.slots,
  };
}

function settle(
  findings: readonly Finding[],
  journey: Journey,
  world: World,
  today: string | null,
  kept: Keeper,
): SettledFindings {
  const { acceptances, transitions } = journey;
  // Where nothing is accepted nothing else is read.
  const facts = acceptances.all.length === 0 ? [] : [transitions, world.network, world.systemsOf, today];
  return kept.keep<SettledFindings>('settled', [findings, acceptances, ...facts], (before) =>
    settleFindings(findings, journey, world, today, before),
  );
}
