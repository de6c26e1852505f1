import { useStoreApi, type OnNodeDrag } from '@xyflow/react';
import { useMemo } from 'react';
import { moveTouchpoints } from '../../commands/moveTouchpoints';
import type { Point } from '../../layout/geometry';
import { card, cardsTop, note } from '../../layout/metrics';
import { atOfX, snapPlace, xOfAt } from '../../layout/timelineScale';
import { snapCard, snapTargets, type SnapTargets } from '../../layout/tidy/snap';
import { derivedOf } from '../../store/derived';
import { useOpenMap, type OpenMap } from '../../store/openMap';
import { useCanvasActions } from '../canvasActions';
import { kindOfNode, type CanvasNode } from './canvasNodes';
import { fewNodes, liftSelected, type LiftedMove } from './liftedMove';
import { nextFrame } from './nextFrame';

/** How near something has to be to snap, in pixels of the screen. */
const snapReachPx = 7;

interface Place {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
}

/**
 * Dragging cards and notes. While the pointer is down their places live in the preview and in presence; letting go is
 * one command for all of them, and Escape puts them back. Cards snap to others while Alt is not held (TIDY-8).
 */
export function useNodeDrag(): NodeDrag {
  const openMap = useOpenMap();
  const { focusCanvas } = useCanvasActions();
  const flow = useStoreApi();
  return useMemo(
    () => createNodeDrag(openMap, () => flow.getState().domNode, focusCanvas),
    [openMap, flow, focusCanvas],
  );
}

/** React Flow's three moments of a drag. */
interface NodeDrag {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>;
  readonly onNodeDrag: OnNodeDrag<CanvasNode>;
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>;
}

function createNodeDrag(openMap: OpenMap, surface: () => HTMLElement | null, onEnd: () => void): NodeDrag {
  const { mirror, presence, view } = openMap;
  const derived = derivedOf(mirror);
  /** Listens for Escape while something is dragged; null when nothing is, or it was put back. */
  let escape: (() => void) | null = null;
  /** Where the held one was taken up, and what is selected with it but no node: far away in a large map. */
  let held: Place | null = null;
  let far: readonly Place[] = [];
  /** Set while more is dragged than can be drawn anew with every move. */
  let lift: LiftedMove | null = null;
  const frame = nextFrame();
  const end = (): void => {
    frame.callOff();
    escape?.();
    escape = null;
    derived.preview(null);
    lift?.stop();
    lift = null;
    if (view.getState().lifted) view.setState({ lifted: null });
    presence.drag([]);
    if (view.getState().guides.length > 0) view.setState({ guides: [] });
    onEnd();
  };
  /** Looked up when the first move asks for it: a click drags nothing. */
  let targets: SnapTargets | null = null;
  const snapped = (
    { altKey }: { readonly altKey: boolean },
    node: CanvasNode,
    nodes: readonly CanvasNode[],
  ) => {
    const places = belowTop(nodes.map(placeOf), openMap.journey().touchpoints.byId);
    if (altKey || node.type !== 'touchpoint') return { places, guides: [], isAtTarget: false };
    targets ??= snapTargets(
      derived.store.getState().geometry,
      new Set([...nodes, ...far].map(({ id }) => id)),
    );
    const place = places.find(({ id }) => id === node.id) ?? placeOf(node);
    const to = snapCard(place, targets, snapReachPx / view.getState().viewport.zoom);
    // All that is dragged goes along with the card under the pointer.
    const by = { at: to.at - place.at, offset: to.offset - place.offset };
    return {
      ...to,
      places: places.map(({ id, at, offset }) => ({ id, at: at + by.at, offset: offset + by.offset })),
    };
  };
  const show: OnNodeDrag<CanvasNode> = (event, node, nodes) => {
    const { places, guides } = snapped(event, node, nodes);
    if (guides.length + view.getState().guides.length > 0) view.setState({ guides });
    const now = places.find(({ id }) => id === node.id);
    if (lift && held && now) lift.to(shiftBetween(held, now));
    else derived.preview({ places, stages: [] });
    presence.drag(places);
  };
  return {
    onNodeDragStart: (_event, node, nodes) => {
      const { selection } = view.getState();
      if (!selection.some(({ id }) => id === node.id)) {
        view.setState({ selection: [{ kind: kindOfNode[node.type ?? 'note'], id: node.id }] });
      }
      held = placeOf(node);
      far = selectedElsewhere(openMap, new Set(nodes.map(({ id }) => id)));
      targets = null;
      const canvas = surface();
      if (canvas && nodes.length > fewNodes) {
        lift = liftSelected(canvas);
        view.setState({ lifted: new Set(nodes.map(({ id }) => id)) });
      }
      escape = onEscape(end);
    },
    onNodeDrag: (event, node, nodes) => {
      if (escape) frame.ask(() => show(event, node, nodes));
    },
    onNodeDragStop: (event, node, nodes) => {
      if (!escape) return;
      const { places, isAtTarget } = snapped(event, node, nodes);
      const now = places.find(({ id }) => id === node.id) ?? placeOf(node);
      const at = now.at - (held?.at ?? now.at);
      const offset = now.offset - (held?.offset ?? now.offset);
      const along = far.map((place) => ({ ...place, at: place.at + at, offset: place.offset + offset }));
      commit(openMap, belowTop([...places, ...along], openMap.journey().touchpoints.byId), isAtTarget);
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

function commit(openMap: OpenMap, places: readonly Place[], isAtTarget: boolean): void {
  const { touchpoints, notes } = openMap.journey();
  const moves = places.map((place) =>
    touchpoints.byId.has(place.id)
      ? { id: place.id, ...snapPlace(place), ...(isAtTarget ? { at: Math.round(place.at * 1e6) / 1e6 } : {}) }
      : place,
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
    : { id, at: atOfX(position.x + card.width / 2), offset: (position.y - cardsTop) / card.rowPitch };
}

/**
 * There are no rows above the first: all that is moved together stays so far below it that its highest card is in it, and
 * nobody's rows fall into one.
 */
export function belowTop(
  places: readonly Place[],
  touchpoints: { readonly has: (id: string) => boolean },
): readonly Place[] {
  const highest = places.reduce(
    (least, { id, offset }) => (touchpoints.has(id) ? Math.min(least, offset) : least),
    0,
  );
  return highest === 0 ? places : places.map((place) => ({ ...place, offset: place.offset - highest }));
}

/** From one place to another, in pixels at zoom 1. */
function shiftBetween(from: Place, to: Place): Point {
  return { x: xOfAt(to.at) - xOfAt(from.at), y: (to.offset - from.offset) * card.rowPitch };
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
