import { ReactFlow, SelectionMode, type NodeTypes, type OnMove } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { flushSync } from 'react-dom';
import { derivedOf, useDerived } from '../store/derived';
import { useMirror, useOpenMap, useView } from '../store/openMap';
import { initialView, type Viewport } from '../store/view';
import type { CanvasNode } from './adaptor/canvasNodes';
import { useCanvasNodes } from './adaptor/useCanvasNodes';
import { useNodeDrag } from './adaptor/useNodeDrag';
import { extentOf, maximumZoom, minimumZoomOf, startingViewport } from './camera/fitViewport';
import { TitleEditor } from './editing/TitleEditor';
import { FocusProxy } from './keyboard/FocusProxy';
import { DragGuides } from './layers/DragGuides';
import { LinesAbove } from './layers/LinesAbove';
import { LinesBelow } from './layers/LinesBelow';
import { NoteNode } from './nodes/NoteNode';
import { StageNode } from './nodes/StageNode';
import { SystemTrack } from './nodes/SystemTrack';
import { TouchpointCard } from './nodes/TouchpointCard';
import { isLargeMap, pictureLevel } from './picture/pictureLevel';
import { usePictureState } from './picture/pictureState';
import { usePicturePointer } from './picture/usePicturePointer';
import { PresenceLayer } from './presence/PresenceLayer';
import { useSurfaceHandlers } from './useSurfaceHandlers';

const nodeTypes: NodeTypes = {
  touchpoint: TouchpointCard,
  stage: StageNode,
  track: SystemTrack,
  note: NoteNode,
} as NodeTypes;
const noEdges: never[] = [];
const middleButton = [1];
const addingKeys = ['Shift', 'Control', 'Meta'];
const proOptions = { hideAttribution: true };

/** React Flow with the map's nodes and line work. It moves the view and drags; all facts come from the store. */
export function CanvasSurface() {
  const openMap = useOpenMap();
  const box = useRef<HTMLDivElement>(null);
  const picture = usePictureState();
  const [start, setStart] = useState<(Viewport & { width: number; height: number }) | null>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    const { clientWidth: width, clientHeight: height } = box.current;
    const { viewport: remembered } = openMap.view.getState();
    const { geometry } = derivedOf(openMap.mirror).store.getState();
    const left = remembered === initialView.viewport ? null : remembered;
    const viewport = startingViewport(left, extentOf(geometry), { width, height });
    // Before there are elements: of thousands in view none is to be made.
    picture.set(pictureLevel(isLargeMap(geometry), viewport.zoom));
    setStart({ ...viewport, width, height });
  }, [openMap, picture]);
  return (
    <div className="canvas-surface" ref={box}>
      {start && <Surface start={start} />}
    </div>
  );
}

function Surface({ start }: { readonly start: Viewport & { width: number; height: number } }) {
  const openMap = useOpenMap();
  const tool = useView((view) => view.tool);
  const readOnly = useMirror((state) => state.readOnly);
  const { nodes, onNodesChange, startBand, endBand } = useCanvasNodes();
  const drag = useNodeDrag();
  const picture = usePicturePointer();
  const handlers = useSurfaceHandlers({ startBand, endBand }, picture);
  const minimumZoom = useDerived(({ geometry }) => minimumZoomOf(geometry, start));
  const { view } = openMap;
  const onMoveEnd: OnMove = useCallback((_event, viewport) => view.setState({ viewport }), [view]);
  const { isTouch, onPointerEnter } = useTouch();
  // One finger moves the view, as everywhere; a mouse draws a rubber band and moves the view with the hand tool.
  const isHand = tool === 'hand' || isTouch;
  return (
    <ReactFlow<CanvasNode>
      nodes={nodes}
      edges={noEdges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      {...drag}
      width={start.width}
      height={start.height}
      defaultViewport={start}
      minZoom={minimumZoom}
      maxZoom={maximumZoom}
      onMoveEnd={onMoveEnd}
      onPointerEnter={onPointerEnter}
      onPointerMove={picture.onPointerMove}
      {...handlers}
      onPaneContextMenu={picture.openMenu}
      onlyRenderVisibleElements
      nodesDraggable={!readOnly}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable
      elevateNodesOnSelect={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={addingKeys}
      selectionOnDrag={!isHand}
      selectionMode={SelectionMode.Partial}
      panOnDrag={isHand ? true : middleButton}
      panOnScroll
      zoomOnDoubleClick={false}
      selectNodesOnDrag={false}
      nodeDragThreshold={3}
      proOptions={proOptions}
    >
      <LinesBelow />
      <LinesAbove />
      <DragGuides />
      <PresenceLayer />
      <TitleEditor />
      <FocusProxy />
    </ReactFlow>
  );
}

/** Whether a finger is what points at the canvas. A finger enters before it presses, so this is known by then. */
function useTouch() {
  const [isTouch, setTouch] = useState(false);
  const onPointerEnter = useCallback(({ pointerType }: PointerEvent): void => {
    flushSync(() => setTouch(pointerType === 'touch'));
  }, []);
  return { isTouch, onPointerEnter };
}
