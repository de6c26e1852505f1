import { Columns2, Table2, Waypoints } from 'lucide-react';
import { keysOf } from '../../commands/intents';
import { useOpenMap, useView } from '../../store/openMap';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { t } from '../../ui/i18n/t';

/** Chooses what stands in the middle: the picture, both, or the table. */
export function ViewSwitch() {
  const { view } = useOpenMap();
  const mode = useView((state) => state.mode);
  return (
    <div className="top-bar-views">
      <SegmentedControl
        label={t('table.view.label')}
        size="s"
        collapsible
        options={[
          { value: 'canvas', label: t('table.view.canvas'), icon: Waypoints },
          {
            value: 'split',
            label: t('table.view.split'),
            icon: Columns2,
            shortcut: keysOf('view.split')[0],
          },
          {
            value: 'table',
            label: t('table.view.table'),
            icon: Table2,
            shortcut: keysOf('view.table')[0],
          },
        ]}
        value={mode}
        onChange={(next) => view.setState({ mode: next })}
      />
    </div>
  );
}
