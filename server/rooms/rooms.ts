import { closeCode } from '../../src/doc/wire';
import { messageOf, shortMapId } from '../log';
import type { Member } from './member';
import { Room, type RoomServices } from './room';

/** Why a map cannot be joined. All but `noSuchMap` are worth trying again. */
export type JoinRefusal = 'noSuchMap' | 'full' | 'unavailable';
export type JoinResult = { readonly room: Room } | { readonly refusal: JoinRefusal };

/** The rooms of this process, at most one a map. */
export class Rooms {
  readonly #services: RoomServices;
  readonly #rooms = new Map<string, { readonly room: Room; readonly loaded: Promise<void> }>();
  /** Maps that nobody is let into for the moment. */
  readonly #shut = new Map<string, Promise<void>>();
  #isDraining = false;

  constructor(services: RoomServices) {
    this.#services = services;
  }

  /** How many rooms there are at the moment. */
  get size(): number {
    return this.#rooms.size;
  }

  /** Whether everybody is being let go. */
  get isDraining(): boolean {
    return this.#isDraining;
  }

  /**
   * Lets a member into the room of a map, loading it first if need be. Loading is single-flight: whoever comes meanwhile
   * waits for the same load. Never makes a map.
   */
  async join(mapId: string, member: Member): Promise<JoinResult> {
    if (this.#isDraining) return { refusal: 'unavailable' };
    try {
      if (!this.#rooms.has(mapId) && !(await this.#services.store.has(mapId)))
        return { refusal: 'noSuchMap' };
    } catch (error) {
      this.#services.log(`map ${shortMapId(mapId)} cannot be looked up: ${messageOf(error)}`);
      return { refusal: 'unavailable' };
    }
    for (let shut = this.#shut.get(mapId); shut; shut = this.#shut.get(mapId)) await shut;
    const { room, loaded } = this.#rooms.get(mapId) ?? this.#open(mapId);
    try {
      await loaded;
    } catch {
      return { refusal: 'unavailable' };
    }
    // Others may have come, gone and let it close while we waited.
    if (room.state === 'closed') return this.join(mapId, member);
    if (this.#isDraining) return { refusal: 'unavailable' };
    if (room.isFull) return { refusal: 'full' };
    room.join(member);
    return { room };
  }

  /** Lets everybody go from a map whose past has been taken away. */
  close(mapId: string): void {
    this.#rooms.get(mapId)?.room.close(closeCode.purged);
  }

  /** Does the same and lets nobody in until something is done with the map's log, to which all that was received is added. */
  async whileClosed(mapId: string, work: () => Promise<void>): Promise<void> {
    const room = this.#rooms.get(mapId)?.room;
    const done = (async () => {
      this.close(mapId);
      await this.#services.commits.flush();
      await room?.settled();
      await work();
    })();
    const shut = done.catch(() => undefined).then(() => void this.#shut.delete(mapId));
    this.#shut.set(mapId, shut);
    await done;
  }

  /** Sends everybody off to come back later and waits until all that was received is stored. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    const open = [...this.#rooms.values()];
    for (const { room } of open) room.dismissAll(closeCode.draining);
    await this.#services.commits.flush();
    await Promise.all(open.map(({ room }) => room.settled()));
  }

  #open(mapId: string): { readonly room: Room; readonly loaded: Promise<void> } {
    const room = new Room(mapId, this.#services, () => {
      if (this.#rooms.get(mapId)?.room === room) this.#rooms.delete(mapId);
    });
    const opened = { room, loaded: room.load() };
    // Whoever waits handles the failure; without anybody waiting it has been logged and is over.
    opened.loaded.catch(() => undefined);
    this.#rooms.set(mapId, opened);
    return opened;
  }
}
