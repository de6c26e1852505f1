import { MiniMap } from '@xyflow/react';
import { useDerived } from '../store/derived';
import { useView } from '../store/openMap';
import { t } from '../ui/i18n/t';
import type { CanvasNode } from './adaptor/canvasNodes';
import { LargeMinimap } from './picture/LargeMinimap';
import { isLargeMap } from './picture/pictureLevel';

/** The whole map in small, to see where one is and to go elsewhere. */
export function CanvasMinimap() {
  const open = useView((view) => view.minimapOpen);
  const isLarge = useDerived((state) => isLargeMap(state.geometry));
  if (!open) return null;
  // Of a large map only what is near is a node.
  if (isLarge) return <LargeMinimap />;
  return (
    <MiniMap<CanvasNode>
      className="minimap"
      ariaLabel={t('canvas.minimap')}
      style={{ width: 220, height: 130 }}
      nodeClassName={(node) => `minimap-${node.type ?? 'note'}`}
      nodeBorderRadius={8}
      offsetScale={2}
      pannable
      zoomable
    />
  );
}
