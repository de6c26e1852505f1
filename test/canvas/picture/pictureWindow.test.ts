import { expect, test } from 'vitest';
import { minimumZoomOf, wholeViewport } from '../../../src/canvas/camera/fitViewport';
import { isLargeMap, pictureLevel, smallMap } from '../../../src/canvas/picture/pictureLevel';
import { placeOnScreen, serves, viewToDraw } from '../../../src/canvas/picture/pictureWindow';
import { brokenLines } from '../../../src/canvas/picture/writeTexts';
import { layoutJourney } from '../../../src/layout/layoutJourney';
import { buildMap } from '../../support/mapBuilder';

const screen = { width: 1_000, height: 600 };
const viewport = { x: -300, y: 40, zoom: 0.2 };

function mapOf(touchpoints: number) {
  return layoutJourney(
    buildMap((m) => {
      for (let place = 0; place < touchpoints; place++) m.touchpoint(`Step ${place}`, { at: place });
    }).journey(),
  );
}

test('PIC-1: a map is large from the 401st record on', () => {
  expect(isLargeMap(mapOf(smallMap))).toBe(false);
  expect(isLargeMap(mapOf(smallMap + 1))).toBe(true);
});

test('PIC-2: a large map is a picture below 50 %, a small one never', () => {
  expect(pictureLevel(true, 0.49)).toBe('picture');
  expect(pictureLevel(true, 0.5)).toBe('nodes');
  expect(pictureLevel(false, 0.01)).toBe('nodes');
});

test('PIC-8: a picture lies where the map is and reaches a quarter of the screen beyond it', () => {
  const picture = viewToDraw(viewport, screen, 2);
  expect([picture.width, picture.height]).toEqual([3_000, 1_800]);
  expect(placeOnScreen(picture, viewport)).toEqual({ x: -250, y: -150, zoom: 1 });
  expect(placeOnScreen(picture, { ...viewport, x: viewport.x + 30 })).toEqual({ x: -220, y: -150, zoom: 1 });
});

test('PIC-8: a picture serves until the view nears its edge or its zoom differs by 15 %', () => {
  const picture = viewToDraw(viewport, screen, 1);
  expect(serves(picture, viewport, screen)).toBe('exactly');
  expect(serves(picture, { ...viewport, x: viewport.x + 160 }, screen)).toBe('exactly');
  expect(serves(picture, { ...viewport, x: viewport.x + 200 }, screen)).toBe('no');
  expect(serves(picture, { ...viewport, y: viewport.y - 140 }, screen)).toBe('no');
  const nearer = { x: viewport.x, y: viewport.y, zoom: viewport.zoom * 1.1 };
  expect(serves(picture, nearer, screen)).toBe('roughly');
  expect(serves(picture, { ...nearer, zoom: viewport.zoom * 1.2 }, screen)).toBe('no');
});

test('PIC-9: one can zoom out until all of a long map is in view, and to a tenth of a short one', () => {
  const long = mapOf(600);
  const least = minimumZoomOf(long, screen);
  expect(least * long.bounds.width).toBeLessThan(screen.width);
  const whole = wholeViewport(long, screen);
  expect(whole.zoom).toBeGreaterThanOrEqual(least);
  const last = long.cards.at(-1)?.rect ?? { x: 0, width: 0 };
  expect(whole.x + (last.x + last.width) * whole.zoom).toBeLessThanOrEqual(screen.width);
  expect(minimumZoomOf(mapOf(3), screen)).toBe(0.1);
});

test('PIC-3: a title is broken into lines of whole words, and says when there is more of it', () => {
  expect(brokenLines('Pay for the invoice', 9, 3)).toEqual(['Pay for', 'the', 'invoice']);
  expect(brokenLines('Pay for the invoice', 9, 1)).toEqual(['Pay for…']);
  expect(brokenLines('Rechtsschutzversicherung', 9, 2)).toEqual(['Rechtssc…']);
  expect(brokenLines('', 9, 2)).toEqual([]);
});
