import { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, type PointerEvent } from 'react';
import type { Geometry, Rect } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import type { Viewport } from '../../store/view';
import { useViewportEffect } from '../camera/useViewportEffect';
import { useCanvasActions } from '../canvasActions';
import { rectOfContent } from '../recordRect';
import { t } from '../../ui/i18n/t';
import './LargeMinimap.css';

const width = 220;
const height = 130;
/** The map's picture is drawn again so long after the last change, ms. */
const restMs = 300;

/** The whole of a large map in small: a picture of its cards and tracks, and a frame around what is in view. */
export function LargeMinimap() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const actions = useCanvasActions();
  const geometry = useDerived((state) => state.geometry);
  const whole = rectOfContent(geometry) ?? geometry.bounds;
  const scale = Math.min(width / whole.width, height / whole.height);
  const left = (width - whole.width * scale) / 2;
  const top = (height - whole.height * scale) / 2;
  const place = ({ x, y, zoom }: Viewport): void => {
    const screen = store.getState();
    if (!frame.current) return;
    frame.current.style.width = `${Math.max(4, (screen.width / zoom) * scale)}px`;
    frame.current.style.height = `${Math.max(4, (screen.height / zoom) * scale)}px`;
    const frameX = left + (-x / zoom - whole.x) * scale;
    const frameY = top + (-y / zoom - whole.y) * scale;
    frame.current.style.transform = `translate(${frameX}px, ${frameY}px)`;
  };
  useViewportEffect(place);
  useLayoutEffect(() => {
    const [x, y, zoom] = store.getState().transform;
    place({ x, y, zoom });
  });
  useEffect(() => {
    const timer = setTimeout(() => canvas.current && draw(canvas.current, geometry), restMs);
    return () => clearTimeout(timer);
  }, [geometry]);
  const go = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = whole.x + (event.clientX - box.left - left) / scale;
    const y = whole.y + (event.clientY - box.top - top) / scale;
    actions.goTo({ x, y }, store.getState().transform[2]);
  };
  return (
    <div
      className="minimap large-minimap"
      role="img"
      aria-label={t('canvas.minimap')}
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} width={width * 2} height={height * 2} style={{ width, height }} />
      <div className="large-minimap-frame" ref={frame} />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, geometry: Geometry): void {
  const context = canvas.getContext('2d');
  const whole = rectOfContent(geometry);
  if (!context || !whole) return;
  const scale = Math.min(canvas.width / whole.width, canvas.height / whole.height);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.translate((canvas.width - whole.width * scale) / 2, (canvas.height - whole.height * scale) / 2);
  const { color } = getComputedStyle(canvas);
  const fill = ({ x, y, width: wide, height: high }: Rect, alpha: number): void => {
    context.globalAlpha = alpha;
    context.fillRect(
      (x - whole.x) * scale,
      (y - whole.y) * scale,
      Math.max(1, wide * scale),
      Math.max(1, high * scale),
    );
  };
  context.fillStyle = color;
  for (const { rect } of geometry.stages) fill(rect, 0.25);
  for (const { bar } of geometry.tracks) fill(bar, 0.35);
  for (const { rect } of geometry.cards) fill(rect, 0.55);
}
