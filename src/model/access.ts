/** What somebody may do with a shared map, the least first (promises: viewer < commenter < editor < owner). */
export const mapRoles = ['viewer', 'commenter', 'editor', 'owner'] as const;
export type MapRole = (typeof mapRoles)[number];

/** Whether a text names a role. */
export function isMapRole(text: unknown): text is MapRole {
  return mapRoles.includes(text as MapRole);
}

/** Whether a role allows all that another one allows; nobody (null) is allowed nothing. */
export function isAtLeast(role: MapRole | null, needed: MapRole): boolean {
  return role !== null && mapRoles.indexOf(role) >= mapRoles.indexOf(needed);
}

/** Why a link opens nothing. */
export const linkProblems = ['unknown', 'expired', 'revoked', 'used-up', 'removed', 'slow-down'] as const;
/**
 * - `unknown`: no such link; perhaps a letter is missing
 * - `expired`, `revoked`, `used-up`: it opened the map once
 * - `removed`: an owner has taken this person's access away; the same link does not give it back
 * - `slow-down`: too many attempts
 */
export type LinkProblem = (typeof linkProblems)[number];

/** Bounds of links. An owner link hands over everything, so it works once and soon. */
export const linkLimits = {
  labelLength: 80,
  maxUses: 10_000,
  ownerUses: 1,
  ownerLifeMs: 7 * 24 * 60 * 60 * 1000,
  linksPerMap: 200,
} as const;
