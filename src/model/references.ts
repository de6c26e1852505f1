import type { Kind } from './kinds';

type Values = Readonly<Record<string, unknown>>;

/** Fields that hold the id of another record. */
export const single: { readonly [K in Kind]?: readonly string[] } = {
  stages: ['ruler'],
  transitions: ['from', 'to'],
  systems: ['parent'],
  usages: ['touchpoint', 'system'],
  dataObjects: ['systemOfRecord'],
  dataFlows: ['from', 'to'],
  parties: ['parent'],
  assignments: ['party', 'subject'],
  requirements: ['subject', 'askedBy', 'answeredBy'],
  votes: ['ballot'],
  comments: ['thread'],
  commentThreads: ['subject'],
};

/** Fields that hold several ids. */
const several: { readonly [K in Kind]?: readonly string[] } = {
  touchpoints: ['personas', 'dataCaptured', 'dataNeeded'],
  transitions: ['personas'],
  dataFlows: ['dataObjects'],
  ballots: ['subjects'],
  agreements: ['about'],
  comments: ['mentions'],
  acceptances: ['about'],
  views: ['rulers', 'personas'],
};

/** Lists whose items hold an id, or several, and under which name. */
const inItems: { readonly [K in Kind]?: readonly (readonly [list: string, member: string])[] } = {
  touchpoints: [['kpis', 'system']],
  agreements: [['signatures', 'party']],
  views: [['filter', 'values']],
};

/** The record with every id it refers to looked up; ids that are not in the table stay. Its own id stays too. */
export function withReferences(kind: Kind, record: Values, ids: ReadonlyMap<string, string>): Values {
  const changed: Record<string, unknown> = { ...record };
  const lookUp = (value: unknown): unknown => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  const lookUpAll = (value: unknown): unknown => (Array.isArray(value) ? value.map(lookUp) : lookUp(value));
  for (const name of single[kind] ?? []) if (name in changed) changed[name] = lookUp(changed[name]);
  for (const name of several[kind] ?? []) {
    const value = changed[name];
    if (Array.isArray(value)) changed[name] = [...new Set(value.map(lookUp))].sort();
  }
  for (const [list, member] of inItems[kind] ?? []) {
    const items = changed[list];
    if (!Array.isArray(items)) continue;
    changed[list] = items.map((item: Values) => ({ ...item, [member]: lookUpAll(item[member]) }));
  }
  return changed;
}

/** The ids that a record refers to, whether or not they are there. */
export function idsNamedBy(kind: Kind, record: object): readonly string[] {
  const values = record as Values;
  const ids: unknown[] = (single[kind] ?? []).map((name) => values[name]);
  for (const name of several[kind] ?? []) ids.push(...listAt(values, name));
  for (const [list, member] of inItems[kind] ?? [])
    for (const item of listAt(values, list)) ids.push((item as Values)[member]);
  return ids.flat().filter((id): id is string => typeof id === 'string' && id !== '');
}

function listAt(values: Values, name: string): readonly unknown[] {
  const list = values[name];
  return Array.isArray(list) ? list : [];
}
