import type { AnyRecord, Kind, RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';

/** Which fields of a relation name its ends, and of which kinds these may be. */
const endsOf: { readonly [K in Kind]?: Readonly<Record<string, readonly Kind[]>> } = {
  transitions: { from: ['touchpoints'], to: ['touchpoints'] },
  usages: { touchpoint: ['touchpoints'], system: ['systems'] },
  dataFlows: { from: ['systems', 'touchpoints'], to: ['systems', 'touchpoints'] },
  assignments: {
    party: ['parties'],
    subject: ['touchpoints', 'systems', 'dataFlows', 'dataObjects', 'stages'],
  },
  requirements: { subject: ['touchpoints', 'systems', 'dataFlows'] },
};

/**
 * Relations that were made when their end was deleted already: somebody worked with what somebody else took away (MRG-2).
 * What merely went with its end is how deleting works and no finding.
 */
export function mergeFindings(journey: Journey): readonly Finding[] {
  return journey.dangling.map((ref) => findingOf(journey, ref)).filter((found) => found !== null);
}

function findingOf(journey: Journey, relation: RecordRef): Finding | null {
  const ends = endsOf[relation.kind];
  const record = journey.tables[relation.kind].get(relation.id) as
    | (AnyRecord & Readonly<Record<string, unknown>>)
    | undefined;
  const createdAt = record?.createdAt ?? null;
  if (!ends || !record || createdAt === null) return null;
  const gone: RecordRef[] = [];
  const left: RecordRef[] = [];
  let isContradicted = false;
  for (const [field, endKinds] of Object.entries(ends)) {
    const id = record[field];
    const kind = endKinds.find((one) => typeof id === 'string' && journey.tables[one].has(id));
    // An end nobody ever knew cannot be brought back.
    if (kind === undefined || typeof id !== 'string') continue;
    const deletedAt = journey.tables[kind].get(id)?.deletedAt ?? null;
    if (deletedAt === null) left.push({ kind, id });
    else {
      gone.push({ kind, id });
      if (deletedAt < createdAt) isContradicted = true;
    }
  }
  if (!isContradicted) return null;
  // What is left is on the map: the place to jump to.
  const found = finding('end-deleted', 'medium', [...left, relation, ...gone], { relation, gone, left });
  return { ...found, id: `end-deleted:${relation.id}` };
}
