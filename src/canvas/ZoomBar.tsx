import { useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { useOpenMap, useView } from '../store/openMap';
import { FloatingBar } from '../ui/FloatingBar';
import { IconButton } from '../ui/IconButton';
import { formatFinePercent, formatPercent } from '../ui/i18n/format';
import { t } from '../ui/i18n/t';
import { useCanvasActions } from './canvasActions';

const step = 1.25;

/** Zoom, fit and minimap, at the lower right. */
export function ZoomBar() {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  // Far out a whole per cent is too coarse to see that anything changes.
  const zoom = useStore(({ transform: [, , now] }) =>
    now < 0.1 ? Math.round(now * 1_000) / 1_000 : Math.round(now * 100) / 100,
  );
  const minimapOpen = useView((view) => view.minimapOpen);
  return (
    <FloatingBar label={t('canvas.zoom')}>
      <IconButton
        icon={Minus}
        label={t('canvas.zoomOut')}
        shortcut="Minus"
        size="s"
        tooltipSide="top"
        onClick={() => actions.zoomBy(1 / step)}
      />
      <button
        type="button"
        className="zoom-value"
        title={t('canvas.zoomToActual')}
        onClick={() => actions.zoomTo(1)}
      >
        {zoom < 0.1 ? formatFinePercent(zoom) : formatPercent(zoom)}
      </button>
      <IconButton
        icon={Plus}
        label={t('canvas.zoomIn')}
        shortcut="Plus"
        size="s"
        tooltipSide="top"
        onClick={() => actions.zoomBy(step)}
      />
      <IconButton
        icon={Maximize}
        label={t('canvas.zoomToFit')}
        shortcut="Shift+1"
        size="s"
        tooltipSide="top"
        onClick={actions.fit}
      />
      <IconButton
        icon={MapIcon}
        label={t('canvas.minimap')}
        size="s"
        pressed={minimapOpen}
        tooltipSide="top"
        onClick={() => openMap.view.setState({ minimapOpen: !minimapOpen })}
      />
    </FloatingBar>
  );
}
