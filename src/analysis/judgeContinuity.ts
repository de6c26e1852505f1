import type { RecordRef } from '../model/kinds';
import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { changedHops } from './changedHops';
import { keeper, mapKept, type Keeper, type KeptMap } from './keep';
import { byHandRank, latencyOfRank, slowestInTime } from './latency';
import { nobody } from './numbering';
import { touchpointsBehind } from './predecessors';
import { bestRank } from './reachability';
import { routesIn } from './routesIn';
import { scoreOf, type Score } from './score';
import { hasUpcoming, whatHasToGoLive, type Worlds } from './upcoming';
import {
  knownVerdicts,
  type Judgement,
  type KnownVerdict,
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
  /** The number of `from`. */
  readonly at: number;
  readonly verdict: KnownVerdict | 'unknown';
  readonly rank: number | null;
  readonly writers: readonly number[];
  readonly readers: readonly number[];
}

/** A transition with what is found about it; the same object while nothing of that changed. */
export interface JudgedStep {
  readonly transition: Transition;
  readonly judgement: Judgement;
  /** The transition's ends and the touchpoint judged as A, as numbers of the world. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
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
      (transition, was) => sameStep(judge(transition), was),
      isNear ? judgedAgain(journey, before, now, upcoming) : () => true,
    );
    const steps = list.values;
    const continuity = before && steps === before.steps ? before.continuity : continuityOf(steps, before);
    return { continuity, steps, list, world: now, marks, upcoming };
  });
}

/** The step as it was, or with the judgement as it was, if these are the same. */
function sameStep(found: JudgedStep, was: JudgedStep | undefined): JudgedStep {
  if (was?.transition.id !== found.transition.id) return found;
  const judgement = isSame(was.judgement, found.judgement) ? was.judgement : found.judgement;
  const isKept =
    was.transition === found.transition &&
    was.judgement === judgement &&
    sameNumbers(was.writers, found.writers) &&
    sameNumbers(was.readers, found.readers);
  return isKept ? was : { ...found, judgement };
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

function judgeWith(
  journey: Journey,
  now: World,
  worlds: Worlds | null,
): (transition: Transition) => JudgedStep {
  const behind = memo((touchpoint: string) => touchpointsBehind(journey, touchpoint));
  const { touchpoints } = now;
  const marked = new Set<number>();
  for (const { id, noSystemNeeded } of journey.touchpoints.all)
    if (noSystemNeeded) marked.add(touchpoints.of(id));
  const findRoute = routesIn(now);
  return (transition) => {
    const { id, from, to, kind } = transition;
    const start = from === null ? nobody : touchpoints.of(from);
    const end = to === null ? nobody : touchpoints.of(to);
    if (kind === 'drop-out' || from === null || to === null)
      return notCounted(transition, start, end, 'drop-out');
    if (marked.has(end)) return notCounted(transition, start, end, 'no-system-needed');
    const isPassedOn = marked.has(start);
    const worst = isPassedOn
      ? worstOf(journey, attempts(now, behind(from), end, transition))
      : attemptFrom(now, from, start, end, transition);
    if (!worst) return notCounted(transition, start, end, 'no-predecessor');
    const { verdict, rank, writers, readers } = worst;
    const isBetterable = worlds !== null && verdict !== 'carried';
    const judgement: Judgement = {
      transition: id,
      verdict,
      reason: verdict === 'unknown' ? whatIsMissing(worst) : null,
      from: worst.from,
      tornRoute: rank === null || verdict === 'carried' ? null : findRoute(writers, readers, rank),
      slowestLatency: rank === null ? null : latencyOfRank(rank),
      wouldBe: isBetterable
        ? betterOnce(journey, worlds, isPassedOn ? behind(from) : [from], transition, worst)
        : null,
    };
    return { transition, judgement, start, end, from: worst.at, writers, readers };
  };
}

function notCounted(transition: Transition, start: number, end: number, reason: VerdictReason): JudgedStep {
  const nothing = { from: null, tornRoute: null, slowestLatency: null, wouldBe: null };
  const judgement: Judgement = { transition: transition.id, verdict: 'not-counted', reason, ...nothing };
  return { transition, judgement, start, end, from: nobody, writers: noSystems, readers: noSystems };
}

function attempts(
  world: World,
  starts: readonly string[],
  end: number,
  transition: Transition,
): readonly Attempt[] {
  return starts.map((from) => attemptFrom(world, from, world.touchpoints.of(from), end, transition));
}

function attemptFrom(
  { systemsAt, reachable }: World,
  from: string,
  at: number,
  end: number,
  { customerTime }: Transition,
): Attempt {
  const { readers } = systemsAt(end);
  const { writers } = systemsAt(at);
  if (writers.length === 0 || readers.length === 0)
    return { from, at, verdict: 'unknown', rank: null, writers, readers };
  const rank = bestRank(reachable, writers, readers);
  const verdict = verdictOfRank(rank, slowestInTime(customerTime));
  return { from, at, verdict, rank, writers, readers };
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
  const { upcoming } = worlds;
  const tried = to === null ? [] : attempts(upcoming, starts, upcoming.touchpoints.of(to), transition);
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
    sameList(a.tornRoute?.systems, b.tornRoute?.systems) &&
    sameList(a.tornRoute?.flows, b.tornRoute?.flows) &&
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
