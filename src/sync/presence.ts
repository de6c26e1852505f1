import type { Awareness } from 'y-protocols/awareness';
import type { Identity, SessionStore } from '../store/session';
import type { PageLife } from './pageLife';
import { PeerReader } from './peers';
import type { Scheduler } from './scheduler';

/** Shortest time between two things told to the others, ms: 20 a second. */
const tellEveryMs = 50;
/** Changes of others are shown together, once a picture. */
const showEveryMs = 16;
/** Most ids and places told; the whole must stay below the server's 4 KB. */
const most = { selection: 60, drag: 40 } as const;

interface Position {
  readonly x: number;
  readonly y: number;
}
interface DragPlace {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
}

interface Told {
  readonly cursor: Position | null;
  readonly selection: readonly string[];
  readonly drag: readonly DragPlace[];
  readonly editing: string | null;
}

const nothing: Told = { cursor: null, selection: [], drag: [], editing: null };

/** Tells the others what this tab does, at most 20 times a second, and keeps the session's list of who is here. */
export class Presence {
  readonly #awareness: Awareness;
  readonly #scheduler: Scheduler;
  readonly #session: SessionStore;
  readonly #peers = new PeerReader();
  readonly #stops: (() => void)[] = [];
  /** Ids of this and the other tabs of this browser. */
  readonly #ownIds: Set<number>;
  #identity: Identity | null;
  #told: Told = nothing;
  #stopTelling: (() => void) | null = null;
  #isStale = false;
  #stopShowing: (() => void) | null = null;

  constructor(awareness: Awareness, session: SessionStore, scheduler: Scheduler, page: PageLife) {
    this.#awareness = awareness;
    this.#ownIds = new Set([awareness.clientID]);
    this.#scheduler = scheduler;
    this.#session = session;
    this.#identity = session.getState().me;
    this.#tell();
    const onChange = (): void => this.#showSoon();
    awareness.on('change', onChange);
    this.#stops.push(() => awareness.off('change', onChange));
    this.#stops.push(page.observe((event) => event === 'hide' && this.#hide()));
  }

  /** The pointer's place in canvas pixels at zoom 1, or null when it left. */
  readonly cursor = (position: Position | null): void => this.#change({ cursor: position });

  readonly selection = (ids: readonly string[]): void =>
    this.#change({ selection: ids.slice(0, most.selection) });

  readonly drag = (places: readonly DragPlace[]): void => this.#change({ drag: places.slice(0, most.drag) });

  readonly editing = (id: string | null): void => this.#change({ editing: id });

  /** How one is seen from now on; nobody sees somebody without a name. */
  identify(identity: Identity): void {
    this.#identity = identity;
    this.#session.setState({ me: identity });
    this.#change({});
  }

  /** Another tab of this browser has the map open: that is nobody else. */
  noteOwnTab(id: number): void {
    this.#ownIds.add(id);
    this.#showSoon();
  }

  isOwnTab(id: number): boolean {
    return this.#ownIds.has(id);
  }

  close(): void {
    this.#stopTelling?.();
    this.#stopShowing?.();
    for (const stop of this.#stops) stop();
    this.#awareness.setLocalState(null);
    this.#session.setState({ peers: [] });
  }

  /** A hidden page points at nothing. */
  #hide(): void {
    this.#told = { ...this.#told, cursor: null, drag: [], editing: null };
    this.#tell();
  }

  #change(part: Partial<Told>): void {
    this.#told = { ...this.#told, ...part };
    if (this.#stopTelling) this.#isStale = true;
    else this.#tell();
  }

  #tell(): void {
    this.#stopTelling?.();
    this.#isStale = false;
    const { cursor, drag, ...rest } = this.#told;
    this.#awareness.setLocalState({
      ...this.#identity,
      ...rest,
      cursor: cursor && { x: rounded(cursor.x), y: rounded(cursor.y) },
      drag: drag.map(({ id, at, offset }) => ({ id, at: rounded(at), offset: rounded(offset) })),
    });
    this.#stopTelling = this.#scheduler.after(tellEveryMs, () => {
      this.#stopTelling = null;
      if (this.#isStale) this.#tell();
    });
  }

  #showSoon(): void {
    this.#stopShowing ??= this.#scheduler.after(showEveryMs, () => this.#show());
  }

  #show(): void {
    this.#stopShowing = null;
    const peers = this.#peers.read(this.#awareness.getStates(), this.#ownIds);
    if (peers !== this.#session.getState().peers) this.#session.setState({ peers });
  }
}

/** Enough digits for any zoom, few enough to travel 20 times a second. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
