import { useStoreApi, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordRef } from '../../model/kinds';
import { useOpenMap, useView } from '../../store/openMap';
import { select } from '../selection';
import { kindOfNode, NodeAdaptor, type CanvasNode } from './canvasNodes';
import { useNearGeometry } from './useNearGeometry';

/** The nodes of the open map, and what to do when React Flow selects some (clicks, the rubber band). */
export function useCanvasNodes() {
  const openMap = useOpenMap();
  const store = useStoreApi<CanvasNode>();
  const [adaptor] = useState(() => new NodeAdaptor());
  const geometry = useNearGeometry();
  const selection = useView((view) => view.selection);
  const selectedIds = useMemo(() => new Set(selection.map(({ id }) => id)), [selection]);
  const hiddenRulers = useView((view) => view.hiddenRulers);
  const nodes = useMemo(
    () => adaptor.toNodes(geometry, selectedIds, hiddenRulers),
    [adaptor, geometry, selectedIds, hiddenRulers],
  );
  /** What a rubber band adds to; empty unless it was begun with Shift. */
  const kept = useRef<ReadonlySet<string>>(new Set());
  const startBand = useCallback(
    (before: readonly RecordRef[]) => {
      kept.current = new Set(before.map(({ id }) => id));
      select(openMap.view, before);
    },
    [openMap],
  );
  const endBand = useCallback(() => {
    kept.current = new Set();
  }, []);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const { nodeLookup, multiSelectionActive, userSelectionActive } = store.getState();
      const { selection: before } = openMap.view.getState();
      const isAlone = !multiSelectionActive && !userSelectionActive;
      let next: readonly RecordRef[] | null = null;
      for (const change of changes) {
        if (change.type !== 'select') continue;
        if (kept.current.has(change.id)) continue;
        // Lines are not React Flow's: a node that is selected alone takes their place too.
        next ??= isAlone ? before.filter(({ id }) => nodeLookup.has(id)) : before;
        next = next.filter(({ id }) => id !== change.id);
        const type = nodeLookup.get(change.id)?.type;
        if (change.selected && type) next = [...next, { kind: kindOfNode[type], id: change.id }];
      }
      if (next) select(openMap.view, next);
    },
    [store, openMap],
  );
  useForgetDeleted();
  return { nodes, onNodesChange, startBand, endBand };
}

/** What was deleted, here or elsewhere, is no longer selected; where the keyboard was on it, it goes on from there (KEY-4). */
function useForgetDeleted(): void {
  const openMap = useOpenMap();
  useEffect(
    () =>
      openMap.view.subscribe(({ selection, lost }) => {
        if (lost !== null && selection.length > 0) openMap.view.setState({ lost: null });
      }),
    [openMap],
  );
  useEffect(
    () =>
      openMap.mirror.store.subscribe(({ journey }, before) => {
        if (journey === before.journey) return;
        const { selection } = openMap.view.getState();
        const alive = selection.filter(({ kind, id }) => journey[kind].byId.has(id));
        if (alive.length === selection.length) return;
        select(openMap.view, alive);
        openMap.view.setState({ lost: alive.length === 0 ? (selection.at(-1) ?? null) : null });
      }),
    [openMap],
  );
}
