/** How strongly a touchpoint, system, step or flow stands out, weakest first. Nothing is ever hidden. */
export const emphases = ['dim', 'plain', 'strong', 'lit'] as const;
export type Emphasis = (typeof emphases)[number];

/** Records that are lit up together: a route across the tracks, what depends on something, the step one walks. */
export interface Lighting {
  readonly ids: ReadonlySet<string>;
  /** Whether everything that is not lit steps back; a passing light (hover) leaves the rest alone. */
  readonly dimsRest: boolean;
}

/** Who may switch a light on; each has one, so that they do not put each other's out. */
export type LightSource = 'hover' | 'impact' | 'walk';

export type Lights = Readonly<Partial<Record<LightSource, Lighting>>>;

/** What decides how strongly records stand out, beside what the lens says of each. */
export interface EmphasisSources {
  readonly lights: Lights;
  /** Ids of all records that a filter lets through; null while nothing is filtered. */
  readonly matching: ReadonlySet<string> | null;
  /** Ids of all records on the paths of the personas that are shown; null while everybody is. */
  readonly onPath: ReadonlySet<string> | null;
}

/**
 * How strongly a record stands out: the one place where lights, filter and lens come together (LENS-2).
 *
 * A lit record is lit, whatever else is said of it. Otherwise a filter or a path that leaves it out dims it, then a light that dims
 * the rest, and only then the lens has its say. Canvas nodes and lines ask this for touchpoints, systems, transitions and
 * data flows; stages, notes and the emotion curve are ground, not figures.
 *
 * @param lens what the lens says of this record by itself
 */
export function emphasisOf(id: string, sources: EmphasisSources, lens: Emphasis): Emphasis {
  const own = ownEmphasisOf(id, sources, lens);
  return own !== 'lit' && isShaded(sources.lights) ? 'dim' : own;
}

/**
 * The same without the shade that a light casts on all the rest. That is drawn by an attribute of the whole canvas, so
 * that a light that comes and goes with the pointer renders what it lights and nothing else (LIT-3).
 */
export function ownEmphasisOf(
  id: string,
  { lights, matching, onPath }: EmphasisSources,
  lens: Emphasis,
): Emphasis {
  for (const light of Object.values(lights)) if (light.ids.has(id)) return 'lit';
  const isLeftOut = [matching, onPath].some((those) => those !== null && !those.has(id));
  return isLeftOut ? 'dim' : lens;
}

/** Whether some light dims everything that is not lit. */
export function isShaded(lights: Lights): boolean {
  return Object.values(lights).some(({ dimsRest }) => dimsRest);
}

/** Lights with the one of a source switched on, or off with null. The same object when nothing changes. */
export function withLight(lights: Lights, source: LightSource, light: Lighting | null): Lights {
  if ((lights[source] ?? null) === light) return lights;
  const { [source]: _before, ...others } = lights;
  return light ? { ...others, [source]: light } : others;
}
