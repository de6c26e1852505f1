import { severities, type Finding, type FindingKind } from './finding';
import type { Section } from './findAll';
import type { Keeper } from './keep';

/** The numbers at the foot of the canvas, of findings that nobody has accepted. Each is the number of places to look at, not of sentences. */
export interface FindingCounts {
  readonly broken: number;
  readonly late: number;
  readonly byHand: number;
  readonly withoutOwner: number;
  /** Flows that carry personal data and have at least one privacy finding. */
  readonly personalDataRisks: number;
  readonly notSanctioned: number;
}

/** All findings and what is counted of them. */
export interface Listed {
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
}

/** The findings of one section in the order of pressure, and which flows are at risk. */
export interface RankedSection {
  readonly ranks: readonly (readonly Finding[])[];
  readonly byKind: ReadonlyMap<FindingKind, number>;
  readonly flowsAtRisk: readonly string[];
}

/**
 * All findings in one list (RANK-1): torn hand-overs first, then by severity, within one severity tears at a hand-over
 * first; otherwise in the order in which they were found, which is the journey's.
 */
export function listed(parts: readonly RankedSection[]): Listed {
  const findings: Finding[] = [];
  for (let rank = 0; rank <= severities.length * 2; rank++)
    for (const { ranks } of parts) for (const one of ranks[rank] ?? []) findings.push(one);
  return { findings, counts: countsOf(parts) };
}

/** Sorts every section by itself; those that are the same as before are not looked through again. */
export function rankedSections(sections: readonly Section[], kept: Keeper): readonly RankedSection[] {
  const tornAt = sections.map((section, index) =>
    kept.keep<ReadonlySet<string>>(`torn hand-overs ${index}`, [section], () => tornHandOvers(section)),
  );
  const tornAtHandOver = tornAt.find((torn) => torn.size > 0) ?? nothing;
  return sections.map((section, index) =>
    kept.keep<RankedSection>(`ranked ${index}`, [section, tornAtHandOver], () =>
      rankedSection(section, tornAtHandOver),
    ),
  );
}

/** Hand-overs have a section of their own: what the first finding of one is, all of it are. */
function tornHandOvers(section: Section): ReadonlySet<string> {
  const first = section.find((one) => one !== null) ?? null;
  if (first === null || !('kind' in first) || first.kind !== 'hand-over') return nothing;
  const torn = new Set<string>();
  each(section, (one) => {
    if (isTornHandOver(one)) torn.add(one.records[0]?.id ?? '');
  });
  return torn.size === 0 ? nothing : torn;
}

const nothing: ReadonlySet<string> = new Set();

function rankedSection(section: Section, tornAtHandOver: ReadonlySet<string>): RankedSection {
  const ranks: Finding[][] = Array.from({ length: 1 + severities.length * 2 }, () => []);
  const byKind = new Map<FindingKind, number>();
  const flowsAtRisk: string[] = [];
  each(section, (one) => {
    byKind.set(one.kind, (byKind.get(one.kind) ?? 0) + 1);
    if (isRiskOfFlow(one.kind)) flowsAtRisk.push(one.records[0]?.id ?? '');
    const isTear = one.kind === 'broken' || one.kind === 'late' || one.kind === 'by-hand';
    const isAtHandOver = isTear && tornAtHandOver.has(one.records[0]?.id ?? '');
    const rank = 1 + severities.indexOf(one.severity) * 2 + (isAtHandOver ? 0 : 1);
    ranks[isTornHandOver(one) ? 0 : rank]?.push(one);
  });
  return { ranks, byKind, flowsAtRisk };
}

function each(section: Section, visit: (finding: Finding) => void): void {
  // Tens of thousands of places, most of them empty: the first time over, an iterator costs more than what it finds.
  for (let place = 0; place < section.length; place++) {
    const one = section[place] ?? null;
    if (one === null) continue;
    if ('kind' in one) visit(one);
    else for (const finding of one) visit(finding);
  }
}

function isTornHandOver(one: Finding): boolean {
  return one.kind === 'hand-over' && one.facts.torn !== null;
}

function isRiskOfFlow(kind: FindingKind): boolean {
  switch (kind) {
    case 'no-lawful-basis':
    case 'no-purpose':
    case 'into-not-sanctioned':
    case 'not-cleared':
      return true;
    default:
      return false;
  }
}

/** The same numbers of any selection of findings. */
export function countsOfOpen(findings: readonly Finding[]): FindingCounts {
  const byKind = new Map<FindingKind, number>();
  const flowsAtRisk: string[] = [];
  for (const { kind, records } of findings) {
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    if (isRiskOfFlow(kind)) flowsAtRisk.push(records[0]?.id ?? '');
  }
  return countsOf([{ byKind, flowsAtRisk }]);
}

function countsOf(parts: readonly Pick<RankedSection, 'byKind' | 'flowsAtRisk'>[]): FindingCounts {
  const count = (kind: FindingKind): number =>
    parts.reduce((sum, { byKind }) => sum + (byKind.get(kind) ?? 0), 0);
  return {
    broken: count('broken'),
    late: count('late'),
    byHand: count('by-hand'),
    withoutOwner: count('no-owner'),
    personalDataRisks: new Set(parts.flatMap(({ flowsAtRisk }) => flowsAtRisk)).size,
    notSanctioned: count('not-sanctioned'),
  };
}
