import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PictureLevel } from './pictureLevel';

/** What is drawn of a canvas right now, for the parts of it that draw elements. */
export class PictureState {
  #level: PictureLevel = 'nodes';
  readonly #listeners = new Set<() => void>();

  readonly level = (): PictureLevel => this.#level;

  set(level: PictureLevel): void {
    if (level === this.#level) return;
    this.#level = level;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const PictureContext = createContext<PictureState | null>(null);

/** What is drawn right now of the canvas around this component. */
export function usePictureState(): PictureState {
  const state = useContext(PictureContext);
  if (!state) throw new Error('not inside a canvas');
  return state;
}

/** Whether the map is a picture right now, with elements only for what is being worked on. */
export function useIsPicture(): boolean {
  const state = usePictureState();
  return useSyncExternalStore(state.subscribe, state.level) === 'picture';
}
