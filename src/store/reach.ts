import type { ImpactKind } from '../analysis/impact';
import type { RecordRef } from '../model/kinds';
import type { ViewStore } from './view';

/** What is looked at when one asks how far something reaches. */
export interface Reach {
  readonly record: { readonly kind: ImpactKind; readonly id: string };
  /** What depends on it; of a data object also its way from first capture to last use. */
  readonly mode: 'dependents' | 'lineage';
}

const reachable: ReadonlySet<string> = new Set<ImpactKind>([
  'touchpoints',
  'systems',
  'dataFlows',
  'parties',
  'dataObjects',
]);

/** Whether one can ask what depends on a record (IMP-1 … IMP-5). */
export function isReachable(record: RecordRef | undefined): record is Reach['record'] {
  return record !== undefined && reachable.has(record.kind);
}

/** Lists what depends on a record beside the map and lights it up; of a data object its way comes first. */
export function showReach(view: ViewStore, record: Reach['record']): void {
  const mode = record.kind === 'dataObjects' ? 'lineage' : 'dependents';
  view.setState({ reach: { record, mode }, findings: null });
}

/** Ends that. */
export function hideReach(view: ViewStore): void {
  view.setState({ reach: null });
}
