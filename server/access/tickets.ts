import { ticketLifeMs } from '../../src/doc/wire';
import type { MapRole } from '../../src/model/access';
import type { Entropy } from '../../src/model/ids';
import type { Clock } from '../clock';
import type { TicketStore } from '../storage/ticketStore';
import type { AccessControl } from './accessControl';
import { hashSecret, type Caller } from './caller';
import { RateLimiter } from './rateLimiter';

/**
 * Tickets a minute: for one browser with several tabs that reconnect, and as a backstop for one address, behind which a
 * company or a proxy may be.
 */
const ticketRates = { perCaller: 120, perAddress: 6_000 } as const;

export interface TicketServices {
  readonly store: TicketStore;
  readonly access: Pick<AccessControl, 'roleOf'>;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

export type TicketAnswer =
  | { readonly ok: true; readonly ticket: string; readonly role: MapRole }
  /** `no-such-map` also says that a map is not open to the caller; `ended` that it was once. */
  | { readonly ok: false; readonly reason: 'no-such-map' | 'ended' | 'slow-down' };

/** Whom a ticket let in, and what they could do when it was given. */
export interface Admitted {
  readonly caller: Caller;
  readonly role: MapRole;
  readonly generation: string;
}

/** Gives out what opens one socket, once and soon, and takes it back in. */
export class Tickets {
  readonly #services: TicketServices;
  readonly #callers: RateLimiter;
  readonly #addresses: RateLimiter;

  constructor(services: TicketServices) {
    this.#services = services;
    this.#callers = new RateLimiter(services.clock, ticketRates.perCaller);
    this.#addresses = new RateLimiter(services.clock, ticketRates.perAddress);
  }

  /** Gives a ticket for a map to somebody who may open it. */
  async give(mapId: string, caller: Caller, address: string): Promise<TicketAnswer> {
    if (!this.#callers.take(caller.device) || !this.#addresses.take(address))
      return { ok: false, reason: 'slow-down' };
    const { access, store, clock, entropy } = this.#services;
    const { role, generation, hadAccess } = await access.roleOf(mapId, caller);
    if (role === null) return { ok: false, reason: hadAccess ? 'ended' : 'no-such-map' };
    const ticket = newTicket(entropy);
    const now = clock.now();
    const expiresAt = now + ticketLifeMs;
    await store.put(hashSecret('ticket', ticket), { ...caller, mapId, role, generation, expiresAt }, now);
    return { ok: true, ticket, role };
  }

  /** Uses a ticket up, whatever comes of it. Null when it opens nothing: unknown, used, ended, or another map's. */
  async use(mapId: string, ticket: string): Promise<Admitted | null> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(ticket)) return null;
    const stored = await this.#services.store.take(hashSecret('ticket', ticket));
    if (!stored || stored.mapId !== mapId || stored.expiresAt <= this.#services.clock.now()) return null;
    const { device, isRecognised, account, role, generation } = stored;
    return { caller: { device, isRecognised, account }, role, generation };
  }
}

/** 256 random bits. */
function newTicket(entropy: Entropy): string {
  return Buffer.from(Uint32Array.from({ length: 8 }, () => entropy.random32()).buffer).toString('base64url');
}
