import type { OnNodeDrag } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { moveTouchpoints } from '../../commands/moveTouchpoints';
import { card, cardsTop, note } from '../../layout/metrics';
import { atOfX, offsetOfY, snapPlace } from '../../layout/timelineScale';
import { derivedOf } from '../../store/derived';
import { useOpenMap, type OpenMap } from '../../store/openMap';
import { useCanvasActions } from '../canvasActions';
import { kindOfNode, type CanvasNode } from './canvasNodes';

interface Place {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
}

/**
 * Dragging cards and notes. While the pointer is down their places live in the preview and in presence; letting go is
 * one command for all of them, and Escape puts them back.
 */
export function useNodeDrag() {
  const openMap = useOpenMap();
  const { focusCanvas } = useCanvasActions();
  const cancelled = useRef(false);
  return useMemo(() => {
    const { mirror, presence, view } = openMap;
    const derived = derivedOf(mirror);
    let stopListening: (() => void) | null = null;
    const end = (): void => {
      stopListening?.();
      stopListening = null;
      derived.preview(null);
      presence.drag([]);
      focusCanvas();
    };
    const begin: OnNodeDrag<CanvasNode> = (_event, node) => {
      cancelled.current = false;
      const { selection } = view.getState();
      if (!selection.some(({ id }) => id === node.id)) {
        view.setState({ selection: [{ kind: kindOfNode[node.type ?? 'note'], id: node.id }] });
      }
      stopListening = onEscape(() => {
        cancelled.current = true;
        end();
      });
    };
    const move: OnNodeDrag<CanvasNode> = (_event, _node, nodes) => {
      if (cancelled.current) return;
      const places = nodes.map(placeOf);
      derived.preview({ places, stages: [] });
      presence.drag(places);
    };
    const drop: OnNodeDrag<CanvasNode> = (_event, _node, nodes) => {
      if (!cancelled.current) commit(openMap, nodes.map(placeOf));
      end();
    };
    return { onNodeDragStart: begin, onNodeDrag: move, onNodeDragStop: drop };
  }, [openMap, focusCanvas]);
}

function commit(openMap: OpenMap, places: readonly Place[]): void {
  const { touchpoints, notes } = openMap.journey();
  const moves = places.map((place) =>
    touchpoints.byId.has(place.id) ? { id: place.id, ...snapPlace(place) } : place,
  );
  const hasMoved = moves.some(({ id, at, offset }) => {
    const before = touchpoints.byId.get(id) ?? notes.byId.get(id);
    return before && (before.at !== at || before.offset !== offset);
  });
  if (hasMoved) moveTouchpoints.run(openMap, { moves });
}

function placeOf({ id, type, position }: CanvasNode): Place {
  return type === 'note'
    ? { id, at: atOfX(position.x + note.width / 2), offset: (position.y - cardsTop) / card.rowPitch }
    : { id, at: atOfX(position.x + card.width / 2), offset: offsetOfY(position.y) };
}

function onEscape(run: () => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    run();
  };
  window.addEventListener('keydown', listen, { capture: true });
  return () => window.removeEventListener('keydown', listen, { capture: true });
}
