import { useReactFlow } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { moveStage } from '../../commands/moveStage';
import { stageBand, timelineUnit } from '../../layout/metrics';
import { atOfX } from '../../layout/timelineScale';
import { derivedOf } from '../../store/derived';
import { useOpenMap, type OpenMap } from '../../store/openMap';
import { followPointer } from '../followPointer';

/** What of a stage is held: its body, or one of its ends. */
export type StageGrip = 'body' | 'start' | 'end';

interface StageSpan {
  readonly start: number;
  readonly end: number;
}

const shortest = stageBand.minimumWidth / timelineUnit;

/** Without the tail that adding decimals leaves. */
const exact = (at: number): number => Math.round(at * 1e6) / 1e6;

/** A span after its grip was moved by `by` on the timeline; an end stops before the other one. */
export function draggedSpan({ start, end }: StageSpan, grip: StageGrip, by: number): StageSpan {
  const place = (at: number): number => Math.round(at * 20) / 20;
  if (grip === 'body') {
    const moved = place(start + by) - start;
    return { start: exact(start + moved), end: exact(end + moved) };
  }
  if (grip === 'start') return { start: Math.min(place(start + by), end - shortest), end };
  return { start, end: Math.max(place(end + by), start + shortest) };
}

/** Drags a stage or one of its ends: tried out while the pointer is down, one command when it is let go. */
export function useStageDrag(id: string): (event: PointerEvent, grip: StageGrip) => void {
  const openMap = useOpenMap();
  const { screenToFlowPosition } = useReactFlow();
  return (event, grip) => {
    const stage = openMap.journey().stages.byId.get(id);
    if (event.button !== 0 || !stage || openMap.document.isReadOnly || event.shiftKey) return;
    event.stopPropagation();
    const from = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }).x;
    const spanAt = (clientX: number, clientY: number): StageSpan => {
      const to = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }).x;
      return draggedSpan(stage, grip, atOfX(to - from));
    };
    followPointer(event, {
      move: (x, y) => derivedOf(openMap.mirror).preview({ places: [], stages: [{ id, ...spanAt(x, y) }] }),
      drop: (x, y) => finish(openMap, id, spanAt(x, y)),
      cancel: () => derivedOf(openMap.mirror).preview(null),
    });
  };
}

function finish(openMap: OpenMap, id: string, span: StageSpan): void {
  moveStage.run(openMap, { id, ...span });
  derivedOf(openMap.mirror).preview(null);
}
