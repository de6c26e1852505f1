import { kinds, type AnyRecord, type RecordRef } from './kinds';
import { idsNamedBy } from './references';
import type { Journey } from './resolve';

const byJourney = new WeakMap<Journey, ReadonlyMap<string, readonly RecordRef[]>>();

/** Every record that names this one, in the order of kinds; by what they name it the record itself says. */
export function whereUsed(journey: Journey, id: string): readonly RecordRef[] {
  let index = byJourney.get(journey);
  if (!index) {
    index = indexOf(journey);
    byJourney.set(journey, index);
  }
  return index.get(id) ?? [];
}

function indexOf(journey: Journey): ReadonlyMap<string, readonly RecordRef[]> {
  const index = new Map<string, RecordRef[]>();
  for (const kind of kinds) {
    for (const record of journey[kind].all as readonly AnyRecord[]) {
      for (const named of new Set(idsNamedBy(kind, record))) {
        const ref = { kind, id: record.id };
        const known = index.get(named);
        if (known) known.push(ref);
        else index.set(named, [ref]);
      }
    }
  }
  return index;
}
