import type { AnyRecord, Kind, RecordOfKind } from '../kinds';
import { compareByOrder } from '../orderKeys';
import type { Compare } from './sortedList';

interface Named {
  readonly id: string;
  readonly name: string;
}

const byId: Compare<{ readonly id: string }> = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byCreation: Compare<AnyRecord> = (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || byId(a, b);

/** By name, and by id where names are equal. */
export const byName: Compare<Named> = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b));

const orders: { readonly [K in Kind]?: Compare<RecordOfKind<K>> } = {
  touchpoints: (a, b) => a.at - b.at || a.offset - b.offset || byId(a, b),
  stages: (a, b) => a.start - b.start || a.end - b.end || byId(a, b),
  rulers: compareByOrder,
  personas: compareByOrder,
  systems: compareByOrder,
  levers: compareByOrder,
  views: compareByOrder,
  parties: byName,
  dataObjects: byName,
};

/** The natural order of a kind's records: its own, or that in which they were made. The same on every device. */
export function orderOf(kind: Kind): Compare<AnyRecord> {
  return (orders[kind] as Compare<AnyRecord> | undefined) ?? byCreation;
}
