import { useMemo } from 'react';
import { futureOf, isEmptyTrial } from '../../analysis/trial';
import { derivedOf, useDerived } from '../../store/derived';
import { useJourney, useOpenMap } from '../../store/openMap';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { t } from '../../ui/i18n/t';
import './trial.css';

/** Today or the future of the map (FUT-1). Not there while nothing is on its way: the two would be the same. */
export function TimeSwitch() {
  const { mirror } = useOpenMap();
  const isFuture = useDerived((state) => state.isFuture);
  const systems = useJourney((journey) => journey.systems);
  const dataFlows = useJourney((journey) => journey.dataFlows);
  const hasFuture = useMemo(() => !isEmptyTrial(futureOf({ systems, dataFlows })), [systems, dataFlows]);
  if (!hasFuture) return null;
  return (
    <div className="time-switch">
      <SegmentedControl
        size="s"
        label={t('trial.when')}
        options={[
          { value: 'today', label: t('trial.showToday') },
          { value: 'future', label: t('trial.showFuture') },
        ]}
        value={isFuture ? 'future' : 'today'}
        onChange={(time) => derivedOf(mirror).tryOut(time === 'future' ? 'future' : null)}
      />
    </div>
  );
}
