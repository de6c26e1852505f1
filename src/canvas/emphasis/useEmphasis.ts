import { emphasisOf, type Emphasis } from '../../store/emphasis';
import { useView } from '../../store/openMap';
import './emphasis.css';

/**
 * How strongly a record stands out right now; renders again only when that changes. Set it as `data-emphasis` on the
 * element: emphasis.css does the rest, for whatever is drawn with `--tone` and its family.
 *
 * @param lens what the lens says of this record by itself
 */
export function useEmphasis(id: string, lens: Emphasis): Emphasis {
  return useView((view) => emphasisOf(id, view, lens));
}
