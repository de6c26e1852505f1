import type { AuditEvent } from '../../src/doc/wire';
import { isAtLeast, linkLimits, type LinkProblem, type MapRole } from '../../src/model/access';
import { newMapId, newRecordId, type Entropy } from '../../src/model/ids';
import type { Clock } from '../clock';
import type { AccessStore, RoleChange, StoredLink } from '../storage/accessStore';
import type { LogStore } from '../storage/logStore';
import { hashSecret, personId, principalOf, principalsOf, type Caller } from './caller';
import { nothing, type EffectiveRole } from './effectiveRole';
import type { LiveAccess } from './liveAccess';
import { RateLimiter } from './rateLimiter';

/** Attempts with secrets a minute: of one caller, and as a backstop of one address (a workshop shares one). */
const attempts = { perCaller: 20, perAddress: 600 } as const;
/** Somebody who comes back within this time is not noted again, ms. */
const sameVisitMs = 60 * 60 * 1000;
const rememberedVisits = 10_000;

export interface AccessControlServices {
  readonly store: AccessStore;
  readonly maps: Pick<LogStore, 'create' | 'has'>;
  readonly live: LiveAccess;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/** What a new link is to be. */
export interface LinkWish {
  readonly role: MapRole;
  readonly label: string;
  readonly expiresAt: number | null;
  readonly uses: number | null;
}

/** Who may do what: everything that gives, takes or notes a right goes through here. */
export class AccessControl {
  readonly live: LiveAccess;
  readonly store: AccessStore;
  readonly #services: AccessControlServices;
  readonly #callerAttempts: RateLimiter;
  readonly #addressAttempts: RateLimiter;
  readonly #refusalNotes: RateLimiter;
  readonly #visits = new Map<string, number>();

  constructor(services: AccessControlServices) {
    this.#services = services;
    this.live = services.live;
    this.store = services.store;
    this.#callerAttempts = new RateLimiter(services.clock, attempts.perCaller);
    this.#refusalNotes = new RateLimiter(services.clock, 1);
    this.#addressAttempts = new RateLimiter(services.clock, attempts.perAddress);
  }

  /** The server's time, ms since 1970. */
  now(): number {
    return this.#services.clock.now();
  }

  /** What a caller may do with a map that exists; nobody may do anything with one that does not. */
  async roleOf(mapId: string, caller: Caller): Promise<EffectiveRole> {
    if (!(await this.#services.maps.has(mapId))) return nothing;
    return this.live.roleOf(mapId, caller);
  }

  /**
   * Makes a map's room, or finds it. Whoever makes it owns it; so does whoever is first to share again a map from before
   * there was access (RIGHT-7). Null when the map belongs to somebody else and is not open to the caller.
   */
  async makeMap(
    mapId: string,
    caller: Caller,
    addressRole: MapRole | null,
  ): Promise<{ readonly map: 'created' | 'found'; readonly role: MapRole } | null> {
    const { store, maps } = this.#services;
    const isFromBefore = await maps.has(mapId);
    const opened = isFromBefore ? 'editor' : addressRole;
    // First who it belongs to, then the room: a room without an owner would be open.
    const claimed = await store.claim(mapId, principalOf(caller), opened, this.now());
    if (claimed === 'claimed') {
      await this.note(mapId, 'made', caller);
      await this.live.recheck(mapId);
    }
    const { role } = await this.live.roleOf(mapId, caller);
    if (role === null || (!isFromBefore && role !== 'owner')) return null;
    return { map: await maps.create(mapId), role };
  }

  /** Lets a caller in by the secret of a link. */
  async redeem(
    mapId: string,
    caller: Caller,
    secret: string,
    address: string,
  ): Promise<
    { readonly ok: true; readonly role: MapRole } | { readonly ok: false; readonly reason: LinkProblem }
  > {
    const mayTry = this.#callerAttempts.take(caller.device) && this.#addressAttempts.take(address);
    if (!mayTry) return { ok: false, reason: 'slow-down' };
    const { store } = this.#services;
    const redeemed = await store.redeem(mapId, linkHash(mapId, secret), principalOf(caller), this.now());
    if (!redeemed.ok) return redeemed;
    if (redeemed.isNew) {
      const link = (await store.links(mapId)).find(({ id }) => id === redeemed.link);
      await this.note(mapId, 'link-redeemed', caller, linkText(redeemed.role, link?.label ?? ''));
      await this.live.recheck(mapId);
    }
    const { role } = await this.live.roleOf(mapId, caller);
    return { ok: true, role: role ?? redeemed.role };
  }

  /** Makes a link. Its secret is handed out this once and kept nowhere. Null when there are too many. */
  async createLink(
    mapId: string,
    caller: Caller,
    wish: LinkWish,
  ): Promise<{ readonly link: StoredLink; readonly secret: string } | null> {
    const { store, entropy } = this.#services;
    if ((await store.links(mapId)).length >= linkLimits.linksPerMap) return null;
    const secret = newMapId(entropy);
    const link: StoredLink = {
      id: newRecordId(entropy),
      role: wish.role,
      label: wish.label,
      expiresAt: wish.expiresAt,
      usesLeft: wish.uses,
      used: 0,
      createdBy: principalOf(caller),
      createdAt: this.now(),
      lastUsedAt: null,
      revokedAt: null,
    };
    await store.addLink(mapId, link, linkHash(mapId, secret));
    await this.note(mapId, 'link-created', caller, linkText(link.role, link.label));
    return { link, secret };
  }

  /** Ends a link and the access of all who came by it; their open connections at once. */
  async revokeLink(mapId: string, caller: Caller, linkId: string): Promise<boolean> {
    const { store } = this.#services;
    if (!(await store.revokeLink(mapId, linkId, this.now()))) return false;
    const link = (await store.links(mapId)).find(({ id }) => id === linkId);
    await this.note(mapId, 'link-revoked', caller, link ? linkText(link.role, link.label) : '');
    await this.live.recheck(mapId);
    return true;
  }

  /** Gives a person another role, or takes their access (null). Open connections follow at once. */
  async setRole(mapId: string, caller: Caller, principal: string, role: MapRole | null): Promise<RoleChange> {
    const { store } = this.#services;
    const name = await this.#nameOf([principal]);
    const changed =
      role === null
        ? await store.endGrant(mapId, principal, this.now())
        : await store.setRole(mapId, principal, role, this.now());
    if (changed !== 'changed') return changed;
    await this.note(
      mapId,
      role === null ? 'access-removed' : 'role-changed',
      caller,
      role ? `${name}: ${role}` : name,
    );
    await this.live.recheck(mapId);
    return changed;
  }

  /** From now on the address alone opens nothing. */
  async closeAddress(mapId: string, caller: Caller): Promise<void> {
    const { store } = this.#services;
    if ((await store.addressRole(mapId)) === null) return;
    await store.setAddressRole(mapId, null);
    await this.note(mapId, 'address-closed', caller);
    await this.live.recheck(mapId);
  }

  /** Notes that somebody has opened the map, once for each visit. */
  async noteVisit(mapId: string, caller: Caller, role: MapRole): Promise<void> {
    const visit = `${mapId} ${principalOf(caller)}`;
    const now = this.now();
    if ((this.#visits.get(visit) ?? -Infinity) > now - sameVisitMs) return;
    this.#visits.delete(visit);
    this.#visits.set(visit, now);
    const oldest = this.#visits.keys().next();
    if (this.#visits.size > rememberedVisits && !oldest.done) this.#visits.delete(oldest.value);
    await this.note(mapId, 'opened', caller, role);
  }

  /** Notes that what somebody brought was refused; once a minute for each, or an attacker would fill the disk. */
  async noteRefusal(mapId: string, caller: Caller, code: number): Promise<void> {
    if (this.#refusalNotes.take(`${mapId} ${caller.device}`))
      await this.note(mapId, 'write-refused', caller, String(code));
  }

  /** The id stamped on what a caller says in a map: the one their browser uses, or one made for them. */
  async authorOf(mapId: string, caller: Caller): Promise<string> {
    const people = await this.#services.store.people(principalsOf(caller));
    return people.find(({ actor }) => actor !== null)?.actor ?? personId(mapId, principalOf(caller));
  }

  /** Writes a line of the map's audit log. */
  async note(mapId: string, event: AuditEvent, caller: Caller, detail = ''): Promise<void> {
    const name = await this.#nameOf(principalsOf(caller));
    await this.#services.store.note(mapId, {
      at: this.now(),
      event,
      principal: principalOf(caller),
      name,
      detail,
    });
  }

  async #nameOf(principals: readonly string[]): Promise<string> {
    const people = await this.#services.store.people(principals);
    return people.find(({ name }) => name !== '')?.name ?? '';
  }
}

/** Whether a link may be what somebody wishes; a link to everything works once and soon. */
export function isFairWish(wish: LinkWish, now: number): boolean {
  if (wish.expiresAt !== null && wish.expiresAt <= now) return false;
  if (!isAtLeast(wish.role, 'owner')) return true;
  const { ownerUses, ownerLifeMs } = linkLimits;
  return wish.uses === ownerUses && wish.expiresAt !== null && wish.expiresAt <= now + ownerLifeMs + 60_000;
}

function linkHash(mapId: string, secret: string): string {
  return hashSecret('link', `${mapId}\n${secret}`);
}

function linkText(role: MapRole, label: string): string {
  return label === '' ? role : `${label} (${role})`;
}
