import type { AnyRecord, Kind } from './kinds';

/** The field that holds what a record is called, for kinds that are called something. */
export const nameFields = {
  touchpoints: 'title',
  stages: 'name',
  rulers: 'name',
  transitions: 'condition',
  personas: 'name',
  systems: 'name',
  dataObjects: 'name',
  dataFlows: 'name',
  parties: 'name',
  requirements: 'what',
  levers: 'name',
  notes: 'text',
  views: 'name',
} as const satisfies { readonly [K in Kind]?: string };

/** A kind whose records have a name, a title or a text of their own. */
export type NameableKind = keyof typeof nameFields;

/** Kinds whose records can be found and changed by what they are called, in the order in which people look for them. */
export const nameableKinds = Object.keys(nameFields) as readonly NameableKind[];

/** Whether records of a kind are called something. */
export function isNameable(kind: Kind): kind is NameableKind {
  return Object.hasOwn(nameFields, kind);
}

/** What a record is called by itself; empty when it has no name. */
export function ownName(kind: Kind, record: AnyRecord): string {
  if (!isNameable(kind)) return '';
  const name = (record as Readonly<Record<string, unknown>>)[nameFields[kind]];
  return typeof name === 'string' ? name.trim() : '';
}
