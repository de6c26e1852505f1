import { useStore } from '@xyflow/react';
import { BookOpen, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { useOpenMap, useView } from '../store/openMap';
import { isLegendOpen } from '../store/view';
import { FloatingBar } from '../ui/FloatingBar';
import { IconButton } from '../ui/IconButton';
import { formatPercent } from '../ui/i18n/format';
import { t } from '../ui/i18n/t';
import { useCanvasActions } from './canvasActions';
import { lensLegendId } from './lenses/LensLegend';

const step = 1.25;

/** Zoom, fit and minimap, at the lower right. */
export function ZoomBar() {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const lens = useView((view) => view.lens);
  const legendOpen = useView(isLegendOpen);
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
        {formatPercent(zoom / 100)}
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
      <IconButton
        icon={BookOpen}
        label={t('lens.legend')}
        size="s"
        aria-expanded={legendOpen}
        aria-controls={legendOpen ? lensLegendId : undefined}
        tooltipSide="top"
        onClick={() =>
          openMap.view.setState(({ legends }) => ({ legends: { ...legends, [lens]: !legendOpen } }))
        }
      />
    </FloatingBar>
  );
}
