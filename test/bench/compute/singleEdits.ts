import type { AnyRecord, Kind, RecordOfKind } from '../../../src/model/kinds';
import { patchedMap } from '../../../src/model/patchedMap';
import { resolve, type Journey } from '../../../src/model/resolve';
import type { Tables } from '../../../src/model/tables';

/** One change of one record, as the mirror would make it. */
export interface SingleEdit {
  readonly name: string;
  readonly make: (journey: Journey) => Journey;
}

/** One of every kind of change a person makes, in the middle of the map. */
export const singleEdits: readonly SingleEdit[] = [
  changed('touchpoint: title', 'touchpoints', () => ({ title: 'Renamed' })),
  changed('touchpoint: moved', 'touchpoints', ({ at }) => ({ at: at + 3 })),
  changed('system: standing', 'systems', () => ({ standing: 'tolerated' as const })),
  changed('system: renamed', 'systems', () => ({ name: 'AAA' })),
  changed('system: deleted', 'systems', () => ({ deletedAt: 1 })),
  changed('flow: latency', 'dataFlows', ({ latency }) => ({
    latency: latency === 'daily' ? ('hourly' as const) : ('daily' as const),
  })),
  changed('flow: deleted', 'dataFlows', () => ({ deletedAt: 1 })),
  {
    name: 'flow: added',
    make: (journey) => {
      const flow = middle(journey, 'dataFlows');
      const ends = { from: flow.to, to: journey.systems.all[0]?.id ?? null };
      return withRecord(journey, 'dataFlows', { ...flow, id: 'added', ...ends });
    },
  },
  changed('usage: deleted', 'usages', () => ({ deletedAt: 1 })),
  changed('transition: time', 'transitions', () => ({ customerTime: 'weeks' as const })),
  changed('transition: deleted', 'transitions', () => ({ deletedAt: 1 })),
  changed('data object: renamed', 'dataObjects', () => ({ name: 'AAA' })),
  changed('assignment: deleted', 'assignments', () => ({ deletedAt: 1 })),
  changed('stage: moved', 'stages', ({ start }) => ({ start: start + 1 })),
  changed('touchpoint: deleted', 'touchpoints', () => ({ deletedAt: 1 })),
  added('touchpoint: added', 'touchpoints', () => ({ title: 'Added' })),
  added('system: added', 'systems', () => ({ name: 'Added' })),
  added('transition: added', 'transitions', (_, journey) => ({ to: journey.touchpoints.all[0]?.id ?? null })),
  added('usage: added', 'usages', (_, journey) => ({ system: journey.systems.all[0]?.id ?? null })),
];

/** One more like that in the middle, with an id of its own. */
function added<K extends Kind>(
  name: string,
  kind: K,
  how: (record: RecordOfKind<K>, journey: Journey) => Readonly<Partial<RecordOfKind<K>>>,
): SingleEdit {
  return {
    name,
    make: (journey) => {
      const record = middle(journey, kind);
      return withRecord(journey, kind, { ...record, ...how(record, journey), id: 'added' });
    },
  };
}

function changed<K extends Kind>(
  name: string,
  kind: K,
  how: (record: RecordOfKind<K>) => Readonly<Partial<RecordOfKind<K>>>,
): SingleEdit {
  return {
    name,
    make: (journey) => {
      const record = middle(journey, kind);
      return withRecord(journey, kind, { ...record, ...how(record) });
    },
  };
}

function middle<K extends Kind>(journey: Journey, kind: K): RecordOfKind<K> {
  const all = journey[kind].all as readonly RecordOfKind<K>[];
  return all[Math.floor(all.length / 2)] as RecordOfKind<K>;
}

function withRecord<K extends Kind>(journey: Journey, kind: K, record: RecordOfKind<K>): Journey {
  const stored = journey.tables[kind] as ReadonlyMap<string, AnyRecord>;
  const table = patchedMap(stored, new Map([[record.id, record]]));
  return resolve({ ...journey.tables, [kind]: table } as Tables, journey);
}
