import { MiniMap } from '@xyflow/react';
import { useView } from '../store/openMap';
import { t } from '../ui/i18n/t';
import type { CanvasNode } from './adaptor/canvasNodes';

/** The whole map in small, to see where one is and to go elsewhere. */
export function CanvasMinimap() {
  const open = useView((view) => view.minimapOpen);
  if (!open) return null;
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
