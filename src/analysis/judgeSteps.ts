import type { RecordRef } from '../model/kinds';
import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { byHandRank, latencyOfRank, slowestInTime } from './latency';
import { nobody } from './numbering';
import { touchpointsBehind } from './predecessors';
import { bestRank } from './reachability';
import { routesIn } from './routesIn';
import { whatHasToGoLive, type Worlds } from './upcoming';
import {
  knownVerdicts,
  type Judgement,
  type KnownVerdict,
  type VerdictReason,
  type WouldBe,
} from './verdict';
import type { World } from './world';

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

const noSystems: readonly number[] = [];

/**
 * Judges single steps (CON-1 … CON-10, CON-17).
 * @param worlds null where nothing is planned or proposed
 */
export function judgeSteps(
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
