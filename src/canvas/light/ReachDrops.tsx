import { useDerived } from '../../store/derived';
import { useView } from '../../store/openMap';
import { stationDrops } from './stationDrops';
import './StoryThread.css';

/** The drop-lines between touchpoints and systems that are lit together because one reaches the other. */
export function ReachDrops() {
  const ids = useView((view) => view.lights.impact?.ids ?? null);
  const geometry = useDerived((state) => (ids ? state.shown : null));
  if (!ids || !geometry) return null;
  return <path className="reach-drops" d={stationDrops(geometry, ids)} />;
}
