import { createHash } from 'node:crypto';
import { wireLimits } from '../../src/doc/wire';
import type { Clock } from '../clock';
import { awarenessFrame, readAwareness, type AwarenessEntry } from '../sync/frames';
import type { RelayedPresence } from '../cluster/relayMessages';
import type { ClientIds } from './clientIds';
import type { Member } from './member';

/** Shortest time between two presence frames to one member, ms: what the wire allows per participant. */
const shortestIntervalMs = 1000 / wireLimits.awarenessPerSecond;
/** From when on after the last frame the next one may go along with something else, ms. */
const nearlyTimeMs = 0.8 * shortestIntervalMs;
/** How long it waits for something else that is about to be sent, ms. */
const longestWaitMs = 0.25 * shortestIntervalMs;
/** How many participants that left are remembered, so that a late echo does not bring them back. */
const rememberedDepartures = 1_000;

/** Whom a participant on another server belongs to. */
interface RemoteOwner {
  readonly server: string;
  readonly principal: string;
  /** How far the clock shown here is ahead of their own. */
  readonly lead: number;
}

/** What presence needs of its room. */
export interface PresenceRoom {
  readonly clock: Clock;
  readonly ids: ClientIds;
  readonly members: Iterable<Member>;
  /** Whether everybody will soon be sent something that presence may go along with (`rideAlong`). */
  isAboutToSend(): boolean;
  /** Hands on what participants of this server show. */
  tellServers(entries: readonly RelayedPresence[]): void;
}

/**
 * Who is in the room and what they show. Each connection speaks for one id only; everything it says about others (plain
 * y-websocket sends back what it receives) is passed over. Changes of one moment leave together.
 */
export class Presence {
  readonly #clock: Clock;
  readonly #ids: ClientIds;
  readonly #members: Iterable<Member>;
  readonly #entries = new Map<number, AwarenessEntry>();
  readonly #departed = new Map<number, number>();
  /** Ids each member has been told of: what it sends about these may be an echo. */
  readonly #told = new Map<Member, Set<number>>();
  readonly #changed = new Map<number, Member | null>();
  /** Participants who are connected to another server, with their principal. */
  readonly #remote = new Map<number, RemoteOwner>();
  #sentAt = 0;
  #cancelSending: (() => void) | null = null;

  readonly #isAboutToSend: () => boolean;
  readonly #tellServers: (entries: readonly RelayedPresence[]) => void;

  constructor({ clock, ids, members, isAboutToSend, tellServers }: PresenceRoom) {
    this.#clock = clock;
    this.#ids = ids;
    this.#members = members;
    this.#isAboutToSend = isAboutToSend;
    this.#tellServers = tellServers;
  }

  /** Takes what a member says. Returns why the connection must end, or null. */
  receive(member: Member, update: Uint8Array): 'malformed' | 'tooBig' | null {
    // An echo may carry everybody; nobody else has reason to send more than one entry.
    const entries = readAwareness(update, wireLimits.connectionsPerRoom * 2);
    if (!entries) return 'malformed';
    for (const entry of entries) {
      if (!this.#isOwn(member, entry)) continue;
      if (Buffer.byteLength(entry.json) > wireLimits.awareness) return 'tooBig';
      if (!isState(entry.json)) return 'malformed';
      this.#accept(member, entry);
    }
    return null;
  }

  /** Shows a member everybody who is here. */
  tellEverything(member: Member): void {
    const entries = [...this.#entries.values()].filter(({ clientId }) => clientId !== this.#ids.idOf(member));
    if (entries.length > 0) this.#tell(member, entries);
  }

  /** Sends what waits along with what is being sent anyway, if it is nearly time: one write to each socket, not two. */
  rideAlong(): void {
    if (!this.#cancelSending || this.#clock.now() - this.#sentAt < nearlyTimeMs) return;
    this.#cancelSending();
    this.#sendChanges();
  }

  /** Removes a member for everyone. */
  leave(member: Member): void {
    this.#told.delete(member);
    const id = this.#ids.idOf(member);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(entry.clientId);
    this.#departed.set(entry.clientId, entry.clock);
    const oldest = this.#departed.keys().next();
    if (this.#departed.size > rememberedDepartures && !oldest.done) this.#departed.delete(oldest.value);
    this.#announce(entry.clientId, null);
  }

  /** Participants of this server, as others are told of them. */
  own(): readonly RelayedPresence[] {
    return [...this.#entries.values()].flatMap((entry) => this.#relayed(entry));
  }

  /** Takes what another server says of those who are connected to it. */
  hearServer(server: string, entries: readonly RelayedPresence[]): void {
    for (const { clientId, clock, json, principal } of entries) {
      const known = this.#remote.get(clientId);
      if (this.#ids.isTaken(clientId) || (known && known.server !== server && json === 'null')) continue;
      if (json === 'null') this.#remove(clientId, clock);
      else {
        // Whoever was taken for gone and is not is shown under later numbers: clients heed no others.
        const lead = known?.lead ?? Math.max(0, (this.#departed.get(clientId) ?? -1) + 1 - clock);
        this.#remote.set(clientId, { server, principal, lead });
        this.#entries.set(clientId, { clientId, clock: clock + lead, json });
        this.#announce(clientId, null);
      }
    }
  }

  /** Removes everybody who is connected to another server. */
  forgetServer(server: string): void {
    for (const [clientId, remote] of this.#remote) if (remote.server === server) this.#remove(clientId, 0);
  }

  close(): void {
    if (!this.#cancelSending) return;
    this.#cancelSending();
    // Nobody is left here, but others are to learn who has gone.
    this.#sendChanges();
  }

  #isOwn(member: Member, entry: AwarenessEntry): boolean {
    const own = this.#ids.idOf(member);
    if (own !== undefined) return own === entry.clientId;
    if (entry.json === 'null' || this.#ids.isTaken(entry.clientId)) return false;
    const remote = this.#remote.get(entry.clientId);
    if (remote && remote.principal !== principalTag(member.principal)) return false;
    const isEcho =
      this.#told.get(member)?.has(entry.clientId) &&
      entry.clock <= (this.#departed.get(entry.clientId) ?? -1);
    return !isEcho && this.#ids.bind(entry.clientId, member);
  }

  #accept(member: Member, entry: AwarenessEntry): void {
    this.#remote.delete(entry.clientId);
    const before = this.#entries.get(entry.clientId);
    const isGone = entry.json === 'null';
    if (before && (entry.clock < before.clock || (entry.clock === before.clock && !isGone))) return;
    if (isGone && !before) return;
    if (isGone) {
      this.#entries.delete(entry.clientId);
      this.#departed.set(entry.clientId, entry.clock);
    } else {
      this.#entries.set(entry.clientId, entry);
      this.#departed.delete(entry.clientId);
    }
    this.#announce(entry.clientId, member);
  }

  #announce(clientId: number, speaker: Member | null): void {
    this.#changed.set(clientId, speaker);
    if (this.#cancelSending) return;
    // A clock set back must not make it wait for longer than the interval.
    const since = Math.max(0, this.#clock.now() - this.#sentAt);
    const wait = Math.max(0, shortestIntervalMs - since);
    this.#cancelSending = this.#clock.after(wait, () => this.#sendInTime());
  }

  #sendInTime(): void {
    if (!this.#isAboutToSend()) return this.#sendChanges();
    this.#cancelSending = this.#clock.after(longestWaitMs, () => this.#sendChanges());
  }

  #sendChanges(): void {
    this.#cancelSending = null;
    this.#sentAt = this.#clock.now();
    const changes = [...this.#changed].map(([clientId, speaker]) => ({
      speaker,
      entry: this.#current(clientId),
    }));
    this.#changed.clear();
    const own = changes.filter(({ entry }) => !this.#remote.has(entry.clientId));
    this.#tellServers(own.flatMap(({ entry }) => this.#relayed(entry)));
    const all = changes.map(({ entry }) => entry);
    const forAll = awarenessFrame(all);
    const speakers = new Set(changes.map(({ speaker }) => speaker));
    for (const member of this.#members) {
      if (!speakers.has(member)) {
        this.#remember(member, all);
        member.send(forAll);
        continue;
      }
      // Nobody needs to be told what they said themselves.
      const others = changes.filter(({ speaker }) => speaker !== member).map(({ entry }) => entry);
      if (others.length > 0) this.#tell(member, others);
    }
  }

  #remove(clientId: number, clock: number): void {
    this.#remote.delete(clientId);
    const entry = this.#entries.get(clientId);
    if (!entry) return;
    this.#entries.delete(clientId);
    this.#departed.set(clientId, Math.max(clock, entry.clock));
    this.#announce(clientId, null);
  }

  #relayed(entry: AwarenessEntry): readonly RelayedPresence[] {
    if (this.#remote.has(entry.clientId)) return [];
    const owner = this.#ids.ownerOf(entry.clientId);
    return [{ ...entry, principal: owner ? principalTag(owner.principal) : '' }];
  }

  #current(clientId: number): AwarenessEntry {
    // Yjs' awareness takes `null` at the clock it already knows.
    return (
      this.#entries.get(clientId) ?? { clientId, clock: this.#departed.get(clientId) ?? 0, json: 'null' }
    );
  }

  #tell(member: Member, entries: readonly AwarenessEntry[]): void {
    this.#remember(member, entries);
    member.send(awarenessFrame(entries));
  }

  #remember(member: Member, entries: readonly AwarenessEntry[]): void {
    const told = this.#told.get(member) ?? new Set<number>();
    for (const { clientId } of entries) told.add(clientId);
    this.#told.set(member, told);
  }
}

/** A principal as other servers may compare it. */
function principalTag(principal: string): string {
  return createHash('sha256').update(`presence\n${principal}`).digest('base64url').slice(0, 16);
}

/** A state is an object or null. Anything else would reach readers that expect an object. */
function isState(json: string): boolean {
  try {
    const state: unknown = JSON.parse(json);
    return typeof state === 'object' && !Array.isArray(state);
  } catch {
    return false;
  }
}
