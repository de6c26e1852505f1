import { every, type Clock } from '../clock';
import { messageOf, type Log } from '../log';
import type { LogStore } from '../storage/logStore';
import { channelOf } from './logFollower';
import type { Relay } from './relay';
import { Seat, type ClusterListener } from './seat';

/** How often the newest numbers are looked up, ms: what the relay lost arrives after this time at the latest. */
export const pollEveryMs = 1_500;
/** How often a server says that it is there, and how long it is believed without, ms. */
const heartbeatEveryMs = 1_000;
const leaseMs = 3_500;

export interface ClusterOptions {
  readonly store: LogStore;
  readonly access: AccessVersions;
  readonly closings: Closings;
  readonly relay: Relay;
  readonly clock: Clock;
  readonly log: Log;
  /** What the servers of one database have in common, so that others on the same relay are not heard. */
  readonly installation: string;
  /** Name of this process among them. */
  readonly server: string;
}

/** Numbered news of something that was taken away from the past, and of the maps every server is to close for it. */
export interface Closings {
  since(n: number): Promise<readonly { readonly n: number; readonly doc: string | null }[]>;
  /** Number of the last one before this server opened its first map. */
  readonly start: number;
}

/** How often rights in maps have changed. */
export interface AccessVersions {
  /** A number for each map that grows whenever somebody is given or loses something there. */
  versions(mapIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/**
 * The other servers on the same database. Everything that counts is in the database; the relay only makes it quick. There
 * is no leader and nothing to agree on: a server that hears nothing looks into the database by itself.
 */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #seats = new Map<string, Set<Seat>>();
  /** When each other server was last heard. */
  readonly #heardAt = new Map<string, number>();
  readonly #accessVersions = new Map<string, number>();
  readonly #stops: readonly (() => void)[];
  #accessChanged: (mapId: string) => void = () => undefined;
  #closeMap: (mapId: string | null) => void = () => undefined;
  #closedUpTo: number;
  #isPolling = false;
  #isAway = false;

  constructor(options: ClusterOptions) {
    const { clock, relay, installation, server } = options;
    this.#options = options;
    this.#closedUpTo = options.closings.start;
    const channel = channelOf(installation, 'servers');
    this.#stops = [
      every(clock, pollEveryMs, () => void this.#poll()),
      every(clock, heartbeatEveryMs, () => {
        relay.say(channel, Buffer.from(server));
        this.#forgetSilent();
      }),
      relay.listen(channel, (message) => this.#noteAlive(Buffer.from(message).toString())),
    ];
  }

  /** Seats a room among its counterparts. It listens from now on, so that nothing is missed while the room is read. */
  join(mapId: string, listener: ClusterListener): Seat {
    const { store, relay, log, installation, server } = this.#options;
    const seats = this.#seats.get(mapId) ?? new Set<Seat>();
    const seat: Seat = new Seat({
      mapId,
      listener: {
        ...listener,
        hearPresence: (from, entries) => {
          this.#noteAlive(from);
          listener.hearPresence(from, entries);
        },
      },
      store,
      relay,
      log,
      installation,
      server,
      onClose: () => {
        seats.delete(seat);
        if (seats.size === 0 && this.#seats.get(mapId) === seats) this.#seats.delete(mapId);
      },
    });
    this.#seats.set(mapId, seats.add(seat));
    return seat;
  }

  /** Calls back for an open map whose rights another server may have changed. */
  onAccessChange(run: (mapId: string) => void): void {
    this.#accessChanged = run;
  }

  /** Calls back when something was taken away from the past, with a map that is to be closed for it, open or not. */
  onClosing(run: (mapId: string | null) => void): void {
    this.#closeMap = run;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#options.relay.close();
  }

  async #poll(): Promise<void> {
    if (this.#isPolling) return;
    this.#isPolling = true;
    try {
      for (const { n, doc } of await this.#options.closings.since(this.#closedUpTo)) {
        this.#closedUpTo = n;
        this.#closeMap(doc);
      }
      if (this.#seats.size > 0) await this.#lookUp([...this.#seats.keys()]);
      this.#isAway = false;
    } catch (error) {
      if (!this.#isAway) this.#options.log(`the newest numbers cannot be looked up: ${messageOf(error)}`);
      this.#isAway = true;
    } finally {
      this.#isPolling = false;
    }
  }

  async #lookUp(open: readonly string[]): Promise<void> {
    const heads = await this.#options.store.heads(open);
    for (const [mapId, head] of heads) for (const seat of this.#seats.get(mapId) ?? []) seat.noteHead(head);
    this.#compareAccess(await this.#options.access.versions(open));
  }

  #compareAccess(versions: ReadonlyMap<string, number>): void {
    const known = new Map(this.#accessVersions);
    this.#accessVersions.clear();
    for (const [mapId, version] of versions) {
      this.#accessVersions.set(mapId, version);
      // Seen for the first time, too: it may have changed after people were let in.
      if (known.get(mapId) !== version) this.#accessChanged(mapId);
    }
  }

  #noteAlive(server: string): void {
    if (server !== this.#options.server) this.#heardAt.set(server, this.#options.clock.now());
  }

  #forgetSilent(): void {
    const silentSince = this.#options.clock.now() - leaseMs;
    for (const [server, heardAt] of this.#heardAt) {
      if (heardAt > silentSince) continue;
      this.#heardAt.delete(server);
      for (const seat of [...this.#seats.values()].flatMap((seats) => [...seats]))
        seat.listener.forgetServer(server);
    }
  }
}
