import { useEffect, useMemo, useRef, useState } from 'react';
import { useMirror, useOpenMap, useView } from '../store/openMap';
import { useCamera, useCameraRequests, useSelectionKeptInView } from './camera/useCamera';
import { usePanning } from './camera/usePanning';
import { CanvasActionsContext, type CanvasActions } from './canvasActions';
import { useIntentRequests } from './canvasIntents';
import { useClipboard } from './clipboard/useClipboard';
import { CanvasMinimap } from './CanvasMinimap';
import { CanvasOverlays } from './CanvasOverlays';
import { CanvasSurface } from './CanvasSurface';
import { useShade } from './emphasis/useEmphasis';
import { EmptyMap } from './EmptyMap';
import { Gutter } from './gutter/Gutter';
import { useCanvasKeyboard } from './keyboard/useCanvasKeyboard';
import { Backdrop } from './layers/Backdrop';
import { StoryCard } from './light/StoryCard';
import { PictureLayer } from './picture/PictureLayer';
import { PictureContext, PictureState } from './picture/pictureState';
import { StandIn } from './picture/StandIn';
import { overlayActions } from './overlayActions';
import { useOverlay } from './useOverlay';
import { usePathKeeper } from './paths/usePathKeeper';
import { useWalk, WalkBar } from './walk/WalkBar';
import { NothingInView } from './NothingInView';
import { ReadOnlyNote } from './ReadOnlyNote';
import { StoryStrip } from './StoryStrip';
import { TimeSwitch } from './trial/TimeSwitch';
import { TrialBar } from './trial/TrialBar';
import { useToolPointer } from './tools/useToolPointer';
import { t } from '../ui/i18n/t';
import { useNoticeRoom } from '../ui/useNoticeRoom';
import { ZoomBar } from './ZoomBar';

/** The bars at the foot of the canvas, the switch of today and future over them, and what is around them, CSS pixels. */
const floatsHeight = 96;

/** The canvas with what floats over it. */
export function CanvasStage() {
  const openMap = useOpenMap();
  const { overlay, show, close } = useOverlay();
  const [picture] = useState(() => new PictureState());
  const tool = useView((view) => view.tool);
  const lens = useView((view) => view.lens);
  const isReadOnly = useMirror((state) => state.readOnly);
  const isBare = useView((view) => view.selection.length === 0 && view.editing === null);
  const camera = useCamera();
  useCameraRequests(camera);
  useSelectionKeptInView(camera);
  const actions = useMemo<CanvasActions>(
    () => ({ ...camera, ...overlayActions(openMap, camera, show) }),
    [openMap, camera, show],
  );
  const { handlers: keyboard, intents } = useCanvasKeyboard(openMap, actions);
  useIntentRequests(openMap, actions, intents);
  useClipboard(openMap, actions);
  const toolPointer = useToolPointer(openMap, actions);
  const walk = useWalk();
  usePathKeeper(openMap);
  const stage = useRef<HTMLElement>(null);
  useNoticeRoom(floatsHeight, stage);
  useShade(stage);
  usePanning(stage);
  // Whoever opens a map can press N at once.
  useEffect(() => {
    if (document.activeElement === document.body) actions.focusCanvas();
  }, [actions]);
  return (
    <CanvasActionsContext value={actions}>
      <PictureContext value={picture}>
        {/* The canvas is one widget with its own keys; what is focused in it says its name. */}
        <section
          ref={stage}
          className="canvas-stage"
          role="application"
          aria-label={t('canvas.label')}
          data-tool={tool}
          data-lens={lens}
          data-bare={isBare || undefined}
          data-read-only={isReadOnly || undefined}
          {...keyboard}
          {...toolPointer}
          onPointerMove={(event) =>
            openMap.presence.cursor(actions.toCanvas({ x: event.clientX, y: event.clientY }))
          }
          onPointerUp={() => {
            // Pressing on bare canvas takes the keyboard from whatever had it; dragging the view must not leave it nowhere.
            if (document.activeElement === document.body) actions.focusCanvas();
          }}
          onPointerLeave={() => openMap.presence.cursor(null)}
        >
          <Backdrop />
          <StandIn />
          <PictureLayer />
          <CanvasSurface />
          <Gutter />
          <EmptyMap />
          <NothingInView />
          <StoryCard />
          <div className="canvas-floats">
            <div className="canvas-story">
              <ReadOnlyNote />
              <TrialBar />
              {walk ? <WalkBar walk={walk} /> : <StoryStrip />}
            </div>
            <div className="canvas-zoom">
              <CanvasMinimap />
              <TimeSwitch />
              <ZoomBar />
            </div>
          </div>
          <CanvasOverlays overlay={overlay} onClose={close} />
        </section>
      </PictureContext>
    </CanvasActionsContext>
  );
}
