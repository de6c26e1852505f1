import { useEffect, type RefObject } from 'react';
import { isShaded, ownEmphasisOf, type Emphasis } from '../../store/emphasis';
import { useOpenMap, useView } from '../../store/openMap';
import './emphasis.css';

/**
 * How strongly a record stands out right now; renders again only when that changes. Set it as `data-emphasis` on the
 * element: emphasis.css does the rest, for whatever is drawn with `--tone` and its family.
 *
 * @param lens what the lens says of this record by itself
 */
export function useEmphasis(id: string, lens: Emphasis): Emphasis {
  return useView((view) => ownEmphasisOf(id, view, lens));
}

/** Casts the shade of lights that dim the rest over all that is in an element, without rendering any of it. */
export function useShade(element: RefObject<HTMLElement | null>): void {
  const { view } = useOpenMap();
  useEffect(() => {
    const cast = (): void => {
      element.current?.toggleAttribute('data-shade', isShaded(view.getState().lights));
    };
    cast();
    return view.subscribe((state, before) => {
      if (state.lights !== before.lights) cast();
    });
  }, [element, view]);
}
