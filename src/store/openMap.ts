import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { JourneyDocument } from '../doc/journeyDocument';
import type { CommentCommand, CommentResult } from '../model/commentCommand';
import type { Journey } from '../model/resolve';
import type { Mirror, MirrorState } from './mirror';
import type { SessionState, SessionStore } from './session';
import type { ViewState, ViewStore } from './view';

/** What this tab tells the others about itself while it works. Throttled by whoever sends it. */
export interface PresenceOut {
  cursor(position: { readonly x: number; readonly y: number } | null): void;
  selection(ids: readonly string[]): void;
  drag(places: readonly { readonly id: string; readonly at: number; readonly offset: number }[]): void;
  editing(id: string | null): void;
}

/** What of an open map only its server can do. */
export interface RemoteMap {
  /** Has the server write a comment: for those who may comment but not edit. */
  comment(command: CommentCommand): Promise<CommentResult>;
  /** Asks who is behind the ids stamped on what people made and said; they come as `SessionState.authors`. */
  loadAuthors(): Promise<void>;
}

/** An open map: everything a feature works with. It also is the context that commands run in. */
export interface OpenMap {
  readonly id: string;
  readonly document: JourneyDocument;
  readonly mirror: Mirror;
  readonly view: ViewStore;
  readonly session: SessionStore;
  readonly presence: PresenceOut;
  /** Null where there is no server. */
  readonly remote: RemoteMap | null;
  /**
   * Keeps what is drawn beside the stored map, to be shown while it is read the next time; null when nothing is. Absent
   * where maps are not stored.
   */
  readonly keepPicture?: (picture: object | null) => Promise<void>;
  /** The journey right now; for event handlers. Components subscribe with `useJourney`. */
  readonly journey: () => Journey;
}

/** The map the surrounding page has open. */
export const OpenMapContext = createContext<OpenMap | null>(null);

/** The open map. Throws outside of one: that is a bug. */
export function useOpenMap(): OpenMap {
  const map = useContext(OpenMapContext);
  if (!map) throw new Error('no map is open here');
  return map;
}

/** Subscribes to a part of the mirror; renders again only when that part's identity changes. */
export function useMirror<T>(select: (state: MirrorState) => T): T {
  return useStore(useOpenMap().mirror.store, select);
}

/** Subscribes to a part of the journey. */
export function useJourney<T>(select: (journey: Journey) => T): T {
  return useStore(useOpenMap().mirror.store, (state) => select(state.journey));
}

/** Subscribes to a part of the view. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useOpenMap().view, select);
}

/** Subscribes to a part of the session. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useOpenMap().session, select);
}
