import type { Journey } from '../../src/model/resolve';

/**
 * The definition of continuity taken literally: every simple path, every hop, nothing clever. Only for small maps; it
 * shares no code with src/analysis, so that the two can only agree by both being right.
 */
export interface BruteVerdict {
  readonly verdict: string;
  readonly from: string | null;
  readonly latency: string | null;
  readonly systems: readonly string[] | null;
}

interface BrutePath {
  readonly systems: readonly string[];
  readonly slowest: number;
}

const speeds = ['real-time', 'minutes', 'hourly', 'daily', 'weekly', 'by-hand'];
const patience: Readonly<Record<string, number>> = { 'at-once': 0, minutes: 1, hours: 2, days: 3, weeks: 4 };
const order = ['carried', 'late', 'by-hand', 'broken'];

/** Judges every transition of a small journey by trying all paths. */
export function bruteForceContinuity(journey: Journey): ReadonlyMap<string, BruteVerdict> {
  const result = new Map<string, BruteVerdict>();
  for (const transition of journey.transitions.all) {
    const end = journey.touchpoints.all.find((touchpoint) => touchpoint.id === transition.to);
    const nothing = { verdict: 'not-counted', from: null, latency: null, systems: null };
    if (transition.kind === 'drop-out' || !end || end.noSystemNeeded) {
      result.set(transition.id, nothing);
      continue;
    }
    const judged = startsOf(journey, transition.from ?? '', []).map((from) =>
      judgePair(journey, from, end.id, transition.customerTime),
    );
    const known = judged.filter((one) => one.verdict !== 'unknown');
    const candidates = known.length > 0 ? known : judged;
    result.set(transition.id, candidates.sort((a, b) => worseFirst(journey, a, b))[0] ?? nothing);
  }
  return result;
}

function worseFirst(journey: Journey, a: BruteVerdict, b: BruteVerdict): number {
  const title = (one: BruteVerdict) =>
    `${journey.touchpoints.byId.get(one.from ?? '')?.title}\u0000${one.from}`;
  return (
    order.indexOf(b.verdict) - order.indexOf(a.verdict) ||
    speeds.indexOf(b.latency ?? '') - speeds.indexOf(a.latency ?? '') ||
    (title(a) < title(b) ? -1 : 1)
  );
}

/** Walks back along every simple chain of touchpoints that need no system. */
function startsOf(journey: Journey, touchpoint: string, walked: readonly string[]): string[] {
  const here = journey.touchpoints.all.find((one) => one.id === touchpoint);
  if (!here || walked.includes(touchpoint)) return [];
  if (!here.noSystemNeeded) return [touchpoint];
  const before = journey.transitions.all.filter((one) => one.to === touchpoint && one.kind !== 'drop-out');
  const found = before.flatMap((one) => startsOf(journey, one.from ?? '', [...walked, touchpoint]));
  return [...new Set(found)];
}

function judgePair(journey: Journey, from: string, to: string, time: string | null): BruteVerdict {
  const writers = endSystems(journey, from, 'reads');
  const readers = endSystems(journey, to, 'writes');
  if (writers.length === 0 || readers.length === 0)
    return { verdict: 'unknown', from, latency: null, systems: null };
  const paths = writers.flatMap((writer) => pathsFrom(journey, [writer], 0, readers));
  const best = paths.sort((a, b) => betterFirst(journey, a, b))[0];
  if (!best) return { verdict: 'broken', from, latency: null, systems: null };
  const limit = time === null ? 2 : (patience[time] ?? 0);
  const verdict = best.slowest === 5 ? 'by-hand' : best.slowest <= limit ? 'carried' : 'late';
  return { verdict, from, latency: speeds[best.slowest] ?? null, systems: best.systems };
}

function betterFirst(journey: Journey, a: BrutePath, b: BrutePath): number {
  if (a.slowest !== b.slowest) return a.slowest - b.slowest;
  if (a.systems.length !== b.systems.length) return a.systems.length - b.systems.length;
  for (let i = 0; i < a.systems.length; i++) {
    const [x, y] = [a.systems[i] ?? '', b.systems[i] ?? ''];
    const [nameX, nameY] = [journey.systems.byId.get(x)?.name ?? '', journey.systems.byId.get(y)?.name ?? ''];
    if (nameX !== nameY) return nameX < nameY ? -1 : 1;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** All simple paths that go on from a path and end at one of the goals. */
function pathsFrom(
  journey: Journey,
  path: readonly string[],
  slowest: number,
  goals: readonly string[],
): BrutePath[] {
  const last = path.at(-1) ?? '';
  const found = goals.includes(last) ? [{ systems: path, slowest }] : [];
  for (const flow of journey.dataFlows.all) {
    if (flow.from !== last || flow.to === null || path.includes(flow.to) || !isLive(journey, flow.to))
      continue;
    if (flow.status !== null && flow.status !== 'live') continue;
    found.push(
      ...pathsFrom(
        journey,
        [...path, flow.to],
        Math.max(slowest, speedOf(flow.latency, flow.pattern)),
        goals,
      ),
    );
  }
  return found;
}

function speedOf(latency: string | null, pattern: string | null): number {
  if (pattern === 'manual-re-entry' || latency === 'by-hand') return 5;
  if (latency !== null) return speeds.indexOf(latency);
  if (pattern === null) return 2;
  return pattern === 'batch-file' || pattern === 'reverse-etl' ? 3 : 0;
}

function isLive(journey: Journey, id: string): boolean {
  const system = journey.systems.all.find((one) => one.id === id);
  return system !== undefined && system.lifecycle !== 'planned' && system.lifecycle !== 'retired';
}

/** A touchpoint's live systems but those with only the `without` access; all of them when that leaves none. */
function endSystems(journey: Journey, touchpoint: string, without: 'reads' | 'writes'): string[] {
  const pairs: [string, string][] = [];
  for (const usage of journey.usages.all) {
    if (usage.touchpoint === touchpoint) pairs.push([usage.system ?? '', usage.access ?? 'both']);
  }
  for (const flow of journey.dataFlows.all) {
    if (flow.status !== null && flow.status !== 'live') continue;
    if (flow.from === touchpoint) pairs.push([flow.to ?? '', 'writes']);
    if (flow.to === touchpoint) pairs.push([flow.from ?? '', 'reads']);
  }
  const live = pairs.filter(([system]) => isLive(journey, system));
  const fit = live.filter(([, access]) => access !== without);
  return [...new Set((fit.length > 0 ? fit : live).map(([system]) => system))];
}
