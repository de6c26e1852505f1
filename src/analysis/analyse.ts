import type { Journey } from '../model/resolve';
import { catalogueFindings } from './catalogueFindings';
import { continuityFindings } from './continuityFindings';
import { dataFindings } from './dataFindings';
import { severities, type Finding } from './finding';
import { identityFindings } from './identityFindings';
import { judgeIn, type Continuity } from './judgeContinuity';
import { mergeFindings } from './mergeFindings';
import { ownershipFindings } from './ownershipFindings';
import { privacyFindings } from './privacyFindings';
import { requirementFindings } from './requirementFindings';
import { retentionFindings } from './retentionFindings';
import { sidesFindings } from './sidesFindings';
import { standingFindings } from './standingFindings';
import { makeWorld } from './world';

/** The numbers at the foot of the canvas. Each is the number of places to look at, not of sentences. */
export interface FindingCounts {
  readonly broken: number;
  readonly late: number;
  readonly byHand: number;
  readonly withoutOwner: number;
  /** Flows that carry personal data and have at least one privacy finding. */
  readonly personalDataRisks: number;
  readonly notSanctioned: number;
}

/** Everything computed from a journey. Derived, never stored. */
export interface Analysis {
  readonly journey: Journey;
  readonly continuity: Continuity;
  /** Ranked, the most pressing first (RANK-1). */
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
}

/**
 * Analyses a journey.
 *
 * @param previous the analysis before a change: what is still the same keeps its identity.
 * @param today the date as YYYY-MM-DD, for what is due; without one nothing is overdue.
 */
export function analyse(
  journey: Journey,
  previous?: Analysis,
  { today = null }: { readonly today?: string | null } = {},
): Analysis {
  if (previous?.journey === journey) return previous;
  const world = makeWorld(journey, 'now');
  const continuity = judgeIn(journey, world, previous?.continuity);
  const found = [
    ...continuityFindings(journey, continuity, world),
    ...identityFindings(journey, continuity, world),
    ...dataFindings(journey, world),
    ...ownershipFindings(journey, continuity),
    ...sidesFindings(journey),
    ...standingFindings(journey),
    ...catalogueFindings(journey),
    ...privacyFindings(journey),
    ...retentionFindings(journey),
    ...requirementFindings(journey, today),
    ...mergeFindings(journey),
  ];
  const findings = ranked(found);
  return { journey, continuity, findings, counts: countsOf(findings) };
}

/** Torn hand-overs first, then by severity; otherwise in the order in which they were found, which is the journey's. */
function ranked(findings: readonly Finding[]): readonly Finding[] {
  const tornAtHandOver = new Set(findings.filter(isTornHandOver).map((one) => one.records[0]?.id));
  const rank = (one: Finding): number => {
    if (isTornHandOver(one)) return 0;
    const isTear = one.kind === 'broken' || one.kind === 'late' || one.kind === 'by-hand';
    const isAtHandOver = isTear && tornAtHandOver.has(one.records[0]?.id);
    return 1 + severities.indexOf(one.severity) * 2 + (isAtHandOver ? 0 : 1);
  };
  return findings
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

function isTornHandOver(one: Finding): boolean {
  return one.kind === 'hand-over' && one.facts.torn !== null;
}

const privacyKinds: ReadonlySet<Finding['kind']> = new Set([
  'no-lawful-basis',
  'no-purpose',
  'into-not-sanctioned',
  'not-cleared',
]);

function countsOf(findings: readonly Finding[]): FindingCounts {
  const count = (kind: Finding['kind']): number => findings.filter((one) => one.kind === kind).length;
  const flowsAtRisk = new Set(
    findings.filter((one) => privacyKinds.has(one.kind)).map((one) => one.records[0]?.id),
  );
  return {
    broken: count('broken'),
    late: count('late'),
    byHand: count('by-hand'),
    withoutOwner: count('no-owner'),
    personalDataRisks: flowsAtRisk.size,
    notSanctioned: count('not-sanctioned'),
  };
}
