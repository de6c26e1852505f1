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
 * Walks every capture down the journey (CON-11): a touchpoint is upstream of another when steps that are not drop-outs
 * lead from it there. Loops are followed; a touchpoint is not upstream of itself.
 *
 * @param listeners by the item they want to hear about; those who have heard enough are taken off their lists.
 */
export function followCaptures(
  journey: Journey,
  captures: readonly Capture[],
  listeners: Map<string, readonly Listener[]>,
): void {
  const { indexOf, start, end } = stepGraph(journey);
  const { of: component, members } = componentsOf({ start, end });
  const onward = componentGraph({ start, end }, component, members);
  const loops = members.map((group) => {
    const [only] = group;
    if (group.length > 1 || only === undefined) return group.length > 1;
    return end.subarray(start[only], start[only + 1]).includes(only);
  });
  for (let first = 0; first < captures.length; first += batchSize) {
    const batch = captures.slice(first, first + batchSize);
    const own = new Int32Array(members.length);
    const upstream = new Int32Array(members.length);
    batch.forEach(({ touchpoint }, bit) => {
      const at = component[indexOf.get(touchpoint) ?? 0] ?? 0;
      own[at] = (own[at] ?? 0) | (1 << bit);
    });
    for (let at = members.length - 1; at >= 0; at--) {
      const leaving = (upstream[at] ?? 0) | (own[at] ?? 0);
      if (leaving === 0) continue;
      if (loops[at]) upstream[at] = leaving;
      for (let step = onward.start[at] ?? 0; step < (onward.start[at + 1] ?? 0); step++) {
        const next = onward.end[step] ?? 0;
        upstream[next] = (upstream[next] ?? 0) | leaving;
      }
    }
    batch.forEach((capture, bit) => {
      const from = component[indexOf.get(capture.touchpoint) ?? 0] ?? 0;
      const wantsMore = ({ touchpoint, hear }: Listener): boolean => {
        const at = component[indexOf.get(touchpoint) ?? 0] ?? 0;
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
