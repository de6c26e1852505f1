import type { NewArrangement } from '../../commands/arrangeRecords';
import { derivedOf, type Preview } from '../../store/derived';
import type { OpenMap } from '../../store/openMap';

const durationMs = 260;

/** A map with more touchpoints is not laid out again with every frame: what is arranged there is at its place at once. */
const mostGliding = 250;

/**
 * Prepares to show how things go to new places. What is stored is the end of it from the beginning; the way there is a
 * preview, which ends at once when somebody presses a key or the pointer, and is left out where less motion is asked for.
 *
 * @returns starts it, once the document holds the new places
 */
export function glide(openMap: OpenMap, to: NewArrangement): () => void {
  const journey = openMap.journey();
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill || journey.touchpoints.all.length > mostGliding) return () => undefined;
  if (to.tracks.length > 0) return slideTracks();
  const { touchpoints, notes, stages } = journey;
  const placesBefore = new Map(
    to.places.flatMap(({ id }) => {
      const old = touchpoints.byId.get(id) ?? notes.byId.get(id);
      return old ? [[id, old] as const] : [];
    }),
  );
  const between = (part: number): Preview => ({
    places: to.places.map(({ id, at, offset }) => {
      const old = placesBefore.get(id) ?? { at, offset };
      return { id, at: mix(old.at, at, part), offset: mix(old.offset, offset, part) };
    }),
    stages: to.stages.map(({ id, start, end }) => {
      const old = stages.byId.get(id) ?? { start, end };
      return { id, start: mix(old.start, start, part), end: mix(old.end, end, part) };
    }),
  });
  return () => run(openMap, between);
}

function run(openMap: OpenMap, between: (part: number) => Preview): void {
  const derived = derivedOf(openMap.mirror);
  let start: number | null = null;
  let isOver = false;
  const stop = (): void => {
    if (isOver) return;
    isOver = true;
    derived.preview(null);
    for (const type of ['pointerdown', 'keydown', 'wheel'])
      window.removeEventListener(type, stop, { capture: true });
  };
  const frame = (now: number): void => {
    if (isOver) return;
    start ??= now;
    const part = (now - start) / durationMs;
    if (part >= 1) return stop();
    derived.preview(between(1 - (1 - part) ** 3));
    requestAnimationFrame(frame);
  };
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(type, stop, { capture: true, passive: true });
  derived.preview(between(0));
  requestAnimationFrame(frame);
}

/** Tracks and their labels slide by the style sheet; `data-arranging` says for how long. */
function slideTracks(): () => void {
  const stage = document.querySelector<HTMLElement>('.canvas-stage');
  if (!stage) return () => undefined;
  stage.dataset['arranging'] = '';
  return () => setTimeout(() => delete stage.dataset['arranging'], durationMs * 2);
}

function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
