import type { Journey } from '../model/resolve';
import { componentsOf, type Components, type Graph } from './components';

/** A touchpoint at which a data object becomes known. */
export interface Capture {
  readonly item: string;
  readonly touchpoint: string;
}

/** Somebody at a touchpoint who wants to know where upstream an item was captured. */
export interface Listener {
  readonly touchpoint: string;
  /**
   * Told of captures upstream in the order given. `inLoop`: the two lie on one loop, so each is upstream of the other.
   * Returns whether it has heard enough.
   */
  hear(capture: Capture, inLoop: boolean): boolean;
}

/** How many captures travel along the journey at once: one bit each. */
const batchSize = 32;

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
export function capturesAlong(journey: Journey): FollowCaptures {
  const { indexOf, start, end } = stepGraph(journey);
  const { of: component, members } = componentsOf({ start, end });
  const onward = componentGraph({ start, end }, component, members);
  const loops = members.map((group) => {
    const [only] = group;
    if (group.length > 1 || only === undefined) return group.length > 1;
    return end.subarray(start[only], start[only + 1]).includes(only);
  });
  const placeOf = (touchpoint: string): number => component[indexOf.get(touchpoint) ?? 0] ?? 0;
  return (captures, listeners) => follow({ onward, loops, placeOf }, captures, listeners);
}

interface Walk {
  readonly onward: Graph;
  readonly loops: readonly boolean[];
  /** The component of a touchpoint. */
  readonly placeOf: (touchpoint: string) => number;
}

function follow(
  { onward, loops, placeOf }: Walk,
  captures: readonly Capture[],
  listeners: Map<string, readonly Listener[]>,
): void {
  const own = new Int32Array(loops.length);
  const upstream = new Int32Array(loops.length);
  for (let first = 0; first < captures.length; first += batchSize) {
    const batch = captures.slice(first, first + batchSize);
    own.fill(0);
    upstream.fill(0);
    let furthestUp = 0;
    batch.forEach(({ touchpoint }, bit) => {
      const at = placeOf(touchpoint);
      own[at] = (own[at] ?? 0) | (1 << bit);
      furthestUp = Math.max(furthestUp, at);
    });
    for (let at = furthestUp; at >= 0; at--) {
      const leaving = (upstream[at] ?? 0) | (own[at] ?? 0);
      if (leaving === 0) continue;
      if (loops[at]) upstream[at] = leaving;
      for (let step = onward.start[at] ?? 0; step < (onward.start[at + 1] ?? 0); step++) {
        const next = onward.end[step] ?? 0;
        upstream[next] = (upstream[next] ?? 0) | leaving;
      }
    }
    batch.forEach((capture, bit) => {
      const from = placeOf(capture.touchpoint);
      const wantsMore = ({ touchpoint, hear }: Listener): boolean => {
        const at = placeOf(touchpoint);
        if (touchpoint === capture.touchpoint || (((upstream[at] ?? 0) >>> bit) & 1) === 0) return true;
        return !hear(capture, at === from);
      };
      const before = listeners.get(capture.item) ?? [];
      const after = before.filter(wantsMore);
      if (after.length < before.length) listeners.set(capture.item, after);
    });
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

function stepGraph(journey: Journey): Graph & { readonly indexOf: ReadonlyMap<string, number> } {
  const touchpoints = journey.touchpoints.all;
  const indexOf = new Map(touchpoints.map(({ id }, index) => [id, index]));
  const start = new Int32Array(touchpoints.length + 1);
  const end: number[] = [];
  touchpoints.forEach(({ id }, index) => {
    for (const { to, kind } of journey.relations.transitionsFrom.get(id) ?? []) {
      const next = to === null || kind === 'drop-out' ? undefined : indexOf.get(to);
      if (next !== undefined) end.push(next);
    }
    start[index + 1] = end.length;
  });
  return { indexOf, start, end: Int32Array.from(end) };
}
