import { alignmentLens } from './alignmentLens';
import { experienceLens } from './experienceLens';
import type { Lens, LensKind, LensSays, LensWorld } from './lens';
import { ownershipLens } from './ownershipLens';
import { privacyLens } from './privacyLens';
import { systemsLens } from './systemsLens';

const byLens: Readonly<Record<Lens, (world: LensWorld, kind: LensKind, id: string) => LensSays>> = {
  experience: experienceLens,
  systems: systemsLens,
  ownership: ownershipLens,
  privacy: privacyLens,
  alignment: alignmentLens,
};

/**
 * What a lens says of one touchpoint, system, transition or data flow. Looks at that record and what hangs on it alone,
 * so that a canvas asks it for what is in view and nothing else. Total: a record that is gone is said nothing of.
 */
export function lensSays(world: LensWorld, lens: Lens, kind: LensKind, id: string): LensSays {
  return byLens[lens](world, kind, id);
}
