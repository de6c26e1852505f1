import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centreViewport,
  fitViewport,
  freeArea,
  extentOf,
  openingViewport,
  startingViewport,
  revealViewport,
} from '../../src/canvas/camera/fitViewport';
import { layoutJourney } from '../../src/layout/layoutJourney';
import type { Rect } from '../../src/layout/geometry';
import type { Viewport } from '../../src/store/view';
import { buildMap } from '../support/mapBuilder';

const screens = fc.record({
  width: fc.integer({ min: 600, max: 2600 }),
  height: fc.integer({ min: 420, max: 1600 }),
});
const rects = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: 1, max: 2800 }),
  height: fc.integer({ min: 1, max: 2400 }),
});

function onScreen({ x, y, width, height }: Rect, view: Viewport): Rect {
  return {
    x: x * view.zoom + view.x,
    y: y * view.zoom + view.y,
    width: width * view.zoom,
    height: height * view.zoom,
  };
}

function liesIn(inner: Rect, outer: Rect): boolean {
  const slack = 1.5;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

describe('fitting', () => {
  test('never cuts anything off, by the gutter or by the strip', () => {
    fc.assert(
      fc.property(screens, rects, (screen, rect) => {
        for (const view of [fitViewport(rect, screen), centreViewport(rect, screen)]) {
          expect(view.zoom).toBeLessThanOrEqual(1);
          expect(liesIn(onScreen(rect, view), freeArea(screen, view.zoom))).toBe(true);
        }
      }),
    );
  });

  test('revealing shows what fits, keeps the zoom, and does nothing when it is shown already', () => {
    fc.assert(
      fc.property(screens, rects, fc.double({ min: 0.1, max: 2, noNaN: true }), (screen, rect, zoom) => {
        const free = freeArea(screen, zoom);
        fc.pre(rect.width * zoom <= free.width - 48 && rect.height * zoom <= free.height - 48);
        const shown = revealViewport({ x: 0, y: 0, zoom }, rect, screen);
        expect(shown.zoom).toBe(zoom);
        expect(liesIn(onScreen(rect, shown), free)).toBe(true);
        expect(revealViewport(shown, rect, screen)).toBe(shown);
      }),
    );
  });
});

describe('opening', () => {
  const screen = { width: 1048, height: 848 };

  test('an ordinary map opens whole', () => {
    const geometry = layoutJourney(
      buildMap((m) => {
        for (let i = 0; i < 10; i++) m.touchpoint(`Step ${i}`, { offset: i % 2 }).uses(`System ${i}`);
      }).journey(),
    );
    const view = openingViewport(extentOf(geometry), screen);
    for (const { bounds } of [...geometry.cards, ...geometry.tracks]) {
      expect(liesIn(onScreen(bounds, view), freeArea(screen, view.zoom))).toBe(true);
    }
  });

  test('a map too long to be read as a whole opens at its beginning, legibly', () => {
    const geometry = layoutJourney(
      buildMap((m) => {
        for (let i = 0; i < 200; i++) m.touchpoint(`Step ${i}`);
      }).journey(),
    );
    const view = openingViewport(extentOf(geometry), screen);
    const [first] = geometry.cards;
    expect(view.zoom).toBeGreaterThan(0.5);
    expect(first && liesIn(onScreen(first.bounds, view), freeArea(screen, view.zoom))).toBe(true);
  });
});

test('PIC-12: a map opens as it was left, or as for the first time where nothing of it would be seen', () => {
  const screen = { width: 1_000, height: 600 };
  const extent = {
    content: { x: 0, y: 0, width: 4_000, height: 500 },
    bounds: { x: 0, y: 0, width: 4_000, height: 500 },
  };
  const left = { x: -800, y: 20, zoom: 0.7 };
  const first = openingViewport(extent, screen);
  expect(startingViewport(null, extent, screen)).toEqual(first);
  expect(startingViewport(left, extent, screen)).toEqual(left);
  for (const lost of [
    { ...left, x: -2_900 },
    { ...left, x: screen.width + 1 },
    { ...left, y: -360 },
    { ...left, y: screen.height + 1 },
    { ...left, zoom: 3 },
    { ...left, zoom: 0.0001 },
  ])
    expect(startingViewport(lost, extent, screen)).toEqual(first);
  expect(startingViewport({ ...left, x: -2_900 }, { ...extent, content: null }, screen).x).toBe(-2_900);
});
