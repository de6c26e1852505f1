import type { Touchpoint } from '../model/records/touchpoint';
import { componentsOf, type Components, type Graph } from './components';
import type { JudgedStep } from './judgeSteps';
import { nobody } from './numbering';

/** A touchpoint at which a data object becomes known. */
export interface Capture {
  readonly item: string;
  readonly touchpoint: Touchpoint;
  /** The touchpoint's number. */
  readonly at: number;
}

/** Somebody at a touchpoint who wants to know where upstream an item was captured. */
export interface Listener {
  /** The touchpoint's number. */
  readonly at: number;
  /**
   * Told of captures upstream in the order given. `inLoop`: the two lie on one loop, so each is upstream of the other.
   * Returns whether it has heard enough.
   */
  hear(capture: Capture, inLoop: boolean): boolean;
}

/** Captures travel along the journey together, one bit each: a touchpoint is passed once for so many words of them. */
const words = 4;
const batchSize = words * 32;

/**
 * Walks captures down the journey (CON-11): a touchpoint is upstream of another when steps that are not drop-outs lead
 * from it there. Loops are followed; a touchpoint is not upstream of itself. Listeners stand by the item they want to hear
 * about; those who have heard enough are taken off their lists.
 */
export type FollowCaptures = (
  captures: readonly Capture[],
  listeners: Map<string, readonly Listener[]>,
) => void;

/** Prepares the walk: the journey's steps as a graph without loops, once for all captures. */
export function capturesAlong(steps: readonly JudgedStep[]): FollowCaptures {
  const graph = stepGraph(steps);
  const { start, end } = graph;
  const { of: component, members } = componentsOf(graph);
  const onward = componentGraph(graph, component, members);
  const loops = members.map((group) => {
    const [only] = group;
    if (group.length > 1 || only === undefined) return group.length > 1;
    for (let step = start[only] ?? 0; step < (start[only + 1] ?? 0); step++)
      if (end[step] === only) return true;
    return false;
  });
  const walk = { onward, loops, component, chain: chainsOf(onward) };
  return (captures, listeners) => walkWith(walk, tellOfClear(walk, captures, listeners), listeners);
}

interface Walk {
  readonly onward: Graph;
  readonly loops: readonly boolean[];
  /** Components by touchpoint number. Nobody goes to or from a touchpoint that is in none. */
  readonly component: Int32Array;
  /** The chain each component belongs to. */
  readonly chain: Int32Array;
}

/**
 * Cuts components into chains, on each of which one leads to the next: who comes before whom is known there without a walk.
 * Most of a journey is one.
 */
function chainsOf({ start, end }: Graph): Int32Array {
  const count = start.length - 1;
  const chain = new Int32Array(count).fill(-1);
  for (let first = count - 1; first >= 0; first--) {
    let at = chain[first] === -1 ? first : -1;
    while (at !== -1) {
      chain[at] = first;
      let next = -1;
      for (let step = start[at] ?? 0; step < (start[at + 1] ?? 0); step++) {
        const far = end[step] ?? 0;
        if (far > next && chain[far] === -1) next = far;
      }
      at = next;
    }
  }
  return chain;
}

/** Whether one component is upstream of another, as far as their numbers and chains tell; null when they do not. */
function isUpstream({ loops, chain }: Walk, from: number, at: number): boolean | null {
  if (from === at) return loops[at] ?? false;
  if (from < at) return false;
  return chain[from] === chain[at] ? true : null;
}

/**
 * Tells of captures, as long as it is clear to whom of an item's listeners each is upstream.
 * @returns the captures that are left, in order: of an item the first one that is not clear, and all after it
 */
function tellOfClear(
  walk: Walk,
  captures: readonly Capture[],
  listeners: Map<string, readonly Listener[]>,
): readonly Capture[] {
  const { component } = walk;
  const left = new Set<string>();
  return captures.filter((capture) => {
    const { item, at } = capture;
    const from = component[at];
    if (left.has(item) || from === undefined) return true;
    const isClear = (listener: Listener): boolean =>
      listener.at === at || isUpstream(walk, from, component[listener.at] ?? from) !== null;
    if (!(listeners.get(item) ?? []).every(isClear)) {
      left.add(item);
      return true;
    }
    tell(capture, component, listeners, (listener) => isUpstream(walk, from, listener) ?? false);
    return false;
  });
}

/** Tells the listeners downstream of a capture; those who have heard enough leave. */
function tell(
  capture: Capture,
  component: Int32Array,
  listeners: Map<string, readonly Listener[]>,
  isDownstream: (component: number) => boolean,
): void {
  const from = component[capture.at];
  const wantsMore = (listener: Listener): boolean => {
    const at = component[listener.at];
    if (at === undefined || listener.at === capture.at) return true;
    return !isDownstream(at) || !listener.hear(capture, at === from);
  };
  const before = listeners.get(capture.item) ?? [];
  const after = before.filter(wantsMore);
  if (after.length < before.length) listeners.set(capture.item, after);
}

/** Tells of captures what a walk down the journey finds. */
function walkWith(
  { onward, loops, component }: Walk,
  captures: readonly Capture[],
  listeners: Map<string, readonly Listener[]>,
): void {
  if (captures.length === 0) return;
  const count = loops.length;
  const own = new Int32Array(count * words);
  const upstream = new Int32Array(count * words);
  for (let first = 0; first < captures.length; first += batchSize) {
    const batch = captures.slice(first, first + batchSize);
    own.fill(0);
    upstream.fill(0);
    let furthestUp = -1;
    /** Nobody further down still wants to hear of one of these. */
    let furthestDown = count;
    batch.forEach((capture, bit) => {
      const at = component[capture.at];
      if (at === undefined) return;
      const word = at * words + (bit >> 5);
      own[word] = (own[word] ?? 0) | (1 << (bit & 31));
      furthestUp = Math.max(furthestUp, at);
      for (const listener of listeners.get(capture.item) ?? [])
        furthestDown = Math.min(furthestDown, component[listener.at] ?? furthestDown);
    });
    for (let at = furthestUp; at >= furthestDown; at--) passOn(at, own, upstream, onward, loops[at] ?? false);
    batch.forEach((capture, bit) =>
      tell(
        capture,
        component,
        listeners,
        (at) => (((upstream[at * words + (bit >> 5)] ?? 0) >>> (bit & 31)) & 1) === 1,
      ),
    );
  }
}

/** Lets what is upstream of a component, and what is captured in it, be upstream of those that it leads to. */
function passOn(
  at: number,
  own: Int32Array,
  upstream: Int32Array,
  { start, end }: Graph,
  isLoop: boolean,
): void {
  const last = start[at + 1] ?? 0;
  for (let word = 0; word < words; word++) {
    const place = at * words + word;
    const leaving = (upstream[place] ?? 0) | (own[place] ?? 0);
    if (leaving === 0) continue;
    if (isLoop) upstream[place] = leaving;
    for (let step = start[at] ?? 0; step < last; step++) {
      const next = (end[step] ?? 0) * words + word;
      upstream[next] = (upstream[next] ?? 0) | leaving;
    }
  }
}

/** The steps that lead from one component into another. */
function componentGraph({ start, end }: Graph, component: Int32Array, members: Components['members']): Graph {
  const onwardStart = new Int32Array(members.length + 1);
  const onwardEnd: number[] = [];
  members.forEach((group, at) => {
    for (const node of group) {
      for (let step = start[node] ?? 0; step < (start[node + 1] ?? 0); step++) {
        const next = component[end[step] ?? 0] ?? at;
        if (next !== at) onwardEnd.push(next);
      }
    }
    onwardStart[at + 1] = onwardEnd.length;
  });
  return { start: onwardStart, end: Int32Array.from(onwardEnd) };
}

/** Touchpoints by number, and the steps between them that are not drop-outs. */
function stepGraph(steps: readonly JudgedStep[]): Graph {
  const taken = steps.filter(
    ({ start, end, transition }) => start !== nobody && end !== nobody && transition.kind !== 'drop-out',
  );
  let count = 0;
  for (const step of taken) count = Math.max(count, step.start + 1, step.end + 1);
  const start = new Int32Array(count + 1);
  for (const step of taken) start[step.start + 1] = (start[step.start + 1] ?? 0) + 1;
  for (let at = 0; at < count; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const end = new Int32Array(taken.length);
  const next = start.slice();
  for (const step of taken) {
    const place = next[step.start] ?? 0;
    end[place] = step.end;
    next[step.start] = place + 1;
  }
  return { start, end };
}
