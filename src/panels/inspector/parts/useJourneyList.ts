import { useRef } from 'react';
import type { Journey } from '../../../model/resolve';
import { useJourney } from '../../../store/openMap';

/** Subscribes to a list made from the journey; renders again only when a member of it changes. */
export function useJourneyList<T>(select: (journey: Journey) => readonly T[]): readonly T[] {
  const last = useRef<readonly T[]>([]);
  return useJourney((journey) => {
    const next = select(journey);
    const isSame =
      next.length === last.current.length && next.every((member, index) => member === last.current[index]);
    if (!isSame) last.current = next;
    return last.current;
  });
}
