import type { RecordRef } from '../model/kinds';
import type { PartyFunction } from '../model/records/party';
import { kindOf, ownersOf, type Journey } from '../model/resolve';
import { mapSubject } from '../model/ids';
import type { Continuity } from './judgeContinuity';
import { finding, type Finding } from './finding';
import { isLiveFlow } from './liveness';
import type { Verdict } from './verdict';

/** Who is accountable: nobody, several, and where the journey is handed from one function to another (OWN-1 … OWN-3). */
export function ownershipFindings(journey: Journey, continuity: Continuity): readonly Finding[] {
  return [...withoutOwner(journey), ...withSeveralOwners(journey), ...handOvers(journey, continuity)];
}

function withoutOwner(journey: Journey): readonly Finding[] {
  const isOwned = (id: string | null): boolean => id !== null && ownersOf(journey, id).length > 0;
  const none = (kind: RecordRef['kind'], id: string): Finding => {
    const subject = { kind, id };
    return finding('no-owner', kind === 'dataFlows' ? 'low' : 'medium', [subject], { subject });
  };
  const touchpoints = journey.touchpoints.all.filter(({ id }) => !isOwned(id));
  const systems = journey.systems.all.filter(({ id, lifecycle }) => lifecycle !== 'retired' && !isOwned(id));
  const flows = journey.dataFlows.all.filter(
    (flow) => isLiveFlow(flow) && !isOwned(flow.id) && !isOwned(flow.from) && !isOwned(flow.to),
  );
  return [
    ...touchpoints.map(({ id }) => none('touchpoints', id)),
    ...systems.map(({ id }) => none('systems', id)),
    ...flows.map(({ id }) => none('dataFlows', id)),
  ];
}

function withSeveralOwners(journey: Journey): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [id, owners] of journey.relations.ownersBySubject) {
    const kind = kindOf(journey, id);
    if (owners.length < 2 || (kind === null && id !== mapSubject)) continue;
    const subject: RecordRef | null = kind === null ? null : { kind, id };
    const parties = owners.map((party) => party.id);
    const records = parties.map((party): RecordRef => ({ kind: 'parties', id: party }));
    const made = finding('several-owners', 'medium', subject ? [subject, ...records] : records, {
      subject,
      parties,
    });
    findings.push({ ...made, id: `several-owners:${id}` });
  }
  return findings;
}

function handOvers(journey: Journey, continuity: Continuity): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { id, from, to, kind } of journey.transitions.all) {
    if (from === null || to === null || kind === 'drop-out') continue;
    const fromFunctions = functionsOf(journey, from);
    const toFunctions = functionsOf(journey, to);
    if (fromFunctions.length === 0 || toFunctions.length === 0) continue;
    if (fromFunctions.some((one) => toFunctions.includes(one))) continue;
    const torn = tornVerdict(continuity.judgements.get(id)?.verdict);
    const records: readonly RecordRef[] = [
      { kind: 'transitions', id },
      { kind: 'touchpoints', id: from },
      { kind: 'touchpoints', id: to },
    ];
    findings.push(
      finding('hand-over', torn ? 'high' : 'low', records, { from, to, fromFunctions, toFunctions, torn }),
    );
  }
  return findings;
}

function tornVerdict(verdict: Verdict | undefined): 'broken' | 'late' | 'by-hand' | null {
  return verdict === 'broken' || verdict === 'late' || verdict === 'by-hand' ? verdict : null;
}

/** The functions accountable for a touchpoint; owners whose function is not stated say nothing. */
function functionsOf(journey: Journey, touchpoint: string): readonly PartyFunction[] {
  const functions = ownersOf(journey, touchpoint).map((party) => party.function);
  return [...new Set(functions.filter((one) => one !== null))].sort();
}
