import { describe, expect, test } from 'vitest';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { acceptFinding } from '../../src/commands/acceptFinding';
import { deleteRecords } from '../../src/commands/deleteRecords';
import { keepTrial } from '../../src/commands/keepTrial';
import { undo } from '../../src/commands/undoRedo';
import { updateRecord } from '../../src/commands/updateRecord';
import { moveTouchpoints } from '../../src/commands/moveTouchpoints';
import { createDerived } from '../../src/store/derived';
import type { JudgingMeans } from '../../src/store/judging';
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

/** Nothing is judged later, and nowhere but here. */
const never: JudgingMeans = { later: () => undefined, after: () => () => undefined, open: () => null };

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
    const { store } = createDerived(map.mirror, { ...never, later: (work) => waiting.push(work) });
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

  test('ACC-1: what is accepted is drawn as it is: its findings are still found by their record', () => {
    const { map, built } = small();
    const { store } = createDerived(map.mirror, never);
    const step = built.transitionId('Look', 'Pay');
    const finding = store
      .getState()
      .findingsByRecord.get(step)
      ?.find(({ kind }) => kind === 'broken');
    if (!finding) throw new Error('nothing is broken');
    const words = { reason: 'Known', until: null, acceptedBy: '' };
    acceptFinding.run(map, { ...acceptanceOf(finding, map.journey()), ...words });
    const { analysis, findingsByRecord } = store.getState();
    expect(analysis?.accepted.map((one) => one.finding.id)).toEqual([finding.id]);
    expect(analysis?.counts.broken).toBe(0);
    expect(findingsByRecord.get(step)).toContain(finding);
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

describe('a trial', () => {
  const shop = () =>
    openTestMap((m) => {
      m.touchpoint('Pay').uses('Shop');
      m.touchpoint('Collect').uses('Till').after('Pay');
      m.touchpoint('Return').uses('Desk').after('Collect');
      m.flow('Shop', 'Till');
      m.flow('Till', 'Desk', { status: 'proposed' });
    });
  const verdicts = (store: ReturnType<typeof createDerived>['store']): readonly (string | undefined)[] =>
    [...(store.getState().analysis?.continuity.judgements.values() ?? [])].map(({ verdict }) => verdict);

  test('WHAT-4: is drawn and judged beside the map as it is, writes nothing, and goes without a trace', () => {
    const { map, built } = shop();
    const { store, tryOut } = createDerived(map.mirror, never);
    const before = store.getState();
    tryOut({ off: [built.flowId('Shop', 'Till')], on: [built.flowId('Till', 'Desk')] });
    expect(verdicts(store)).toEqual(['broken', 'carried']);
    expect(store.getState().current).toBe(before.analysis);
    expect(map.journey().dataFlows.byId.get(built.flowId('Shop', 'Till'))?.status).toBeNull();
    tryOut(null);
    expect(store.getState()).toMatchObject({ trial: null, current: before.analysis });
    expect(store.getState().analysis).toBe(before.analysis);
    expect(store.getState().geometry).toBe(before.geometry);
  });

  test('WHAT-4: follows edits, and is over when nothing of it is left', () => {
    const { map, built } = shop();
    const { store, tryOut } = createDerived(map.mirror, never);
    const flow = built.flowId('Till', 'Desk');
    tryOut({ off: [], on: [flow] });
    expect(verdicts(store)).toEqual(['carried', 'carried']);
    updateRecord.run(map, {
      kind: 'dataFlows',
      id: built.flowId('Shop', 'Till'),
      patch: { status: 'retired' },
    });
    expect(verdicts(store)).toEqual(['broken', 'carried']);
    deleteRecords.run(map, { records: [{ kind: 'dataFlows', id: flow }] });
    expect(store.getState()).toMatchObject({ trial: null, isFuture: false });
    expect(verdicts(store)).toEqual(['broken', 'broken']);
  });

  test('WHAT-3: keeping it is one step of undo, and the map is what the trial showed', () => {
    const { map, built } = shop();
    const { store, tryOut } = createDerived(map.mirror, never);
    const added = [
      { id: 'new', from: built.id('Shop', 'systems'), to: built.id('Desk', 'systems'), dataObjects: [] },
    ];
    const trial = { off: [built.id('Till', 'systems')], on: [built.flowId('Till', 'Desk')], added };
    tryOut(trial);
    const shown = verdicts(store);
    tryOut(null);
    expect(keepTrial.run(map, trial)).toEqual({ ok: true, value: 3 });
    expect(verdicts(store)).toEqual(shown);
    expect(keepTrial.run(map, { off: trial.off, on: ['gone'] })).toEqual({
      ok: false,
      reason: 'nothing-to-do',
    });
    undo.run(map);
    expect(map.journey().dataFlows.all).toHaveLength(2);
    expect(map.journey().systems.byId.get(built.id('Till', 'systems'))?.lifecycle).toBeNull();
  });

  test('FUT-2: the future is shown in the same way and follows every edit', () => {
    const { map, built } = shop();
    const { store, tryOut } = createDerived(map.mirror, never);
    tryOut('future');
    expect(store.getState().isFuture).toBe(true);
    expect(verdicts(store)).toEqual(['carried', 'carried']);
    updateRecord.run(map, {
      kind: 'systems',
      id: built.id('Desk', 'systems'),
      patch: { lifecycle: 'phasing-out' },
    });
    expect(verdicts(store)).toEqual(['carried', 'unknown']);
    tryOut({ off: [built.flowId('Shop', 'Till')], on: [] });
    expect(store.getState().isFuture).toBe(false);
  });
});

test.each([
  [120, 'a curve'],
  [121, 'straight'],
])('PIC-14: dragged in a map of %i touchpoints, a card has lines that are %s', (size, kind) => {
  const { map, built } = openTestMap((m) => {
    for (let i = 0; i < size; i++) {
      const step = m.touchpoint(`Step ${i}`, { at: i * 2, offset: i % 2 }).uses('Shop');
      if (i > 0) step.after(`Step ${i - 1}`);
    }
  });
  const { store, preview } = createDerived(map.mirror, never);
  const before = store.getState().geometry;
  const id = built.id('Step 5');
  preview({ places: [{ id, at: 10.3, offset: 2 }], stages: [] });
  const { shown } = store.getState();
  const own = shown.transitions.filter(({ from, to }) => from === id || to === id);
  const others = shown.transitions.filter((route) => !own.includes(route));
  expect(own).toHaveLength(2);
  expect(others.every((route) => before.transitions.includes(route))).toBe(true);
  expect(own.every(({ path }) => /^M[-\d.,]+L[-\d.,]+$/.test(path))).toBe(kind === 'straight');
  expect(shown.dropLines.filter((line) => !before.dropLines.includes(line)).map((line) => line.id)).toEqual(
    kind === 'straight' ? [id] : expect.arrayContaining([id]),
  );
  if (kind === 'straight')
    expect([shown.tracks, shown.experience]).toEqual([before.tracks, before.experience]);
});
