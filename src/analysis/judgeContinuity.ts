import type { RecordRef } from '../model/kinds';
import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { changedHops } from './changedHops';
import { keeper, mapKept, type Keeper, type KeptMap } from './keep';
import { byHandRank, latencyOfRank, slowestInTime } from './latency';
import { touchpointsBehind } from './predecessors';
import { bestRank } from './reachability';
import { scoreOf, type Score } from './score';
import { hasUpcoming, whatHasToGoLive, type Worlds } from './upcoming';
import {
  knownVerdicts,
  type Judgement,
  type KnownVerdict,
  type Route,
  type VerdictReason,
  type WouldBe,
} from './verdict';
import { makeWorld, type World } from './world';

/** What is found about every transition of a journey, by transition id, and the score of the whole. */
export interface Continuity {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly score: Score;
}

/** What a touchpoint judged as A gives for one transition. Rank null: no route. */
interface Attempt {
  readonly from: string;
  readonly verdict: KnownVerdict | 'unknown';
  readonly rank: number | null;
  readonly writers: readonly number[];
  readonly readers: readonly number[];
}

/** A judgement with the systems of the attempt it is of; none when there was nothing to judge. */
interface Found {
  readonly judgement: Judgement;
  readonly attempt: Attempt | null;
}

/** A transition with what is found about it; the same object while nothing of that changed. */
export interface JudgedStep {
  readonly transition: Transition;
  readonly judgement: Judgement;
  /** Systems of the two touchpoints that were judged, as numbers of the network; empty where none was. */
  readonly writers: readonly number[];
  readonly readers: readonly number[];
}

/** What judging gives and what the next one may take over. */
export interface Judged {
  readonly continuity: Continuity;
  /** In the order of the journey's transitions. */
  readonly steps: readonly JudgedStep[];
}

/**
 * Judges every transition: does what is known at its start reach its end? (model.md, "Continuity"; the rules are
 * numbered in docs/spec/continuity.md.) Total and deterministic: any journey has a result, the same on every device.
 *
 * @param previous the result before a change: judgements that are still the same keep their identity.
 */
export function judgeContinuity(journey: Journey, previous?: Continuity): Continuity {
  const { continuity } = judgeIn(journey, makeWorld(journey, 'now'), keeper(undefined));
  if (!previous) return continuity;
  const judgements = new Map<string, Judgement>();
  for (const [id, judgement] of continuity.judgements) {
    const before = previous.judgements.get(id);
    judgements.set(id, before && isSame(before, judgement) ? before : judgement);
  }
  return { ...continuity, judgements };
}

interface KeptJudged extends Judged {
  readonly list: KeptMap<Transition, JudgedStep>;
  readonly world: World;
  readonly marks: object;
  /** What was read of the world with everything planned in it. */
  readonly upcoming: readonly unknown[];
}

/** The same, for whoever has made the world of what is live already; only steps that a change touches are judged again. */
export function judgeIn(journey: Journey, now: World, kept: Keeper): Judged {
  const worlds = hasUpcoming(journey) ? { now, upcoming: makeWorld(journey, 'upcoming', kept) } : null;
  const hasMarked = journey.touchpoints.all.some(({ noSystemNeeded }) => noSystemNeeded);
  const marks = kept.members(
    'marks',
    journey.touchpoints.all,
    // Titles tell equal verdicts behind marked touchpoints apart (CON-6).
    (a, b) => a.noSystemNeeded === b.noSystemNeeded && (!hasMarked || a.title === b.title),
  );
  const upcoming = [worlds?.upcoming.network, worlds?.upcoming.systemsOf];
  const inputs = [journey.transitions, now.systemsOf, now.network, marks, ...upcoming];
  return kept.keep<KeptJudged>('judged', inputs, (before) => {
    const judge = judgeWith(journey, now, worlds);
    const isNear =
      before !== undefined &&
      marks === before.marks &&
      (before.world.systemsOf === now.systemsOf || now.touched !== null);
    const list = mapKept(
      before?.list,
      journey.transitions.all,
      (transition, was) => stepOf(transition, judge(transition), was),
      isNear ? judgedAgain(journey, before, now, upcoming) : () => true,
    );
    const steps = list.values;
    const continuity = before && steps === before.steps ? before.continuity : continuityOf(steps, before);
    return { continuity, steps, list, world: now, marks, upcoming };
  });
}

function stepOf(
  transition: Transition,
  { judgement: found, attempt }: Found,
  was: JudgedStep | undefined,
): JudgedStep {
  const writers = attempt?.writers ?? noSystems;
  const readers = attempt?.readers ?? noSystems;
  if (was?.transition.id !== transition.id) return { transition, judgement: found, writers, readers };
  const judgement = isSame(was.judgement, found) ? was.judgement : found;
  const isKept =
    was.transition === transition &&
    was.judgement === judgement &&
    sameNumbers(was.writers, writers) &&
    sameNumbers(was.readers, readers);
  return isKept ? was : { transition, judgement, writers, readers };
}

const noSystems: readonly number[] = [];

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}

/** Which steps a change may have touched; it is asked of those that are the same records as before. */
function judgedAgain(
  journey: Journey,
  before: KeptJudged,
  now: World,
  upcoming: readonly unknown[],
): (transition: Transition) => boolean {
  const dirty = stepsToJudgeAgain(journey, before.world.systemsOf === now.systemsOf, now);
  const isNetworkSame = before.world.network === now.network;
  const isUpcomingSame = upcoming.every((one, index) => one === before.upcoming[index]);
  if (isNetworkSame && isUpcomingSame) return ({ id }) => dirty.has(id);
  const mayDiffer = isNetworkSame ? () => false : changedHops(before.world.network, now);
  return ({ id, to }) => {
    const known = before.continuity.judgements.get(id);
    if (dirty.has(id) || mayDiffer === null || known === undefined) return true;
    // Nothing of the systems is read of a step that is not counted.
    if (known.from === null || to === null) return false;
    if (!isUpcomingSame && known.verdict !== 'carried') return true;
    return mayDiffer(known, now.systemsOf(known.from).writers, now.systemsOf(to).readers);
  };
}

/** Steps at touchpoints whose systems changed, and those that look further back than their own start. */
function stepsToJudgeAgain(journey: Journey, isUntouched: boolean, now: World): ReadonlySet<string> {
  const { transitionsFrom, transitionsTo } = journey.relations;
  const steps = new Set<string>();
  for (const touchpoint of isUntouched ? [] : (now.touched ?? [])) {
    for (const { id } of transitionsFrom.get(touchpoint) ?? []) steps.add(id);
    for (const { id } of transitionsTo.get(touchpoint) ?? []) steps.add(id);
  }
  for (const { id: touchpoint, noSystemNeeded } of journey.touchpoints.all)
    if (noSystemNeeded) for (const { id } of transitionsFrom.get(touchpoint) ?? []) steps.add(id);
  return steps;
}

function continuityOf(steps: readonly JudgedStep[], before: KeptJudged | undefined): Continuity {
  const isAligned =
    before?.steps.length === steps.length &&
    steps.every(({ transition: { id } }, index) => before.steps[index]?.transition.id === id);
  const judgements = new Map<string, Judgement>(isAligned ? before.continuity.judgements : []);
  steps.forEach(({ transition, judgement }, index) => {
    if (!isAligned || before.steps[index]?.judgement !== judgement) judgements.set(transition.id, judgement);
  });
  const isUnchanged = isAligned && steps.every((one, i) => one.judgement === before.steps[i]?.judgement);
  return isUnchanged ? before.continuity : { judgements, score: scoreOf(judgements.values()) };
}

function judgeWith(journey: Journey, now: World, worlds: Worlds | null): (transition: Transition) => Found {
  const behind = memo((touchpoint: string) => touchpointsBehind(journey, touchpoint));
  const touchpoints = journey.touchpoints.byId;
  const routeOf = routesOf(now);
  return (transition) => {
    const { id, from, to, kind } = transition;
    if (kind === 'drop-out' || from === null || to === null) return notCounted(id, 'drop-out');
    if (touchpoints.get(to)?.noSystemNeeded === true) return notCounted(id, 'no-system-needed');
    const isPassedOn = touchpoints.get(from)?.noSystemNeeded === true;
    const worst = isPassedOn
      ? worstOf(journey, attempts(now, behind(from), to, transition))
      : attemptFrom(now, from, to, transition);
    if (!worst) return notCounted(id, 'no-predecessor');
    const { verdict, rank } = worst;
    const isBetterable = worlds !== null && verdict !== 'carried';
    const judgement: Judgement = {
      transition: id,
      verdict,
      reason: verdict === 'unknown' ? whatIsMissing(worst) : null,
      from: worst.from,
      route: routeOf(worst),
      slowestLatency: rank === null ? null : latencyOfRank(rank),
      wouldBe: isBetterable
        ? betterOnce(journey, worlds, isPassedOn ? behind(from) : [from], transition, worst)
        : null,
    };
    return { judgement, attempt: worst };
  };
}

/** The best routes; attempts with the same systems share one. */
function routesOf({ network, findPath }: World): (attempt: Attempt) => Route | null {
  const routes = new Map<number | string, Route>();
  return ({ writers, readers, rank }) => {
    if (rank === null) return null;
    const [writer, reader] = [writers[0] ?? 0, readers[0] ?? 0];
    const isSingle = writers.length === 1 && readers.length === 1;
    const key = isSingle ? writer * network.ids.length + reader : `${writers.join()}>${readers.join()}`;
    const known = routes.get(key);
    if (known) return known;
    const path = findPath(writers, readers, rank);
    if (!path) return null;
    const route = {
      systems: path.systems.map((system) => network.ids[system] ?? ''),
      flows: path.flows.map((flow) => network.flows[flow] ?? ''),
    };
    routes.set(key, route);
    return route;
  };
}

function notCounted(transition: string, reason: VerdictReason): Found {
  const verdict = 'not-counted';
  const nothing = { from: null, route: null, slowestLatency: null, wouldBe: null };
  return { judgement: { transition, verdict, reason, ...nothing }, attempt: null };
}

function attempts(
  world: World,
  starts: readonly string[],
  to: string,
  transition: Transition,
): readonly Attempt[] {
  return starts.map((from) => attemptFrom(world, from, to, transition));
}

function attemptFrom(
  { systemsOf, reachable }: World,
  from: string,
  to: string,
  { customerTime }: Transition,
): Attempt {
  const { readers } = systemsOf(to);
  const { writers } = systemsOf(from);
  if (writers.length === 0 || readers.length === 0)
    return { from, verdict: 'unknown', rank: null, writers, readers };
  const rank = bestRank(reachable, writers, readers);
  return { from, verdict: verdictOfRank(rank, slowestInTime(customerTime)), rank, writers, readers };
}

function verdictOfRank(rank: number | null, allowed: number): KnownVerdict {
  if (rank === null) return 'broken';
  if (rank >= byHandRank) return 'by-hand';
  return rank <= allowed ? 'carried' : 'late';
}

/** How bad an attempt is: by verdict, then by its slowest hop; unknown ones count only when there are no others (CON-6). */
function badness({ verdict, rank }: Attempt): number {
  return verdict === 'unknown' ? -1 : knownVerdicts.indexOf(verdict) * 100 + (rank ?? 0);
}

function worstOf(journey: Journey, tried: readonly Attempt[]): Attempt | null {
  if (tried.length < 2) return tried[0] ?? null;
  let worst: Attempt | null = null;
  for (const attempt of tried) {
    const difference = worst ? badness(attempt) - badness(worst) : 1;
    if (difference > 0 || (difference === 0 && worst && comesFirst(journey, attempt.from, worst.from)))
      worst = attempt;
  }
  return worst;
}

function comesFirst(journey: Journey, a: string, b: string): boolean {
  const titleA = journey.touchpoints.byId.get(a)?.title ?? '';
  const titleB = journey.touchpoints.byId.get(b)?.title ?? '';
  return titleA === titleB ? a < b : titleA < titleB;
}

function whatIsMissing({ writers, readers }: Attempt): VerdictReason {
  if (writers.length === 0 && readers.length === 0) return 'both-without-system';
  return writers.length === 0 ? 'from-without-system' : 'to-without-system';
}

function betterOnce(
  journey: Journey,
  worlds: Worlds,
  starts: readonly string[],
  transition: Transition,
  today: Attempt,
): WouldBe | null {
  const { to } = transition;
  const tried = to === null ? [] : attempts(worlds.upcoming, starts, to, transition);
  const then = worstOf(journey, tried);
  if (to === null || !then || then.verdict === 'unknown' || then.verdict === 'broken') return null;
  const isBetter =
    today.verdict === 'unknown' || knownVerdicts.indexOf(then.verdict) < knownVerdicts.indexOf(today.verdict);
  if (!isBetter) return null;
  const maxRank = {
    carried: slowestInTime(transition.customerTime),
    late: byHandRank - 1,
    'by-hand': byHandRank,
  }[then.verdict];
  const once = new Map<string, RecordRef>();
  for (const { from, verdict } of tried) {
    if (verdict === 'unknown') continue;
    for (const ref of whatHasToGoLive(journey, worlds, { from, to }, maxRank)) once.set(ref.id, ref);
  }
  return once.size === 0 ? null : { verdict: then.verdict, once: [...once.values()] };
}

function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

function isSame(a: Judgement, b: Judgement): boolean {
  return (
    a.verdict === b.verdict &&
    a.reason === b.reason &&
    a.from === b.from &&
    a.slowestLatency === b.slowestLatency &&
    sameList(a.route?.systems, b.route?.systems) &&
    sameList(a.route?.flows, b.route?.flows) &&
    a.wouldBe?.verdict === b.wouldBe?.verdict &&
    sameList(
      a.wouldBe?.once.map((ref) => ref.id),
      b.wouldBe?.once.map((ref) => ref.id),
    )
  );
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
