import { derivedOf, isBehind, type DerivedState } from '../../store/derived';
import type { OpenMap } from '../../store/openMap';
import { initialView } from '../../store/view';
import { extentOf } from '../camera/fitViewport';
import { readPalette } from './inks';
import { makeScene } from './makeScene';
import { isLargeMap } from './pictureLevel';
import { Rest } from './rest';
import { runInSlices } from '../../store/runInSlices';
import type { Boxes, Scene } from './scene';
import { pictureFormat, type StoredPicture } from './storedPicture';

/** For so long nothing may have changed before a picture is stored, ms. */
export const storeAfterMs = 2_500;

/**
 * Stores the picture of a large map when it has come to rest after a change, so that the next opening shows it at once
 * (PIC-11). Never while something happens: made a few milliseconds at a time, then handed to the browser. A map that has
 * become small has none. Returns the way to stop.
 */
export function keepPictureStored(openMap: OpenMap, within: HTMLElement): () => void {
  const { keepPicture } = openMap;
  if (!keepPicture) return () => undefined;
  const derived = derivedOf(openMap.mirror).store;
  let stopMaking: (() => void) | null = null;
  const store = (): void => {
    const world = derived.getState();
    if (!isAtRest(world)) return;
    const { lens, personas, hiddenRulers } = openMap.view.getState();
    // What is selected or lit now will not be the next time.
    const steps = makeScene({ world, view: { ...initialView, lens, personas, hiddenRulers } });
    stopMaking = runInSlices(steps, (scene) => void keepPicture(storedPicture(scene, world, within)));
  };
  const rest = new Rest(storeAfterMs, store);
  const schedule = (): void => {
    stopMaking?.();
    stopMaking = null;
    rest.note();
  };
  const stops = [
    derived.subscribe((now, before) => {
      if (now.shown !== before.shown || now.analysis !== before.analysis || now.journey !== before.journey)
        schedule();
    }),
    openMap.view.subscribe((now, before) => {
      const isSame =
        now.lens === before.lens &&
        now.personas === before.personas &&
        now.hiddenRulers === before.hiddenRulers;
      if (!isSame) schedule();
    }),
  ];
  schedule();
  return () => {
    for (const stop of stops) stop();
    stopMaking?.();
    rest.stop();
    if (!isLargeMap(derived.getState().geometry)) void keepPicture(null);
  };
}

/** Whether what is drawn is the map as it is stored, judged, with nothing tried or dragged. */
function isAtRest(world: DerivedState): boolean {
  const isOwn = world.trial === null && world.shown === world.geometry;
  return isOwn && world.analysis !== null && !isBehind(world);
}

function storedPicture(scene: Scene, { geometry }: DerivedState, within: HTMLElement): StoredPicture {
  return {
    format: pictureFormat,
    scene: {
      ...scene,
      stages: withoutIds(scene.stages),
      tracks: withoutIds(scene.tracks),
      cards: withoutIds(scene.cards),
      notes: withoutIds(scene.notes),
    },
    palettes: { light: readPalette(within, 'light'), dark: readPalette(within, 'dark') },
    extent: extentOf(geometry),
  };
}

/** Nothing is asked of a picture; ids would be the larger part of what the browser has to copy. */
function withoutIds(boxes: Boxes): Boxes {
  return { ...boxes, ids: [] };
}
