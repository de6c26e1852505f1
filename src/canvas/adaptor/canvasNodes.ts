import type { Node } from '@xyflow/react';
import type { Geometry, Placed, Rect } from '../../layout/geometry';
import type { Kind } from '../../model/kinds';

/** What a node on the canvas stands for. Its place and size come from the geometry, its content from the journey. */
export type CanvasNodeType = 'touchpoint' | 'stage' | 'track' | 'note';

/** A node for React Flow; `data.placed` is the member of the geometry it was made of. */
export type CanvasNode = Node<{ readonly placed: Placed }, CanvasNodeType>;

/** The kind of record that each node type shows. */
export const kindOfNode: Readonly<Record<CanvasNodeType, Kind>> = {
  touchpoint: 'touchpoints',
  stage: 'stages',
  track: 'systems',
  note: 'notes',
};

const depth: Readonly<Record<CanvasNodeType, number>> = { stage: 1, track: 1, touchpoint: 3, note: 8 };

interface Known {
  readonly placed: Placed;
  readonly selected: boolean;
  readonly node: CanvasNode;
}

/**
 * Makes React Flow's nodes of a geometry. Sizes are stated, so that nothing is measured and culling works from the
 * first frame; a node whose place and selection are the same as last time is the same object, and so is the list.
 */
export class NodeAdaptor {
  #known = new Map<string, Known>();
  #nodes: CanvasNode[] = [];

  /** @param hiddenRulers rulers whose stages are drawn only while they are selected; what is drawn stays where it is */
  toNodes(
    geometry: Pick<Geometry, 'stages' | 'tracks' | 'cards' | 'notes'>,
    selectedIds: ReadonlySet<string>,
    hiddenRulers: readonly string[] = [],
  ): CanvasNode[] {
    const known = new Map<string, Known>();
    const nodes: CanvasNode[] = [];
    let changed = false;
    const add = (type: CanvasNodeType, placed: Placed, rect: Rect): void => {
      const selected = selectedIds.has(placed.id);
      const before = this.#known.get(placed.id);
      const isSame = before?.placed === placed && before.selected === selected;
      const entry = isSame ? before : { placed, selected, node: toNode(type, placed, rect, selected) };
      if (this.#nodes[nodes.length] !== entry.node) changed = true;
      known.set(placed.id, entry);
      nodes.push(entry.node);
    };
    for (const stage of geometry.stages)
      if (!hiddenRulers.includes(stage.ruler ?? '') || selectedIds.has(stage.id))
        add('stage', stage, stage.rect);
    for (const track of geometry.tracks) add('track', track, track.bar);
    for (const card of geometry.cards) add('touchpoint', card, card.rect);
    for (const note of geometry.notes) add('note', note, note.rect);
    this.#known = known;
    if (changed || nodes.length !== this.#nodes.length) this.#nodes = nodes;
    return this.#nodes;
  }
}

function toNode(type: CanvasNodeType, placed: Placed, rect: Rect, selected: boolean): CanvasNode {
  const { x, y, width, height } = rect;
  return {
    id: placed.id,
    type,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    // None are used, but a node without a list of handles is never culled before it was measured.
    handles: [],
    data: { placed },
    selected,
    // Above its neighbours. Line work (lines.css) lies over cards and tracks, and under notes, which are stuck on the map.
    zIndex: depth[type] + (selected ? 1 : 0),
    draggable: type === 'touchpoint' || type === 'note',
    connectable: false,
    focusable: false,
  };
}
