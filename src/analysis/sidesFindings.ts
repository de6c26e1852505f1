import type { PartyFunction } from '../model/records/party';
import type { System } from '../model/records/system';
import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';

const businessFunctions: ReadonlySet<PartyFunction> = new Set([
  'marketing',
  'sales',
  'service',
  'operations',
  'legal',
]);

/**
 * Systems for which one side answers and the other is nowhere (OWN-4, OWN-5). Who is responsible counts as well as who is
 * accountable, because only one can be accountable.
 */
export function sidesFindings(journey: Journey): readonly Finding[] {
  const bySystem = new Map<System, Sides>();
  for (const system of journey.systems.all) {
    const sides = system.lifecycle === 'retired' ? null : sidesOf(journey, system.id);
    if (sides) bySystem.set(system, sides);
  }
  // A map on which only one side was ever entered is half filled, not half owned.
  const all = [...bySystem.values()];
  if (!all.some(({ hasIt }) => hasIt) || !all.some(({ hasBusiness }) => hasBusiness)) return [];
  const findings: Finding[] = [];
  for (const [{ id }, { owners, hasIt, hasBusiness }] of bySystem) {
    if (owners.length === 0 || hasIt === hasBusiness) continue;
    const records = [
      { kind: 'systems', id } as const,
      ...owners.map((party) => ({ kind: 'parties', id: party }) as const),
    ];
    findings.push(
      hasBusiness
        ? finding('no-it-owner', 'medium', records, { system: id, parties: owners })
        : finding('no-business-owner', 'low', records, { system: id, parties: owners }),
    );
  }
  return findings;
}

interface Sides {
  /** Parties accountable. */
  readonly owners: readonly string[];
  readonly hasIt: boolean;
  readonly hasBusiness: boolean;
}

/** Null when anybody's function is not stated, or is neither: then nobody can say which sides are there. */
function sidesOf(journey: Journey, system: string): Sides | null {
  const owners: string[] = [];
  let hasIt = false;
  let hasBusiness = false;
  for (const { role, party } of journey.relations.assignmentsBySubject.get(system) ?? []) {
    if (role !== 'accountable' && role !== 'responsible') continue;
    const person = party === null ? undefined : journey.parties.byId.get(party);
    if (!person) continue;
    if (role === 'accountable') owners.push(person.id);
    if (person.function === 'it') hasIt = true;
    else if (person.function !== null && businessFunctions.has(person.function)) hasBusiness = true;
    else return null;
  }
  return { owners, hasIt, hasBusiness };
}
