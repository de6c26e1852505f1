import { maxStringLength } from '../../model/field';
import type { Json } from '../json';
import type { Catalog } from './catalog';
import { titleOf, type Entity } from './entity';

/** What of an entity has a field of its own on the record. */
interface Taken {
  readonly metadata: readonly string[];
  readonly spec: readonly string[];
}

const rootKeys = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * What of an entity has no field of its own, to keep in `ext.backstage` for whoever writes the catalogue again: the
 * rest of `metadata` and `spec`, and keys at the root, where they do not belong.
 */
export function keptOf(entity: Entity, taken: Taken, catalog: Catalog): Json {
  const misplaced = Object.keys(entity.root).filter((key) => !rootKeys.includes(key));
  if (misplaced.length > 0) {
    const message = catalog.words.misplaced({ name: titleOf(entity), keys: misplaced });
    catalog.note('ignored', message, entity);
  }
  const parts = {
    metadata: rest(entity.metadata, taken.metadata),
    spec: rest(entity.spec, taken.spec),
    root: rest(entity.root, rootKeys),
  };
  const kept = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  const whole = Object.fromEntries(kept);
  if (JSON.stringify(whole).length <= maxStringLength) return whole;
  catalog.note('ignored', catalog.words.restTooLong({ name: titleOf(entity) }), entity);
  return {};
}

function rest(values: Json, taken: readonly string[]): Json {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !taken.includes(key)));
}
