import type { Journey } from '../model/resolve';

/** The part of a journey that says who goes where. */
export type PathGround = Pick<Journey, 'touchpoints' | 'transitions' | 'personas'>;

/** What of a journey a persona goes by: ids. */
export interface PersonaPath {
  readonly touchpoints: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
}

/**
 * Whether a list of personas lets one of them through: it names them, or names nobody who is still there. Personas that
 * are gone count for nothing: a list of only such ones means all, as an empty one does (PATH-1).
 * @param persona null stands for everybody
 */
export function isForPersona(
  { personas }: Pick<Journey, 'personas'>,
  named: readonly string[],
  persona: string | null,
): boolean {
  return persona === null || named.includes(persona) || !named.some((id) => personas.byId.has(id));
}

/** The path of a persona: its touchpoints, and the transitions between them that are theirs (PATH-1). A drop-out is theirs with its start. */
export function pathOf(journey: PathGround, persona: string | null): PersonaPath {
  const touchpoints = new Set<string>();
  for (const { id, personas } of journey.touchpoints.all)
    if (isForPersona(journey, personas, persona)) touchpoints.add(id);
  const transitions = new Set<string>();
  for (const { id, from, to, personas } of journey.transitions.all) {
    const isWhole = touchpoints.has(from ?? '') && (to === null || touchpoints.has(to));
    if (isWhole && isForPersona(journey, personas, persona)) transitions.add(id);
  }
  return { touchpoints, transitions };
}

/**
 * Everything that is on the path of at least one of these personas: touchpoints, transitions, the systems used there,
 * and flows between systems of which none is left out (PATH-2). Systems no touchpoint uses stay. Null for no personas:
 * nothing is left out.
 */
export function recordsOnPaths(journey: Journey, personas: readonly string[]): ReadonlySet<string> | null {
  const known = personas.filter((id) => journey.personas.byId.has(id));
  if (known.length === 0) return null;
  const ids = new Set<string>();
  for (const persona of known) {
    const { touchpoints, transitions } = pathOf(journey, persona);
    for (const id of touchpoints) ids.add(id);
    for (const id of transitions) ids.add(id);
  }
  const { usagesBySystem } = journey.relations;
  for (const { id } of journey.systems.all) {
    const usages = usagesBySystem.get(id) ?? [];
    if (usages.length === 0 || usages.some(({ touchpoint }) => ids.has(touchpoint ?? ''))) ids.add(id);
  }
  for (const { id, from, to } of journey.dataFlows.all)
    if (ids.has(from ?? '') && ids.has(to ?? '')) ids.add(id);
  return ids;
}
