import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freePlace } from '../../src/layout/freePlace';
import type { Geometry, Rect } from '../../src/layout/geometry';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { card } from '../../src/layout/metrics';
import { overlaps } from '../../src/layout/rectangles';
import { curveBetween, meanPerPlace, smoothPath } from '../../src/layout/experienceBand';
import { xOfAt, yOfOffset } from '../../src/layout/timelineScale';
import { visibleIds } from '../../src/layout/visibleIds';
import type { Journey } from '../../src/model/resolve';
import { buildMap, editRecord } from '../support/mapBuilder';

const at = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.constantFrom(-1e7, 1e7, 0),
);
const offset = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.double({ min: -10, max: 50, noNaN: true }));
const emotion = fc.option(fc.double({ min: -2, max: 2, noNaN: true }));
const index = fc.nat({ max: 9 });
const pairs = fc.array(fc.tuple(index, index), { maxLength: 15 });

const journeys: fc.Arbitrary<Journey> = fc
  .record({
    touchpoints: fc.array(fc.record({ at, offset, emotion }), { minLength: 1, maxLength: 10 }),
    stages: fc.array(fc.tuple(at, at), { maxLength: 8 }),
    transitions: fc.array(fc.tuple(index, fc.option(index)), { maxLength: 15 }),
    usages: pairs,
    flows: pairs,
    touchpointFlows: pairs,
    owners: fc.array(fc.tuple(index, fc.constantFrom('marketing', 'it', 'sales', null)), { maxLength: 8 }),
    notes: fc.array(fc.tuple(at, offset, fc.string()), { maxLength: 3 }),
  })
  .map((given) => {
    const touchpoint = (i: number): string => `T${i % given.touchpoints.length}`;
    return buildMap((m) => {
      for (const [i, fields] of given.touchpoints.entries()) m.touchpoint(`T${i}`, fields);
      for (const [i, [start, end]] of given.stages.entries()) m.stage(`Stage ${i}`, start, end);
      for (const [from, to] of given.transitions)
        m.transition(touchpoint(from), to === null ? null : touchpoint(to));
      for (const [from, to] of given.usages) m.usage(touchpoint(from), `S${to}`);
      for (const [from, to] of given.flows)
        m.flow(`S${from}`, `S${to}`, { data: [`D${from}`], latency: 'daily' });
      for (const [from, to] of given.touchpointFlows)
        m.flow(touchpoint(from), to % 2 ? `S${to}` : touchpoint(to));
      for (const [system, of] of given.owners) {
        m.party(`P${of}`, of).system(`S${system}`, { owner: `P${of}` });
      }
      for (const [i, [place, row, text]] of given.notes.entries())
        m.note(`N${i}`, { at: place, offset: row, text });
    }).journey();
  });

function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Map) return [...value.values()].every(isFiniteThroughout);
  return typeof value !== 'object' || value === null || Object.values(value).every(isFiniteThroughout);
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width - 1e-6 &&
    outer.y + outer.height >= inner.y + inner.height - 1e-6
  );
}

function placedIn(g: Geometry): readonly { readonly id: string; readonly bounds: Rect }[] {
  return [g.stages, g.cards, g.transitions, g.dropLines, g.tracks, g.flows, g.notes].flat();
}

const pathNumbers = /-?\d+(\.\d+)?/g;

describe('any journey', () => {
  test('LAY-3 has finite numbers only, and bounds that hold everything', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const g = layoutJourney(journey);
        expect(isFiniteThroughout(g)).toBe(true);
        for (const { path } of [...g.transitions, ...g.flows, ...g.dropLines, g.experience]) {
          expect(path).not.toMatch(/NaN|Infinity|undefined|e/);
        }
        for (const { bounds } of placedIn(g)) expect(contains(g.bounds, bounds)).toBe(true);
        for (const flow of g.flows) if (flow.label) expect(contains(flow.bounds, flow.label.rect)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('LAY-1 the same input gives the same output', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        expect(layoutJourney(journey)).toEqual(layoutJourney(journey));
      }),
      { numRuns: 60 },
    );
  });

  test('LAY-11 stages of one row never overlap', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const { stages } = layoutJourney(journey);
        for (const a of stages)
          for (const b of stages) if (a !== b) expect(overlaps(a.rect, b.rect)).toBe(false);
      }),
    );
  });

  test('LAY-13 moving a stage moves no card, line, track or flow', () => {
    fc.assert(
      fc.property(journeys, at, at, (journey, start, end) => {
        const stage = journey.stages.all[0];
        fc.pre(stage !== undefined);
        const before = layoutJourney(journey);
        const after = layoutJourney(
          editRecord(journey, 'stages', stage?.id ?? '', { start, end }),
          {},
          before,
        );
        expect(after.cards).toBe(before.cards);
        expect(after.transitions).toBe(before.transitions);
        expect(after.tracks).toBe(before.tracks);
        expect(after.flows).toBe(before.flows);
        expect(after.experience).toBe(before.experience);
      }),
    );
  });

  test('LAY-2 after any move the geometry equals one made anew, and what is equal is the same', () => {
    fc.assert(
      fc.property(journeys, at, offset, (journey, newAt, newOffset) => {
        const id = journey.touchpoints.all[0]?.id ?? '';
        const before = layoutJourney(journey);
        const moved = editRecord(journey, 'touchpoints', id, { at: newAt, offset: newOffset });
        const after = layoutJourney(moved, {}, before);
        expect(after).toEqual(layoutJourney(moved));
        for (const other of after.cards)
          if (other.id !== id) expect(other).toBe(before.cardById.get(other.id));
        const known = new Map(before.transitions.map((route) => [route.id, route]));
        for (const route of after.transitions) {
          const old = known.get(route.id);
          if (JSON.stringify(old) === JSON.stringify(route)) expect(route).toBe(old);
        }
      }),
    );
  });

  test('LAY-1, LAY-2 after any edits, one after the other, the geometry equals one made anew, and naming moves nothing', () => {
    const edit = fc.record({
      which: index,
      fields: fc.oneof(
        fc.record({ title: fc.string() }),
        fc.record({ at, offset }),
        fc.record({ emotion }),
        fc.constantFrom({ deletedAt: 1 }, { deletedAt: null }),
      ),
    });
    fc.assert(
      fc.property(journeys, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        const ids = start.touchpoints.all.map(({ id }) => id);
        let journey = start;
        let geometry = layoutJourney(start);
        for (const { which, fields } of edits) {
          journey = editRecord(journey, 'touchpoints', ids[which % ids.length] ?? '', fields);
          const next = layoutJourney(journey, {}, geometry);
          expect(next).toEqual(layoutJourney(journey));
          if ('title' in fields) expect(next).toBe(geometry);
          geometry = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('LAY-90 what is seen is exactly what touches the rectangle', () => {
    fc.assert(
      fc.property(
        journeys,
        fc.integer({ min: -500, max: 1500 }),
        fc.integer({ min: 1, max: 3000 }),
        (journey, x, size) => {
          const g = layoutJourney(journey);
          const rect = { x, y: 0, width: size, height: size };
          const seen = visibleIds(g, rect).cards;
          for (const { id, rect: own } of g.cards) {
            const isApart =
              own.x > x + size || own.x + own.width < x || own.y > size || own.y + own.height < 0;
            expect(seen.has(id)).toBe(!isApart);
          }
        },
      ),
    );
  });

  test('LAY-34 a free place is free', () => {
    fc.assert(
      fc.property(
        journeys,
        fc.integer({ min: -2, max: 12 }),
        fc.nat({ max: 4 }),
        (journey, wantedAt, row) => {
          const place = freePlace(journey, wantedAt, row);
          const rect = {
            x: xOfAt(place.at) - card.width / 2,
            y: yOfOffset(place.offset),
            width: card.width,
            height: card.height,
          };
          for (const other of layoutJourney(journey).cards) expect(overlaps(rect, other.rect)).toBe(false);
        },
      ),
    );
  });
});

describe('scale and curve', () => {
  test('LAY-4 x grows with the place and depends on nothing else', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        expect(Math.sign(xOfAt(a) - xOfAt(b))).toBe(Math.sign(a - b));
      }),
    );
  });

  test('LAY-21 the curve never leaves the range between two neighbours', () => {
    const points = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 5000 }), y: fc.integer({ min: 0, max: 160 }) }),
      { minLength: 2, maxLength: 20 },
    );
    fc.assert(
      fc.property(points, (drawn) => {
        const knots = meanPerPlace(drawn.toSorted((a, b) => a.x - b.x));
        fc.pre(knots.length > 1);
        const curves = smoothPath(knots).split('C').slice(1);
        expect(curves).toHaveLength(knots.length - 1);
        for (const [i, curve] of curves.entries()) {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (curve.match(pathNumbers) ?? []).map(Number);
          const a = knots[i] ?? { x: 0, y: 0 };
          const b = knots[i + 1] ?? { x: 0, y: 0 };
          // A Bézier curve lies within the hull of its control points; a tenth is the rounding of paths.
          for (const y of [y1, y2]) {
            expect(y).toBeGreaterThanOrEqual(Math.min(a.y, b.y) - 0.1);
            expect(y).toBeLessThanOrEqual(Math.max(a.y, b.y) + 0.1);
          }
          expect(x1).toBeLessThanOrEqual(x2 + 0.1);
        }
      }),
    );
  });

  test('LAY-24 between two places the curve is drawn as the whole curve runs there', () => {
    const steps = fc.array(
      fc.record({
        by: fc.oneof(fc.constantFrom(0, 0.3, 0.7, 1), fc.nat({ max: 400 })),
        y: fc.nat({ max: 160 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.nat({ max: 3000 }), fc.nat({ max: 1000 }), (moves, from, width) => {
        let x = 0;
        const points = moves.map(({ by, y }, index) => ({ id: `${index}`, x: (x += by), y, emotion: 0 }));
        const part = curveBetween(points, from, from + width);
        const drawn = new Set(piecesOf(part).map(({ text }) => text));
        for (const { text, start, end } of piecesOf(smoothPath(meanPerPlace(points))))
          if (end >= from && start <= from + width) expect(drawn).toContain(text);
        expect(piecesOf(part).length).toBeLessThanOrEqual(piecesOf(smoothPath(meanPerPlace(points))).length);
      }),
      { numRuns: 300 },
    );
  });
});

/** The curves of a path with where each begins and ends, as text with its beginning. */
function piecesOf(path: string): readonly { text: string; start: number; end: number }[] {
  const parts = path.slice(1).split('C');
  return parts.slice(1).map((text, index) => {
    const begin = parts[index]?.split(' ').at(-1) ?? '';
    return {
      text: `${begin} ${text}`,
      start: Number(begin.split(',')[0]),
      end: Number(text.split(' ').at(-1)?.split(',')[0]),
    };
  });
}
