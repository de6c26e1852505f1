import type { RecordRef } from '../model/kinds';
import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { byHandRank, latencyOfRank, slowestInTime } from './latency';
import { touchpointsBehind } from './predecessors';
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
}

/**
 * Judges every transition: does what is known at its start reach its end? (model.md, "Continuity"; the rules are
 * numbered in docs/spec/continuity.md.) Total and deterministic: any journey has a result, the same on every device.
 *
 * @param previous the result before a change: judgements that are still the same keep their identity.
 */
export function judgeContinuity(journey: Journey, previous?: Continuity): Continuity {
  return judgeIn(journey, makeWorld(journey, 'now'), previous);
}

/** The same, for whoever has made the world of what is live already. */
export function judgeIn(journey: Journey, now: World, previous?: Continuity): Continuity {
  const worlds = hasUpcoming(journey) ? { now, upcoming: makeWorld(journey, 'upcoming') } : null;
  const judge = judgeWith(journey, now, worlds);
  const judgements = new Map<string, Judgement>();
  for (const transition of journey.transitions.all) {
    const judgement = judge(transition);
    const before = previous?.judgements.get(transition.id);
    judgements.set(transition.id, before && isSame(before, judgement) ? before : judgement);
  }
  return { judgements, score: scoreOf(judgements.values()) };
}

function judgeWith(
  journey: Journey,
  now: World,
  worlds: Worlds | null,
): (transition: Transition) => Judgement {
  const behind = memo((touchpoint: string) => touchpointsBehind(journey, touchpoint));
  const routes = new Map<string, Route>();
  const routeBetween = (from: string, to: string, rank: number): Route | null => {
    const { writers, writersKey } = now.systemsOf(from);
    const { readers, readersKey } = now.systemsOf(to);
    const key = `${writersKey}>${readersKey}`;
    const known = routes.get(key);
    if (known) return known;
    const path = now.findPath(writers, readers, rank);
    if (!path) return null;
    const route = {
      systems: path.systems.map((system) => now.network.ids[system] ?? ''),
      flows: path.flows.map((flow) => now.network.flows[flow]?.id ?? ''),
    };
    routes.set(key, route);
    return route;
  };

  return (transition) => {
    const { id, from, to, kind } = transition;
    if (kind === 'drop-out' || from === null || to === null) return notCounted(id, 'drop-out');
    if (journey.touchpoints.byId.get(to)?.noSystemNeeded === true) return notCounted(id, 'no-system-needed');
    const starts = behind(from);
    const worst = worstOf(journey, attempts(now, starts, transition));
    if (!worst) return notCounted(id, 'no-predecessor');
    const wouldBe =
      worlds && worst.verdict !== 'carried' ? betterOnce(journey, worlds, starts, transition, worst) : null;
    return {
      transition: id,
      verdict: worst.verdict,
      reason: worst.verdict === 'unknown' ? whatIsMissing(now, worst.from, to) : null,
      from: worst.from,
      route: worst.rank === null ? null : routeBetween(worst.from, to, worst.rank),
      slowestLatency: worst.rank === null ? null : latencyOfRank(worst.rank),
      wouldBe,
    };
  };
}

function notCounted(transition: string, reason: VerdictReason): Judgement {
  return {
    transition,
    verdict: 'not-counted',
    reason,
    from: null,
    route: null,
    slowestLatency: null,
    wouldBe: null,
  };
}

function attempts(
  world: World,
  starts: readonly string[],
  { to, customerTime }: Transition,
): readonly Attempt[] {
  if (to === null) return [];
  const allowed = slowestInTime(customerTime);
  return starts.map((from) => {
    if (world.systemsOf(from).writers.length === 0 || world.systemsOf(to).readers.length === 0) {
      return { from, verdict: 'unknown', rank: null };
    }
    const rank = world.rankBetween(from, to);
    return { from, verdict: verdictOfRank(rank, allowed), rank };
  });
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

function whatIsMissing(world: World, from: string, to: string): VerdictReason {
  const fromHasNone = world.systemsOf(from).writers.length === 0;
  const toHasNone = world.systemsOf(to).readers.length === 0;
  if (fromHasNone && toHasNone) return 'both-without-system';
  return fromHasNone ? 'from-without-system' : 'to-without-system';
}

function betterOnce(
  journey: Journey,
  worlds: Worlds,
  starts: readonly string[],
  transition: Transition,
  today: Attempt,
): WouldBe | null {
  const { to } = transition;
  const tried = attempts(worlds.upcoming, starts, transition);
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
