import type { OnNodeDrag } from '@xyflow/react';
import { useMemo } from 'react';
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
export function useNodeDrag(): NodeDrag {
  const openMap = useOpenMap();
  const { focusCanvas } = useCanvasActions();
  return useMemo(() => createNodeDrag(openMap, focusCanvas), [openMap, focusCanvas]);
}

/** React Flow's three moments of a drag. */
interface NodeDrag {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>;
  readonly onNodeDrag: OnNodeDrag<CanvasNode>;
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>;
}

function createNodeDrag(openMap: OpenMap, onEnd: () => void): NodeDrag {
  const { mirror, presence, view } = openMap;
  const derived = derivedOf(mirror);
  /** Listens for Escape while something is dragged; null when nothing is, or it was put back. */
  let escape: (() => void) | null = null;
  /** Where the held one was taken up, and what is selected with it but no node: far away in a large map. */
  let held: Place | null = null;
  let far: readonly Place[] = [];
  const end = (): void => {
    escape?.();
    escape = null;
    derived.preview(null);
    presence.drag([]);
    onEnd();
  };
  return {
    onNodeDragStart: (_event, node, nodes) => {
      const { selection } = view.getState();
      if (!selection.some(({ id }) => id === node.id)) {
        view.setState({ selection: [{ kind: kindOfNode[node.type ?? 'note'], id: node.id }] });
      }
      held = placeOf(node);
      far = selectedElsewhere(openMap, new Set(nodes.map(({ id }) => id)));
      escape = onEscape(end);
    },
    onNodeDrag: (_event, _node, nodes) => {
      if (!escape) return;
      const places = nodes.map(placeOf);
      derived.preview({ places, stages: [] });
      presence.drag(places);
    },
    onNodeDragStop: (_event, node, nodes) => {
      if (!escape) return;
      const now = placeOf(node);
      const at = now.at - (held?.at ?? now.at);
      const offset = now.offset - (held?.offset ?? now.offset);
      const along = far.map((place) => ({ ...place, at: place.at + at, offset: place.offset + offset }));
      commit(openMap, [...nodes.map(placeOf), ...along]);
      end();
    },
  };
}

/** Selected cards and notes that are not among the nodes being dragged. */
export function selectedElsewhere(
  { view, journey }: Pick<OpenMap, 'view' | 'journey'>,
  dragged: ReadonlySet<string>,
): readonly Place[] {
  const { selection } = view.getState();
  if (selection.length <= dragged.size) return [];
  const { touchpoints, notes } = journey();
  return selection.flatMap(({ id }) => {
    const record = dragged.has(id) ? undefined : (touchpoints.byId.get(id) ?? notes.byId.get(id));
    return record ? { id, at: record.at, offset: record.offset } : [];
  });
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
