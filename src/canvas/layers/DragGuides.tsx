import { ViewportPortal } from '@xyflow/react';
import { useView } from '../../store/openMap';
import './DragGuides.css';

/** Lines to what a dragged card snaps to. They say by their pattern what they mean: a middle, a row, an equal distance. */
export function DragGuides() {
  const guides = useView((view) => view.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="drag-guides" aria-hidden="true">
        {guides.map(({ kind, x1, y1, x2, y2 }) => (
          <line key={`${kind} ${x1} ${y1}`} data-kind={kind} x1={x1} y1={y1} x2={x2} y2={y2} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
