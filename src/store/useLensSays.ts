import { useCallback, useRef, useSyncExternalStore } from 'react';
import { shallow } from 'zustand/shallow';
import { says, type LensSays } from '../analysis/lenses/lens';
import type { Kind } from '../model/kinds';
import { lensSays } from '../analysis/lenses/lensSays';
import { derivedOf } from './derived';
import { useOpenMap, type OpenMap } from './openMap';

/** Lenses say nothing of stages, notes and all that is not drawn. */
const silence = says('nothing');

/** What the lens of this tab says of a record right now; nothing is computed for records nobody asks about. */
export function lensSaysOf(openMap: OpenMap, kind: Kind, id: string): LensSays {
  if (kind !== 'touchpoints' && kind !== 'systems' && kind !== 'transitions' && kind !== 'dataFlows')
    return silence;
  // What is drawn is looked at: with a trial, the journey as it would be.
  const world = derivedOf(openMap.mirror).store.getState();
  return lensSays(world, openMap.view.getState().lens, kind, id);
}

/** Subscribes to what the lens says of a record; renders again only when that changes. */
export function useLensSays(kind: Kind, id: string): LensSays {
  const openMap = useOpenMap();
  const last = useRef<LensSays | null>(null);
  const subscribe = useCallback(
    (listener: () => void): (() => void) => {
      const { mirror, view } = openMap;
      const stops = [
        derivedOf(mirror).store.subscribe((state, before) => {
          const isSame =
            state.journey === before.journey && state.findingsByRecord === before.findingsByRecord;
          if (!isSame) listener();
        }),
        view.subscribe((state, before) => {
          if (state.lens !== before.lens) listener();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [openMap],
  );
  const read = (): LensSays => {
    const now = lensSaysOf(openMap, kind, id);
    if (last.current === null || !shallow(last.current, now)) last.current = now;
    return last.current;
  };
  return useSyncExternalStore(subscribe, read);
}
