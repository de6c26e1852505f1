import type { Kind, RecordRef } from '../model/kinds';
import type { Party, PartyFunction } from '../model/records/party';
import { kindOf, ownersOf, type Journey } from '../model/resolve';
import { mapSubject } from '../model/ids';
import { finding, orSameList, type Finding } from './finding';
import type { JudgedStep } from './judgeSteps';
import { mapKept, type Keeper, type KeptMap } from './keep';
import { isLiveFlow } from './liveness';
import { nobody, type Numbering } from './numbering';
import { isTorn, type Verdict } from './verdict';
import type { World } from './world';

type ByRecord<T> = KeptMap<T, Finding | null>;

/** Who is accountable: nobody, several, and where the journey is handed from one function to another (OWN-1 … OWN-3). */
export function ownershipFindings(
  journey: Journey,
  steps: readonly JudgedStep[],
  world: World,
  kept: Keeper,
): readonly (readonly (Finding | null)[])[] {
  const { ownersBySubject } = journey.relations;
  const several = kept.keep<readonly Finding[]>('several owners', [ownersBySubject], (before) =>
    orSameList(withSeveralOwners(journey), before),
  );
  return [...withoutOwner(journey, kept), several, handOvers(journey, steps, world, kept)];
}

/** OWN-1, by touchpoint, system and flow. */
function withoutOwner(journey: Journey, kept: Keeper): readonly (readonly (Finding | null)[])[] {
  const { ownersBySubject } = journey.relations;
  const isOwned = (id: string | null): boolean => id !== null && ownersBySubject.has(id);
  const of = <K extends 'touchpoints' | 'systems' | 'dataFlows'>(
    kind: K,
    isLacking: (record: Journey[K]['all'][number]) => boolean,
  ): readonly (Finding | null)[] => {
    type Record = Journey[K]['all'][number];
    const records: readonly Record[] = journey[kind].all;
    type Made = { readonly owners: unknown; readonly list: ByRecord<Record> };
    const { list } = kept.keep<Made>(`no owner of ${kind}`, [records, ownersBySubject], (before) => ({
      owners: ownersBySubject,
      list: mapKept<Record, Finding | null>(
        before?.list,
        records,
        (record, was) => (isLacking(record) ? unowned(kind, record.id, was) : null),
        before?.owners === ownersBySubject ? undefined : () => true,
      ),
    }));
    return list.values;
  };
  return [
    of('touchpoints', ({ id }) => !isOwned(id)),
    of('systems', ({ id, lifecycle }) => lifecycle !== 'retired' && !isOwned(id)),
    // Most flows are answered for by whoever answers for a system at their ends: that is asked first.
    of(
      'dataFlows',
      (flow) => !isOwned(flow.from) && !isOwned(flow.to) && isLiveFlow(flow) && !isOwned(flow.id),
    ),
  ];
}

function unowned(kind: Kind, id: string, was: Finding | null | undefined): Finding {
  if (was?.kind === 'no-owner' && was.facts.subject.id === id) return was;
  const subject = { kind, id };
  return finding('no-owner', kind === 'dataFlows' ? 'low' : 'medium', [subject], { subject });
}

function withSeveralOwners(journey: Journey): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [id, owners] of journey.relations.ownersBySubject) {
    if (owners.length < 2) continue;
    const kind = kindOf(journey, id);
    if (kind === null && id !== mapSubject) continue;
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

/** OWN-3, by step. */
function handOvers(
  journey: Journey,
  steps: readonly JudgedStep[],
  { touchpoints }: World,
  kept: Keeper,
): readonly (Finding | null)[] {
  const { ownersBySubject } = journey.relations;
  type Made = { readonly owners: unknown; readonly list: ByRecord<JudgedStep> };
  const { list } = kept.keep<Made>('hand-overs', [steps, ownersBySubject], (before) => {
    const functionsAt = functionsOfTouchpoints(journey, touchpoints);
    return {
      owners: ownersBySubject,
      list: mapKept<JudgedStep, Finding | null>(
        before?.list,
        steps,
        (step, was) => handOver(step, functionsAt, was),
        before?.owners === ownersBySubject ? undefined : () => true,
      ),
    };
  });
  return list.values;
}

/** By the touchpoint's number. */
type FunctionsAt = (touchpoint: number) => readonly PartyFunction[];

function handOver(
  { transition, judgement, start, end }: JudgedStep,
  functionsAt: FunctionsAt,
  was: Finding | null | undefined,
): Finding | null {
  // Most steps are settled by who answers for their ends: records, which lie far apart, are looked into last.
  const fromFunctions = functionsAt(start);
  if (fromFunctions.length === 0) return null;
  const toFunctions = functionsAt(end);
  if (toFunctions.length === 0 || haveOneInCommon(fromFunctions, toFunctions)) return null;
  const { id, from, to, kind } = transition;
  if (from === null || to === null || kind === 'drop-out') return null;
  const torn = tornVerdict(judgement.verdict);
  // Most are as they were: that is seen before another is made.
  const isKept =
    was?.kind === 'hand-over' &&
    was.records[0]?.id === id &&
    was.facts.from === from &&
    was.facts.to === to &&
    was.facts.torn === torn &&
    was.facts.fromFunctions.join() === fromFunctions.join() &&
    was.facts.toFunctions.join() === toFunctions.join();
  if (isKept) return was;
  const records: readonly RecordRef[] = [
    { kind: 'transitions', id },
    { kind: 'touchpoints', id: from },
    { kind: 'touchpoints', id: to },
  ];
  const facts = { from, to, fromFunctions, toFunctions, torn };
  return finding('hand-over', torn ? 'high' : 'low', records, facts);
}

function haveOneInCommon(a: readonly PartyFunction[], b: readonly PartyFunction[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}

function tornVerdict(verdict: Verdict): 'broken' | 'late' | 'by-hand' | null {
  return isTorn(verdict) ? (verdict as 'broken' | 'late' | 'by-hand') : null;
}

/** The functions accountable for a touchpoint; owners whose function is not stated say nothing. */
function functionsOfTouchpoints(journey: Journey, { idOf }: Numbering): FunctionsAt {
  const known: (readonly PartyFunction[] | undefined)[] = [];
  return (touchpoint) =>
    touchpoint === nobody
      ? noFunctions
      : (known[touchpoint] ??= functionsOf(ownersOf(journey, idOf(touchpoint))));
}

const noFunctions: readonly PartyFunction[] = [];

function functionsOf(owners: readonly Party[]): readonly PartyFunction[] {
  if (owners.length === 0) return noFunctions;
  const functions = owners.map((party) => party.function).filter((one) => one !== null);
  return functions.length < 2 ? functions : [...new Set(functions)].sort();
}
