import { findingAbout, says, type LensAside, type LensKind, type LensSays, type LensWorld } from './lens';

/** Who answers for what, where nobody does, and where the journey changes hands (LENS-13, LENS-14). */
export function ownershipLens(world: LensWorld, kind: LensKind, id: string): LensSays {
  switch (kind) {
    case 'transitions':
      return findingAbout(world, id, ['hand-over'])
        ? says('hand-over', { emphasis: 'strong' })
        : says('nothing', { emphasis: 'dim' });
    case 'dataFlows':
      return findingAbout(world, id, ['no-owner'])
        ? says('nobody', { emphasis: 'strong' })
        : owned(world, id, 'dim');
    case 'systems':
      return { ...owned(world, id, 'strong'), aside: missingSide(world, id) };
    case 'touchpoints':
      return owned(world, id, 'strong');
  }
}

function owned({ journey }: LensWorld, id: string, emphasis: LensSays['emphasis']): LensSays {
  const [owner, ...others] = journey.relations.ownersBySubject.get(id) ?? [];
  if (!owner) return emphasis === 'dim' ? says('nothing', { emphasis }) : says('nobody', { emphasis });
  const named = { name: owner.name, more: others.length, emphasis };
  if (others.length > 0) return says('several-owners', named);
  return says(owner.function ?? 'owner-unplaced', named);
}

function missingSide(world: LensWorld, id: string): LensAside | null {
  switch (findingAbout(world, id, ['no-it-owner', 'no-business-owner'])?.kind) {
    case 'no-it-owner':
      return 'no-it-owner';
    case 'no-business-owner':
      return 'no-business-owner';
    default:
      return null;
  }
}
