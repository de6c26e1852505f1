import { describe, expect, test } from 'vitest';
import { analysisHost } from '../../src/analysis/background/analysisHost';
import type { FromWorker, ToWorker } from '../../src/analysis/background/protocol';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { acceptFinding } from '../../src/commands/acceptFinding';
import { undo } from '../../src/commands/undoRedo';
import { updateRecord } from '../../src/commands/updateRecord';
import { createDerived, isBehind } from '../../src/store/derived';
import { openTestMap } from '../canvas/openTestMap';

/** More than is judged at once. The last step leads from Shop to Till, between which there is no flow. */
const large = () =>
  openTestMap((m) => {
    for (let i = 0; i < 650; i++) {
      const step = m.touchpoint(`Step ${i}`).uses('Shop');
      if (i > 0) step.after(`Step ${i - 1}`);
    }
    m.touchpoint('Collect').uses('Till').after('Step 649');
    m.flow('Shop', 'Desk');
  });

/** A line on which messages wait until they are let through. */
function slowLine() {
  const sent: ToWorker[] = [];
  const later: (() => void)[] = [];
  const hangUp: (() => void)[] = [];
  const answers: FromWorker[] = [];
  let heard: ((message: FromWorker) => void) | null = null;
  let host: ((message: ToWorker) => void) | null = null;
  let isClosed = false;
  return {
    sent,
    later,
    hangUp,
    isClosed: () => isClosed,
    /** Delivers what was sent, and what is answered to it. */
    deliver() {
      const messages = sent.splice(0);
      for (const message of messages) host?.(structuredClone(message));
      for (const answer of answers.splice(0)) heard?.(structuredClone(answer));
    },
    means: {
      later: (work: () => void) => later.push(work),
      after: (ms: number, work: () => void) => {
        if (ms === 0) work();
        return () => undefined;
      },
      open: (hear: (message: FromWorker) => void, lost: () => void) => {
        heard = hear;
        hangUp.push(lost);
        host = analysisHost((message) => answers.push(message));
        return {
          post: (message: ToWorker) => sent.push(message),
          close: () => {
            isClosed = true;
          },
        };
      },
    },
  };
}

describe('a large map', () => {
  const follow = () => {
    const opened = large();
    const line = slowLine();
    const derived = createDerived(opened.map.mirror, line.means);
    return { ...opened, line, derived, state: () => derived.store.getState() };
  };
  const lastStep = ({ built }: ReturnType<typeof follow>): string =>
    built.transitionId('Step 649', 'Collect');

  test('BG-5: is handed over when its cards are there, as it is by then', () => {
    const opened = large();
    const line = slowLine();
    const waiting: (() => void)[] = [];
    const derived = createDerived(opened.map.mirror, {
      ...line.means,
      opened: (work) => waiting.push(work),
    });
    const flow = opened.built.flowId('Shop', 'Desk');
    const patch = { to: opened.built.id('Till', 'systems') };
    updateRecord.run(opened.map, { kind: 'dataFlows', id: flow, patch });
    expect([line.sent.length, waiting.length]).toEqual([0, 1]);
    waiting.shift()?.();
    line.deliver();
    const { analysis } = derived.store.getState();
    expect(analysis?.journey).toBe(opened.map.journey());
    const step = opened.built.transitionId('Step 649', 'Collect');
    expect(analysis?.continuity.judgements.get(step)?.verdict).toBe('carried');
  });

  test('BG-2: shows what was found before until there is an answer, and knows that it does', () => {
    const open = follow();
    const { map, built, line, state } = open;
    const verdict = () => state().analysis?.continuity.judgements.get(lastStep(open))?.verdict;
    expect(state().analysis).toBeNull();
    line.deliver();
    expect([verdict(), isBehind(state())]).toEqual(['broken', false]);
    const flow = built.flowId('Shop', 'Desk');
    updateRecord.run(map, { kind: 'dataFlows', id: flow, patch: { to: built.id('Till', 'systems') } });
    expect([verdict(), isBehind(state())]).toEqual(['broken', true]);
    line.deliver();
    expect([verdict(), isBehind(state())]).toEqual(['carried', false]);
    expect(state().analysis?.journey).toBe(map.journey());
    expect(
      state()
        .findingsByRecord.get(lastStep(open))
        ?.some(({ kind }) => kind === 'broken') ?? false,
    ).toBe(false);
  });

  test('BG-2: of many changes while an answer is on its way only the latest is asked about', () => {
    const { map, built, line, state } = follow();
    for (const title of ['A', 'B', 'C'])
      updateRecord.run(map, { kind: 'touchpoints', id: built.id('Step 1'), patch: { title } });
    expect(line.sent.filter(({ type }) => type === 'judge')).toHaveLength(1);
    line.deliver();
    expect(isBehind(state())).toBe(true);
    expect(line.sent.filter(({ type }) => type === 'judge')).toHaveLength(1);
    line.deliver();
    expect([line.sent, isBehind(state())]).toEqual([[], false]);
  });

  test('BG-2: a trial has no difference until it is judged, and is over at once', () => {
    const open = follow();
    const { built, line, derived, state } = open;
    line.deliver();
    const before = state().analysis;
    const added = [
      { id: 'new', from: built.id('Shop', 'systems'), to: built.id('Till', 'systems'), dataObjects: [] },
    ];
    derived.tryOut({ off: [], on: [], added });
    expect([state().analysis === before, isBehind(state())]).toEqual([true, true]);
    line.deliver();
    expect(state().current).toMatchObject({ findings: before?.findings });
    expect(state().analysis?.continuity.judgements.get(lastStep(open))?.verdict).toBe('carried');
    expect(isBehind(state())).toBe(false);
    derived.tryOut(null);
    expect(state().analysis).toBe(state().current);
    expect([isBehind(state()), state().findingsByRecord.get(lastStep(open))?.[0]?.kind]).toEqual([
      false,
      'broken',
    ]);
  });

  test('ACC-1, BG-1: what is accepted is known on either side, and comes back', () => {
    const open = follow();
    const { map, line, state } = open;
    line.deliver();
    const finding = state().findingsByRecord.get(lastStep(open))?.[0];
    if (!finding) throw new Error('nothing is broken');
    const words = { reason: 'Known', until: null, acceptedBy: '' };
    acceptFinding.run(map, { ...acceptanceOf(finding, map.journey()), ...words });
    line.deliver();
    const { analysis } = state();
    expect(analysis?.accepted.map((one) => [one.finding, one.acceptance.reason])).toEqual([
      [finding, 'Known'],
    ]);
    expect(analysis?.open).toHaveLength((analysis?.findings.length ?? 0) - 1);
    undo.run(map);
    line.deliver();
    expect(state().analysis?.accepted).toEqual([]);
    expect(state().analysis?.open).toBe(state().analysis?.findings);
  });

  test('BG-4: when the line breaks the page judges by itself, and goes on to', () => {
    const open = follow();
    const { map, built, line, state } = open;
    line.hangUp[0]?.();
    expect([line.isClosed(), state().analysis]).toEqual([true, null]);
    line.later.shift()?.();
    expect(state().analysis?.continuity.judgements.get(lastStep(open))?.verdict).toBe('broken');
    updateRecord.run(map, { kind: 'touchpoints', id: built.id('Step 1'), patch: { title: 'A' } });
    expect(isBehind(state())).toBe(true);
    line.later.shift()?.();
    expect([isBehind(state()), line.hangUp.length]).toEqual([false, 1]);
  });

  test('BG-4: the worker ends with the map', () => {
    const { map, line } = follow();
    expect(line.isClosed()).toBe(false);
    map.mirror.stop();
    expect(line.isClosed()).toBe(true);
  });
});
