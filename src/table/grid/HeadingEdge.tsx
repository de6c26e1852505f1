import type { PointerEvent } from 'react';

export interface HeadingEdgeProps {
  /** How wide the column is now, CSS pixels. */
  readonly widthPx: number;
  /** While the edge is dragged; null when it was let go of without a change. */
  readonly onDrag: (widthPx: number | null) => void;
  readonly onSet: (widthPx: number) => void;
  readonly onFit: () => void;
}

/**
 * The edge of a column's name, by which a pointer makes the column wider. Keyboards and screen readers have Alt with an
 * arrow and the column's menu.
 */
export function HeadingEdge({ widthPx, onDrag, onSet, onFit }: HeadingEdgeProps) {
  const start = (event: PointerEvent<HTMLElement>): void => {
    // The heading below would select its column.
    event.stopPropagation();
    if (event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    const { pointerId, clientX } = event;
    edge.setPointerCapture(pointerId);
    const widthAt = (x: number): number => widthPx + (x - clientX);
    const move = (moved: globalThis.PointerEvent): void => onDrag(widthAt(moved.clientX));
    const end = (ended: globalThis.PointerEvent): void => {
      stop();
      if (ended.type === 'pointerup' && ended.clientX !== clientX) onSet(widthAt(ended.clientX));
    };
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') stop();
    };
    const stop = (): void => {
      edge.removeEventListener('pointermove', move);
      edge.removeEventListener('pointerup', end);
      edge.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', leave);
      onDrag(null);
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', end);
    edge.addEventListener('pointercancel', end);
    window.addEventListener('keydown', leave);
  };
  return (
    <span
      className="grid-heading-edge"
      aria-hidden
      onPointerDown={start}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
    />
  );
}
