import type { AccessStore } from '../storage/accessStore';
import { every, type Clock } from '../clock';
import { messageOf, shortMapId, type Log } from '../log';
import { principalsOf, type Caller } from './caller';
import { effectiveRole, type EffectiveRole } from './effectiveRole';

/** An open connection whose rights may change under it. */
export interface LiveSession {
  readonly caller: Caller;
  /** Whether a ticket let it in. Without one it may do what the map's address alone allows. */
  readonly hasTicket: boolean;
  /** Takes what it may do from now on. */
  applyRole(role: EffectiveRole): void;
}

/** How often links that have run out are noticed, ms (promises: a revoked link stops within 5 s). */
const sweepEveryMs = 1_000;

/** Knows who is connected where, and tells them as soon as what they may do has changed. */
export class LiveAccess {
  readonly #store: AccessStore;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #sessions = new Map<string, Map<LiveSession, EffectiveRole | null>>();
  readonly #stop: () => void;

  constructor(store: AccessStore, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
    this.#stop = every(clock, sweepEveryMs, () => this.#sweep());
  }

  /** What a caller may do with a map now. */
  async roleOf(mapId: string, caller: Caller): Promise<EffectiveRole> {
    const [addressRole, grants] = await Promise.all([
      this.#store.addressRole(mapId),
      this.#store.grantsOf(mapId, principalsOf(caller)),
    ]);
    return effectiveRole(addressRole, grants, this.#clock.now());
  }

  /**
   * Follows a connection from now on, and says what it may do. It is followed before it is asked for: what is revoked in
   * between is not missed.
   */
  async enter(mapId: string, session: LiveSession): Promise<EffectiveRole> {
    const sessions = this.#sessions.get(mapId) ?? new Map<LiveSession, EffectiveRole | null>();
    this.#sessions.set(mapId, sessions.set(session, null));
    const role = await this.#roleOfSession(mapId, session);
    if (sessions.has(session)) sessions.set(session, role);
    return role;
  }

  leave(mapId: string, session: LiveSession): void {
    const sessions = this.#sessions.get(mapId);
    sessions?.delete(session);
    if (sessions?.size === 0) this.#sessions.delete(mapId);
  }

  /** Principals that have a map open right now. */
  present(mapId: string): ReadonlySet<string> {
    const sessions = [...(this.#sessions.get(mapId)?.keys() ?? [])];
    return new Set(sessions.flatMap(({ caller }) => principalsOf(caller)));
  }

  /** Looks again at what everybody in a map may do: something has been given or taken. */
  async recheck(mapId: string): Promise<void> {
    const sessions = [...(this.#sessions.get(mapId)?.keys() ?? [])];
    await Promise.all(sessions.map((session) => this.#recheckOne(mapId, session)));
  }

  /** Looks again without anybody waiting for it. */
  recheckSoon(mapId: string): void {
    this.recheck(mapId).catch((error: unknown) =>
      this.#log(`rights in map ${shortMapId(mapId)} cannot be read: ${messageOf(error)}`),
    );
  }

  close(): void {
    this.#stop();
  }

  async #roleOfSession(mapId: string, { caller, hasTicket }: LiveSession): Promise<EffectiveRole> {
    if (hasTicket) return this.roleOf(mapId, caller);
    return effectiveRole(await this.#store.addressRole(mapId), [], this.#clock.now());
  }

  async #recheckOne(mapId: string, session: LiveSession): Promise<void> {
    const role = await this.#roleOfSession(mapId, session);
    const sessions = this.#sessions.get(mapId);
    if (!sessions?.has(session)) return;
    sessions.set(session, role);
    session.applyRole(role);
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const [mapId, sessions] of this.#sessions) {
      const hasEnded = [...sessions.values()].some((role) => (role?.endsAt ?? Infinity) <= now);
      if (hasEnded) this.recheckSoon(mapId);
    }
  }
}
