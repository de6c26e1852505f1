import { describe, expect, test } from 'vitest';
import { updateRecord } from '../../src/commands/updateRecord';
import { moveTouchpoints } from '../../src/commands/moveTouchpoints';
import { createDerived } from '../../src/store/derived';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { openTestMap } from './openTestMap';

const small = () =>
  openTestMap((m) => {
    m.stage('Decide', 0, 2);
    m.touchpoint('Look').uses('Shop');
    m.touchpoint('Pay').uses('Gateway').after('Look');
  });

/** More than is laid out whole, and judged at once, with every change. */
const large = () =>
  openTestMap((m) => {
    for (let i = 0; i < 700; i++) {
      const step = m.touchpoint(`Step ${i}`, { offset: i % 2 });
      if (i > 0) step.after(`Step ${i - 1}`);
    }
  });

const never = (): void => undefined;

describe('what follows from a journey', () => {
  test('a change of a title leaves the geometry the same object', () => {
    const { map, built } = small();
    const { store } = createDerived(map.mirror, never);
    const { geometry } = store.getState();
    updateRecord.run(map, { kind: 'touchpoints', id: built.id('Pay'), patch: { title: 'Pay now' } });
    expect(store.getState().geometry).toBe(geometry);
    expect(store.getState().shown).toBe(geometry);
  });

  test('a small journey is judged at once, a large one when there is time, once for many changes', () => {
    expect(createDerived(small().map.mirror, never).store.getState().analysis?.counts.broken).toBe(1);
    const { map, built } = large();
    const waiting: (() => void)[] = [];
    const { store } = createDerived(map.mirror, (work) => waiting.push(work));
    expect(store.getState().analysis).toBeNull();
    for (const title of ['A', 'B']) {
      updateRecord.run(map, { kind: 'touchpoints', id: built.id('Step 1'), patch: { title } });
    }
    expect(waiting.length).toBe(1);
    waiting[0]?.();
    expect(store.getState().analysis?.journey).toBe(map.journey());
  });

  test('findings are found by the record they are about', () => {
    const { map, built } = small();
    const { findingsByRecord } = createDerived(map.mirror, never).store.getState();
    const kinds = findingsByRecord.get(built.transitionId('Look', 'Pay'))?.map(({ kind }) => kind);
    expect(kinds).toContain('broken');
  });
});

describe.each([
  ['a small map', small, 'Pay'],
  ['a large map', large, 'Step 5'],
] as const)('dragging in %s', (_name, open, title) => {
  test('shows the card where the pointer has it and leaves the document alone', () => {
    const { map, built } = open();
    const { store, preview } = createDerived(map.mirror, never);
    const before = store.getState().geometry;
    const id = built.id(title);
    preview({ places: [{ id, at: 7.3, offset: 0.4 }], stages: [] });
    const { shown, geometry } = store.getState();
    expect(geometry).toBe(before);
    expect(shown.cardById.get(id)).toMatchObject({ centerX: 7.3 * 108, offset: 0.4 });
    expect(shown.cards.find((card) => card.id === id)).toBe(shown.cardById.get(id));
    const others = shown.cards.filter((card) => card.id !== id);
    expect(others.every((card) => before.cardById.get(card.id) === card)).toBe(true);
    preview(null);
    expect(store.getState().shown).toBe(before);
  });

  test('and letting go shows what the document then says', () => {
    const { map, built } = open();
    const { store, preview } = createDerived(map.mirror, never);
    const id = built.id(title);
    preview({ places: [{ id, at: 7.3, offset: 0.4 }], stages: [] });
    moveTouchpoints.run(map, { moves: [{ id, at: 7.5, offset: 0 }] });
    preview(null);
    expect(store.getState().shown).toEqual(layoutJourney(map.journey()));
  });
});
