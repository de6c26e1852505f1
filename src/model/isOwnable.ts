import type { Kind } from './kinds';

const ownable: ReadonlySet<Kind> = new Set(['touchpoints', 'systems', 'dataFlows', 'dataObjects', 'stages']);

/** Whether records of a kind have somebody who answers for them. The map has too, and is no record. */
export function isOwnable(kind: Kind): boolean {
  return ownable.has(kind);
}
