import { foldText } from '../../model/foldText';
import type { AnyRecord, Kind } from '../../model/kinds';
import { nameableKinds, ownName } from '../../model/ownName';
import type { Journey } from '../../model/resolve';

/** A record as the search knows it. */
export interface IndexedRecord {
  readonly kind: Kind;
  readonly id: string;
  /** Never empty: what has no name cannot be searched by it. */
  readonly name: string;
  /** Name and other names, folded. */
  readonly folded: string;
}

/** Records keep their identity while nothing in them changes, so each is folded once, however often the map changes. */
const byRecord = new WeakMap<AnyRecord, IndexedRecord | null>();
const byJourney = new WeakMap<Journey, readonly IndexedRecord[]>();

/** Every record that is called something, in the order in which people look for them. Made when first asked for. */
export function recordIndex(journey: Journey): readonly IndexedRecord[] {
  const known = byJourney.get(journey);
  if (known) return known;
  const index: IndexedRecord[] = [];
  for (const kind of nameableKinds) {
    for (const record of journey[kind].all as readonly AnyRecord[]) {
      const entry = entryOf(journey, kind, record);
      if (entry) index.push(entry);
    }
  }
  byJourney.set(journey, index);
  return index;
}

function entryOf(journey: Journey, kind: Kind, record: AnyRecord): IndexedRecord | null {
  // A flow without a name is called by its ends, which change without it.
  if (kind === 'dataFlows' && ownName(kind, record) === '')
    return indexed(kind, record, endsOf(journey, record));
  const known = byRecord.get(record);
  if (known !== undefined) return known;
  const made = indexed(kind, record, ownName(kind, record));
  byRecord.set(record, made);
  return made;
}

function indexed(kind: Kind, record: AnyRecord, name: string): IndexedRecord | null {
  if (name === '') return null;
  const aliases = 'aliases' in record ? record.aliases : [];
  return { kind, id: record.id, name, folded: foldText([name, ...aliases].join(' · ')) };
}

function endsOf(journey: Journey, record: AnyRecord): string {
  const { from, to } = record as { readonly from?: string | null; readonly to?: string | null };
  const names = [from, to].map((id) => {
    const system = journey.systems.byId.get(id ?? '');
    return (system?.name ?? journey.touchpoints.byId.get(id ?? '')?.title ?? '').trim();
  });
  return names.includes('') ? '' : names.join(' → ');
}
