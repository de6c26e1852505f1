import { textsOf, type Entity } from '../../../src/interchange/backstage/entity';

/** Fields that refer to other entities, and where a Location points. */
const relationFields = [
  'owner',
  'system',
  'domain',
  'parent',
  'memberOf',
  'subcomponentOf',
  'dependsOn',
  'dependencyOf',
  'providesApis',
  'consumesApis',
] as const;

/** How many entities there are, by kind, and how many references they make, by field. */
interface EntityCounts {
  readonly entities: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly relations: Readonly<Record<string, number>>;
}

/** Counts entities and references as they are written, whether or not they lead anywhere. */
export function countEntities(entities: readonly Entity[]): EntityCounts {
  const kinds: Record<string, number> = {};
  const relations: Record<string, number> = {};
  const add = (table: Record<string, number>, key: string, count: number): void => {
    if (count > 0) table[key] = (table[key] ?? 0) + count;
  };
  for (const { kind, spec } of entities) {
    add(kinds, kind, 1);
    for (const field of relationFields) add(relations, field, textsOf(spec[field]).length);
    add(relations, 'targets', textsOf(spec['targets']).length + textsOf(spec['target']).length);
  }
  return { entities: entities.length, kinds, relations };
}
