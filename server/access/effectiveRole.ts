import { createHash } from 'node:crypto';
import { isAtLeast, type MapRole } from '../../src/model/access';
import type { Grant } from '../storage/accessStore';

/** What somebody may do right now, and until when without anybody doing anything. */
export interface EffectiveRole {
  readonly role: MapRole | null;
  /** When it has to be looked at again because a link ends, ms since 1970; null for never. */
  readonly endsAt: number | null;
  /** Whether they had access once: then they are told that it ended. */
  readonly hadAccess: boolean;
  /** A word for all it rests on: another as soon as anything was given to them or taken. */
  readonly generation: string;
}

/** What anybody may do with a map that does not exist. */
export const nothing: EffectiveRole = { role: null, endsAt: null, hadAccess: false, generation: '' };

/** Whether a grant still gives something. */
export function isLive(grant: Grant, at: number): boolean {
  if (grant.endedAt !== null) return false;
  if (grant.link === null) return true;
  return grant.linkRevokedAt === null && (grant.linkExpiresAt === null || grant.linkExpiresAt > at);
}

/** Whether a role until `endsAt` gives more, or as much for longer, than a grant. */
export function isBetterGrant(role: MapRole, endsAt: number | null, grant: Grant): boolean {
  if (role !== grant.role) return isAtLeast(role, grant.role);
  if (grant.link === null || grant.linkExpiresAt === null) return false;
  return endsAt === null || endsAt > grant.linkExpiresAt;
}

/**
 * The best of all that somebody has: what the address alone gives, and their grants (of the browser, of the account).
 *
 * @param addressRole undefined for a map that was shared before there was access: whoever knows its address may edit
 */
export function effectiveRole(
  addressRole: MapRole | null | undefined,
  grants: readonly Grant[],
  at: number,
): EffectiveRole {
  let role: MapRole | null = addressRole === undefined ? 'editor' : addressRole;
  let endsAt: number | null = null;
  for (const grant of grants) {
    if (!isLive(grant, at) || isAtLeast(role, grant.role)) continue;
    role = grant.role;
    endsAt = grant.link === null ? null : grant.linkExpiresAt;
  }
  return { role, endsAt, hadAccess: grants.length > 0, generation: generationOf(addressRole, grants) };
}

/** By nothing but themselves: that others come and go must not cost anybody their ticket. */
function generationOf(addressRole: MapRole | null | undefined, grants: readonly Grant[]): string {
  const parts = grants.map((grant) => [
    grant.principal,
    grant.role,
    grant.link,
    grant.grantedAt,
    grant.endedAt,
    grant.linkExpiresAt,
    grant.linkRevokedAt,
  ]);
  const text = JSON.stringify([addressRole === undefined ? 'open' : addressRole, parts]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
