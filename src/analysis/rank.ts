import { severities, type Finding, type FindingKind } from './finding';
import type { Section } from './findAll';

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

/**
 * All findings in one list (RANK-1): torn hand-overs first, then by severity, within one severity tears at a hand-over
 * first; otherwise in the order in which they were found, which is the journey's.
 */
export function ranked(sections: readonly Section[]): readonly Finding[] {
  const tornAtHandOver = new Set<string>();
  each(sections, (one) => {
    if (isTornHandOver(one)) tornAtHandOver.add(one.records[0]?.id ?? '');
  });
  const ranks: Finding[][] = Array.from({ length: 1 + severities.length * 2 }, () => []);
  each(sections, (one) => {
    if (isTornHandOver(one)) ranks[0]?.push(one);
    else {
      const isTear = one.kind === 'broken' || one.kind === 'late' || one.kind === 'by-hand';
      const isAtHandOver = isTear && tornAtHandOver.has(one.records[0]?.id ?? '');
      ranks[1 + severities.indexOf(one.severity) * 2 + (isAtHandOver ? 0 : 1)]?.push(one);
    }
  });
  return ranks.flat();
}

function each(sections: readonly Section[], visit: (finding: Finding) => void): void {
  for (const section of sections) {
    for (const one of section) {
      if (one === null) continue;
      if ('kind' in one) visit(one);
      else for (const finding of one) visit(finding);
    }
  }
}

function isTornHandOver(one: Finding): boolean {
  return one.kind === 'hand-over' && one.facts.torn !== null;
}

/** Counts what the foot of the canvas shows. */
export function countsOf(findings: readonly Finding[]): FindingCounts {
  const byKind = new Map<FindingKind, number>();
  const flowsAtRisk = new Set<string>();
  for (const { kind, records } of findings) {
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    switch (kind) {
      case 'no-lawful-basis':
      case 'no-purpose':
      case 'into-not-sanctioned':
      case 'not-cleared':
        flowsAtRisk.add(records[0]?.id ?? '');
    }
  }
  const count = (kind: FindingKind): number => byKind.get(kind) ?? 0;
  return {
    broken: count('broken'),
    late: count('late'),
    byHand: count('by-hand'),
    withoutOwner: count('no-owner'),
    personalDataRisks: flowsAtRisk.size,
    notSanctioned: count('not-sanctioned'),
  };
}
