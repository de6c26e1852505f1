import { Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { FindingKind, Severity } from '../../analysis/finding';
import { findingGroups, findingKinds, groupOfKind, type FindingGroup } from '../../analysis/findingGroups';
import type { Tone } from '../../ui/tone';

/** Picture and colour of a severity: its shape says as much as its colour. */
export const severityLooks: { readonly [S in Severity]: { readonly icon: LucideIcon; readonly tone: Tone } } =
  {
    high: { icon: OctagonAlert, tone: 'danger' },
    medium: { icon: TriangleAlert, tone: 'late' },
    low: { icon: Info, tone: 'neutral' },
  };

const kindLists: ReadonlyMap<FindingGroup, readonly FindingKind[]> = new Map(
  findingGroups.map((group) => [group, findingKinds.filter((kind) => groupOfKind[kind] === group)]),
);

/** The kinds of a group. */
export function kindsOfGroup(group: FindingGroup): readonly FindingKind[] {
  return kindLists.get(group) ?? [];
}

/** The group that all of these kinds belong to; null when they are of several groups, or all kinds are meant. */
export function groupOfKinds(kinds: readonly FindingKind[] | null): FindingGroup | null {
  const groups = new Set((kinds ?? []).map((kind) => groupOfKind[kind]));
  return groups.size === 1 ? ([...groups][0] ?? null) : null;
}
