import { ArrowDown, CircleCheck, Server } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Rect } from '../../layout/geometry';
import { union } from '../../layout/rectangles';
import { useDerived } from '../../store/derived';
import { useOpenMap } from '../../store/openMap';
import { useStoryLight, type StoryLight } from '../../store/storyLight';
import type { Viewport } from '../../store/view';
import { useViewportEffect } from '../camera/useViewportEffect';
import { transitionLook } from '../edges/transitionLook';
import { rectOfRecord } from '../recordRect';
import { storyWords, type StoryLine } from './storyWords';
import './StoryCard.css';

/** Says of the step that is lit what its picture shows: verdict, sentence, and the route hop by hop. */
export function StoryCard() {
  const shown = useStoryLight((light) => light);
  const geometry = useDerived((state) => (shown ? state.shown : null));
  if (!shown || !geometry) return null;
  const { transition, from, to } = shown.story;
  const ends = [geometry.cardById.get(from ?? ''), geometry.cardById.get(to ?? '')].flatMap(
    (end) => end ?? [],
  );
  const line = rectOfRecord(geometry, transition);
  if (!line) return null;
  return <Card key={transition} shown={shown} around={ends.map(({ rect }) => rect).reduce(union, line)} />;
}

function Card({ shown: { story, by }, around }: { readonly shown: StoryLight; readonly around: Rect }) {
  const { view } = useOpenMap();
  const card = useRef<HTMLDivElement>(null);
  const analysis = useDerived((state) => state.analysis);
  useViewportEffect((viewport) => {
    if (card.current) place(card.current, around, viewport);
  });
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') view.setState({ hover: null });
    };
    // The canvas keeps its keys to itself.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [view]);
  if (!analysis) return null;
  const { title, sentence, lines, slowest } = storyWords(story, analysis);
  const { badge: sign, tone } = transitionLook(story.verdict);
  const Sign = sign ?? CircleCheck;
  return (
    // The step's accessible name says the same; for screen readers this would be once more.
    <div
      ref={card}
      className="story-card"
      data-by={by}
      data-tone={tone === 'ink' ? 'neutral' : tone}
      aria-hidden
    >
      <p className="story-title">
        <Sign size={15} aria-hidden />
        {title}
      </p>
      <p>{sentence}</p>
      {lines.length > 1 && (
        <ol className="story-lines">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      {slowest !== null && <p className="story-slowest">{slowest}</p>}
    </div>
  );
}

function Line({ line }: { readonly line: StoryLine }) {
  if (line.kind === 'system') {
    return (
      <li className="story-system">
        <Server size={13} aria-hidden />
        <span dir="auto">{line.text}</span>
      </li>
    );
  }
  return (
    <li className="story-hop" data-slowest={line.isSlowest || undefined}>
      <ArrowDown size={13} aria-hidden />
      <span dir="auto">{line.text}</span>
      <span className="story-latency">{line.latency}</span>
    </li>
  );
}

/** Between the card and the edges of the canvas, and between it and what it is about; CSS pixels. */
const edge = 8;
const distance = 14;

/** Above the two touchpoints, since the route leads down from them; beside them where there is no room above. */
function place(card: HTMLElement, around: Rect, { x, y, zoom }: Viewport): void {
  const stage = card.parentElement;
  if (!stage) return;
  const { clientWidth, clientHeight } = stage;
  card.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = around.x * zoom + x;
  const right = left + around.width * zoom;
  const top = around.y * zoom + y;
  const isAbove = top - distance - height >= edge;
  const isRight = right + distance + width <= clientWidth - edge;
  const beside = isRight ? right + distance : left - distance - width;
  const wanted = isAbove ? (left + right - width) / 2 : beside;
  const clamped = Math.min(Math.max(edge, wanted), clientWidth - width - edge);
  card.style.translate = `${Math.round(clamped)}px ${Math.round(isAbove ? top - distance - height : edge)}px`;
  const isInSight =
    right >= 0 && left <= clientWidth && top + around.height * zoom >= 0 && top <= clientHeight;
  card.hidden = !isInSight;
}
