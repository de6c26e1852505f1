import { says, type LensAside, type LensKind, type LensSays, type LensWorld } from './lens';

const faces = ['awful', 'bad', 'neither', 'good', 'delighted'] as const satisfies readonly LensAside[];

/** The word for an emotion of −2 … +2, rounded; null when none is stated. */
export function faceOf(emotion: number | null): LensAside | null {
  return emotion === null ? null : (faces[Math.round(emotion) + 2] ?? null);
}

/**
 * How the customer fares, and who answers for it: the look a map opens with. Nothing is dimmed (LENS-10). Nobody is
 * missing on a map that names no people yet.
 */
export function experienceLens({ journey }: LensWorld, kind: LensKind, id: string): LensSays {
  if (kind === 'transitions' || kind === 'dataFlows') return says('nothing');
  const aside = kind === 'touchpoints' ? faceOf(journey.touchpoints.byId.get(id)?.emotion ?? null) : null;
  const [owner, ...others] = journey.relations.ownersBySubject.get(id) ?? [];
  if (owner) return says('owner', { aside, name: owner.name, more: others.length });
  return says(journey.parties.all.length > 0 ? 'nobody' : 'nothing', { aside });
}
