import type { Finding } from '../finding';

/** How one list of findings became another. */
export interface FindingsPatch {
  /**
   * Two numbers a run: where it begins in the list before and how many it takes from there; or −1 and how many of the new
   * findings.
   */
  readonly runs: Int32Array;
  /**
   * What findings are about first, where these are others, or in another order, than before: ids of records. None when there
   * was no list before.
   */
  readonly subjects: readonly string[];
  /** For each subject how many findings there are about it now, then their places in the list. */
  readonly places: Int32Array;
}

/** Says what differs between two lists, and which findings are new, in their order. Both lists are looked through here, so that whoever applies the patch need not. */
export function findingsPatchOf(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly patch: FindingsPatch; readonly fresh: readonly Finding[] } {
  const { runs, fresh, touched } = compare(before, after);
  if (before.length === 0) return { patch: { runs, subjects: [], places: new Int32Array() }, fresh };
  const bySubject = new Map<string, number[]>(Array.from(touched, (subject) => [subject, []]));
  if (touched.size > 0) after.forEach((one, place) => bySubject.get(subjectOf(one) ?? '')?.push(place));
  const places = Array.from(bySubject.values(), (all) => [all.length, ...all]).flat();
  return { patch: { runs, subjects: [...touched], places: Int32Array.from(places) }, fresh };
}

/** The findings of every subject that a patch names; undefined where there are none any more. */
export type Regrouped = ReadonlyMap<string, readonly Finding[] | undefined>;

/** The list after a patch. It costs what copying the list does, and no finding is looked at that did not change. */
export function patchedFindings(
  before: readonly Finding[],
  { runs, subjects, places }: FindingsPatch,
  fresh: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly regrouped: Regrouped } {
  const findings: Finding[] = [];
  let taken = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const [start, count] = [runs[run] ?? 0, runs[run + 1] ?? 0];
    const [from, first] = start < 0 ? [fresh, taken] : [before, start];
    for (let place = first; place < first + count; place++) findings.push(from[place] as Finding);
    if (start < 0) taken += count;
  }
  const regrouped = new Map<string, readonly Finding[] | undefined>();
  let next = 0;
  for (const subject of subjects) {
    const count = places[next++] ?? 0;
    const group = Array.from(places.subarray(next, next + count), (place) => findings[place] as Finding);
    regrouped.set(subject, count === 0 ? undefined : group);
    next += count;
  }
  return { findings, regrouped };
}

function subjectOf(one: Finding): string | undefined {
  return one.records[0]?.id;
}

interface Compared {
  readonly runs: Int32Array;
  readonly fresh: readonly Finding[];
  /** Subjects of findings that came, went, or stand elsewhere among the others. */
  readonly touched: ReadonlySet<string>;
}

/** Lists mostly stay as they are: what comes next is looked for where the last run ended before anywhere else. */
function compare(before: readonly Finding[], after: readonly Finding[]): Compared {
  const runs: number[] = [];
  const fresh: Finding[] = [];
  const touched = new Set<string>();
  const touch = (one: Finding): void => {
    const subject = subjectOf(one);
    if (subject !== undefined) touched.add(subject);
  };
  const isOneOf = new Set(after);
  const isKept = new Uint8Array(before.length);
  const placeOf = placesIn(before);
  let next = 0;
  let furthest = 0;
  for (const one of after) {
    while (next < before.length && !isOneOf.has(before[next] as Finding)) next++;
    const place = before[next] === one ? next : placeOf(one);
    if (place < 0) {
      fresh.push(one);
      touch(one);
    } else {
      // Taken out of its order: it stands otherwise among those of its record, perhaps.
      if (place < furthest) touch(one);
      isKept[place] = 1;
      next = place + 1;
      furthest = Math.max(furthest, next);
    }
    const [start, count] = [runs.at(-2) ?? -2, runs.at(-1) ?? 0];
    const isGoingOn = place < 0 ? start === -1 : start >= 0 && start + count === place;
    if (isGoingOn) runs[runs.length - 1] = count + 1;
    else runs.push(place < 0 ? -1 : place, 1);
  }
  before.forEach((one, place) => {
    if (isKept[place] === 0) touch(one);
  });
  return { runs: Int32Array.from(runs), fresh, touched };
}

/** Finds where something stands in a list; −1 when it does not. Most are never asked for: the list is looked through once somebody is. */
function placesIn<T>(list: readonly T[]): (one: T) => number {
  let places: ReadonlyMap<T, number> | null = null;
  return (one) => {
    places ??= new Map(list.map((known, place) => [known, place]));
    return places.get(one) ?? -1;
  };
}
