import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionBetween } from '../../src/canvas/connect/connectEnds';
import { endAt } from '../../src/canvas/connect/hitTest';
import { keyName } from '../../src/canvas/keyboard/keyName';
import { draggedSpan } from '../../src/canvas/nodes/useStageDrag';
import { flowLook } from '../../src/canvas/edges/flowLook';
import { transitionLook } from '../../src/canvas/edges/transitionLook';
import { verdicts } from '../../src/analysis/verdict';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { buildMap } from '../support/mapBuilder';

describe('dragging a stage', () => {
  const spans = fc.record({
    start: fc.integer({ min: -40, max: 40 }),
    length: fc.integer({ min: 1, max: 40 }),
  });
  const by = fc.double({ min: -60, max: 60, noNaN: true });

  test('by its body keeps its length', () => {
    fc.assert(
      fc.property(spans, by, ({ start, length }, distance) => {
        const moved = draggedSpan({ start, end: start + length }, 'body', distance);
        expect(moved.end - moved.start).toBeCloseTo(length);
        expect(moved.start).toBeCloseTo(start + distance, 0);
      }),
    );
  });

  test('by an end leaves the other end where it is and never turns it around', () => {
    fc.assert(
      fc.property(spans, by, ({ start, length }, distance) => {
        const end = start + length;
        const first = draggedSpan({ start, end }, 'start', distance);
        const last = draggedSpan({ start, end }, 'end', distance);
        expect(first.end).toBe(end);
        expect(last.start).toBe(start);
        expect(first.start).toBeLessThan(first.end);
        expect(last.start).toBeLessThan(last.end);
      }),
    );
  });
});

describe('connecting', () => {
  const map = buildMap((m) => {
    m.touchpoint('Pay').uses('Gateway');
    m.touchpoint('Collect').uses('Tills');
  });
  const journey = map.journey();
  const geometry = layoutJourney(journey);

  test('what is made follows from the ends', () => {
    const between = (from: string, to: string) => connectionBetween(journey, map.id(from), map.id(to));
    expect(between('Pay', 'Collect')).toBe('transition');
    expect(between('Pay', 'Tills')).toBe('usage');
    expect(between('Tills', 'Pay')).toBe('usage');
    expect(between('Gateway', 'Tills')).toBe('flow');
    expect(between('Pay', 'Pay')).toBeNull();
    expect(connectionBetween(journey, map.id('Pay'), 'gone')).toBeNull();
  });

  test('every card and every track is hit in its middle, and empty space is not', () => {
    for (const { id, rect } of geometry.cards) {
      expect(endAt(geometry, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })).toBe(id);
    }
    for (const { id, bar, y } of geometry.tracks)
      expect(endAt(geometry, { x: bar.x + bar.width / 2, y })).toBe(id);
    expect(endAt(geometry, { x: 5000, y: geometry.visibility.y - 20 })).toBeNull();
  });
});

describe('how lines look', () => {
  test('no two verdicts look the same without colour, but for those that accuse nobody', () => {
    const signs = verdicts.map((verdict) => {
      const { line, badge } = transitionLook(verdict);
      return `${line} ${badge?.displayName ?? ''}`;
    });
    expect(new Set(signs).size).toBe(verdicts.length);
  });

  test('personal data at risk counts before lateness', () => {
    const map = buildMap((m) => m.flow('Shop', 'Ads', { latency: 'daily' }));
    const [flow] = map.journey().dataFlows.all;
    if (!flow) throw new Error('the flow is there');
    expect(flowLook(flow, false)).toMatchObject({ tone: 'late', line: 'dashed' });
    expect(flowLook(flow, true)).toMatchObject({ tone: 'danger', line: 'solid' });
    expect(flowLook({ ...flow, status: 'proposed' }, false).line).toBe('dashed');
  });
});

describe('names of keys', () => {
  const press = (given: Partial<Parameters<typeof keyName>[0]>) =>
    keyName({ key: '', code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...given });

  test.each([
    ['N', { key: 'n', code: 'KeyN' }],
    ['Mod+D', { key: 'd', code: 'KeyD', metaKey: true }],
    ['Mod+Shift+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }],
    ['Shift+1', { key: '!', code: 'Digit1', shiftKey: true }],
    ['Shift+2', { key: '"', code: 'Digit2', shiftKey: true }],
    ['+', { key: '+', code: 'Equal', shiftKey: true }],
    ['-', { key: '-', code: 'Slash' }],
    ['Shift+F10', { key: 'F10', code: 'F10', shiftKey: true }],
  ])('%s', (name, given) => {
    expect(press(given)).toBe(name);
  });
});
