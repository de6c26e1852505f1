import type { Geometry } from '../layout/geometry';
import { layoutJourney, layoutSteps, type LayoutOptions } from '../layout/layoutJourney';
import { changedKeys } from '../model/patchedMap';
import type { Collection, Journey } from '../model/resolve';
import type { Kind } from '../model/kinds';

/** A touchpoint or note, and where it stands. */
export interface Place {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
}

/** Takes steps a few at a time and tells what came of them. Returns the way to stop. */
export type InParts = (
  steps: Generator<undefined, Geometry>,
  onDone: (geometry: Geometry) => void,
) => () => void;

/** What laying out takes of its surroundings. */
export interface LayoutMeans {
  readonly options: LayoutOptions;
  readonly inParts: InParts;
  /** Is called when a geometry has been made in parts. */
  readonly onLaidOut: () => void;
  /** Up to this many touchpoints nothing is made in parts. */
  readonly atOnce?: number;
}

/** Up to this many touchpoints a map is laid out at once, within a frame. */
const laidOutAtOnce = 1_000;

/** What a layout is made of beside the places of touchpoints and notes. */
const laidOutKinds = [
  'stages',
  'rulers',
  'transitions',
  'systems',
  'usages',
  'dataFlows',
  'dataObjects',
  'parties',
  'assignments',
] as const satisfies readonly Kind[];

/**
 * Keeps a map laid out. A large one in which things were only moved is laid out in parts, between frames; until that is
 * done `moved` says what stands elsewhere than in `geometry`. Whatever else changes is laid out at once.
 */
export class LayoutInParts {
  readonly #means: LayoutMeans;
  #geometry: Geometry;
  /** What the geometry is of. */
  #of: Journey;
  /** What it should be of. */
  #wanted: Journey;
  #moved: readonly Place[] = [];
  #stop: (() => void) | null = null;

  constructor(journey: Journey, means: LayoutMeans) {
    this.#means = means;
    this.#of = this.#wanted = journey;
    this.#geometry = layoutJourney(journey, means.options);
  }

  /** As it was laid out last. */
  get geometry(): Geometry {
    return this.#geometry;
  }

  /** What stands elsewhere by now, and where. */
  get moved(): readonly Place[] {
    return this.#moved;
  }

  /** @param nearest the geometry that what comes is most like: what is equal keeps its identity */
  follow(journey: Journey, nearest: Geometry): void {
    this.#wanted = journey;
    const { options, atOnce = laidOutAtOnce } = this.#means;
    const isLarge = journey.touchpoints.all.length > atOnce;
    const moved = isLarge ? movesBetween(this.#of, journey) : null;
    if (moved !== null && moved.length > 0) {
      this.#moved = moved;
      if (!this.#stop) this.#start();
      return;
    }
    this.stop();
    this.#geometry = layoutJourney(journey, options, nearest);
    this.#of = journey;
    this.#moved = [];
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #start(): void {
    const { options, inParts, onLaidOut } = this.#means;
    const journey = this.#wanted;
    let isDone = false;
    const stop = inParts(layoutSteps(journey, options, this.#geometry), (geometry) => {
      isDone = true;
      this.#stop = null;
      this.#geometry = geometry;
      this.#of = journey;
      // Things may have been moved on; anything else would have been laid out at once.
      this.#moved = movesBetween(journey, this.#wanted) ?? [];
      if (this.#moved.length > 0) this.#start();
      onLaidOut();
    });
    if (!isDone) this.#stop = stop;
  }
}

/**
 * Where touchpoints and notes have been moved to, when nothing else that is laid out differs; null when something does.
 * Costs what changed.
 */
export function movesBetween(before: Journey, now: Journey): readonly Place[] | null {
  if (laidOutKinds.some((kind) => before[kind] !== now[kind])) return null;
  const touchpoints = movesIn(before.touchpoints, now.touchpoints, (a, b) => a.emotion === b.emotion);
  const notes = movesIn(before.notes, now.notes, (a, b) => a.text === b.text);
  return touchpoints && notes && [...touchpoints, ...notes];
}

function movesIn<T extends Place>(
  before: Collection<T>,
  now: Collection<T>,
  isAlike: (a: T, b: T) => boolean,
): readonly Place[] | null {
  const moves: Place[] = [];
  for (const id of changedKeys(before.byId, now.byId)) {
    const [was, is] = [before.byId.get(id), now.byId.get(id)];
    if (!was || !is || !isAlike(was, is)) return null;
    if (was.at !== is.at || was.offset !== is.offset) moves.push({ id, at: is.at, offset: is.offset });
  }
  return moves;
}
