import type { StoredLink } from './accessStore';

/** A link as both stores write it: the map, then the columns of `links` in the order of their table. */
export function linkRow(
  mapId: string,
  link: StoredLink,
  secretHash: string,
): readonly (string | number | null)[] {
  return [
    mapId,
    link.id,
    secretHash,
    link.role,
    link.label,
    link.expiresAt,
    link.usesLeft,
    link.used,
    link.createdBy,
    link.createdAt,
    link.lastUsedAt,
    link.revokedAt,
  ];
}
