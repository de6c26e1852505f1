import { useStore, useStoreApi } from '@xyflow/react';
import { Frown, Smile } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useDerived } from '../../store/derived';
import { useView } from '../../store/openMap';
import type { ViewState } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { gutterWidthAt } from '../camera/fitViewport';
import { useViewportEffect } from '../camera/useViewportEffect';
import { useVisibleWindow } from '../layers/useVisibleWindow';
import { useIsPicture } from '../picture/pictureState';
import { RulerLabel } from '../rulers/RulerLabel';
import { GutterSystem } from './GutterSystem';
import './Gutter.css';

/** Below this zoom no names of systems are written. */
const namesZoom = 0.38;

/** Below these zooms owners, then names, then sections have no room. */
const detailAt = (zoom: number): string => {
  if (zoom >= 0.8) return 'all';
  if (zoom >= 0.7) return 'tight';
  if (zoom >= namesZoom) return 'names';
  return zoom >= 0.12 ? 'bars' : 'nothing';
};

/** Names of sections and systems at the left edge. It follows the map up, down and in size, never sideways. */
export function Gutter() {
  const root = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const caption = useRef<HTMLSpanElement>(null);
  const store = useStoreApi();
  const lineY = useDerived((state) => state.shown.visibility.y);
  const place = (y: number, zoom: number): void => {
    if (!root.current || !content.current || !below.current || !caption.current) return;
    content.current.style.transform = `translateY(${y}px)`;
    below.current.style.transform = `translateY(${Math.max(-2, lineY * zoom + y)}px)`;
    caption.current.style.transform = `translateY(${lineY * zoom + y}px)`;
    const scale = String(zoom);
    if (content.current.style.getPropertyValue('--zoom') === scale) return;
    content.current.style.setProperty('--zoom', scale);
    root.current.style.width = `${gutterWidthAt(zoom)}px`;
    root.current.dataset['detail'] = detailAt(zoom);
    caption.current.dataset['detail'] = detailAt(zoom);
    caption.current.hidden = zoom < namesZoom;
  };
  useViewportEffect(({ y, zoom }) => place(y, zoom));
  useLayoutEffect(() => {
    const [, y, zoom] = store.getState().transform;
    place(y, zoom);
  });
  useEffect(() => (root.current ? handOnWheel(root.current) : undefined), []);
  return (
    <>
      <div className="gutter" ref={root}>
        <div className="gutter-below" ref={below} />
        <div className="gutter-content" ref={content}>
          <Labels />
          <Systems />
        </div>
      </div>
      <span className="gutter-caption" ref={caption}>
        {t('canvas.lineOfVisibility')}
      </span>
    </>
  );
}

function Labels() {
  const sections = useDerived((state) => state.shown.sections);
  const rulers = useDerived((state) => state.shown.rulers);
  const experience = useDerived((state) => state.shown.experience);
  const at = (y: number) => ({ top: `calc(var(--zoom) * ${y}px)` });
  const { touchpoints } = sections;
  return (
    <>
      {rulers.map((row) => (
        <RulerLabel key={row.id ?? ''} row={row} top={at(row.y + Math.min(row.height / 2, 16)).top} />
      ))}
      <span className="gutter-face" style={at(experience.smileY)} title={t('canvas.delighted')}>
        <Smile size={15} aria-hidden />
      </span>
      <span className="gutter-label" style={at(experience.zeroY)}>
        {t('canvas.experience')}
      </span>
      <span className="gutter-face" style={at(experience.frownY)} title={t('canvas.awful')}>
        <Frown size={15} aria-hidden />
      </span>
      <span className="gutter-label" style={at(touchpoints.y + touchpoints.height / 2 - 20)}>
        {t('canvas.touchpoints')}
      </span>
    </>
  );
}

function Systems() {
  const tracks = useDerived((state) => state.shown.tracks);
  const { y, height } = useVisibleWindow();
  // While the map is a picture of thousands, names have no room: those that are spoken of have theirs.
  const isNamed = useStore(({ transform }) => transform[2] >= namesZoom);
  const isFar = useIsPicture() && !isNamed;
  const spokenOf = useView((view) => (isFar ? systemsSpokenOf(view) : null));
  const near = tracks.filter(
    (track) => track.y >= y && track.y <= y + height && (spokenOf === null || spokenOf.includes(track.id)),
  );
  return near.map((track) => <GutterSystem key={track.id} track={track} />);
}

/** At most so many names at once while the map is a picture. */
const mostSpokenOf = 12;

/** Ids of the systems that are selected, pointed at or renamed, in one text: subscriptions compare by value. */
function systemsSpokenOf({ selection, hover, editing }: ViewState): string {
  const records = [...selection.slice(-mostSpokenOf), hover, editing];
  return records.flatMap((record) => (record?.kind === 'systems' ? record.id : [])).join(' ');
}

/** The gutter lies over the map; turning the wheel there moves the map all the same. */
function handOnWheel(gutter: HTMLElement): () => void {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pane = gutter.parentElement?.querySelector('.react-flow__pane');
    pane?.dispatchEvent(new WheelEvent('wheel', event));
  };
  gutter.addEventListener('wheel', onWheel, { passive: false });
  return () => gutter.removeEventListener('wheel', onWheel);
}
