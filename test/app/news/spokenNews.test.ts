import { describe, expect, test } from 'vitest';
import { startSpokenNews } from '../../../src/app/news/spokenNews';
import { attachSystem } from '../../../src/commands/attachSystem';
import type { CommandContext } from '../../../src/commands/command';
import { createTouchpoint } from '../../../src/commands/createTouchpoint';
import { deleteRecords } from '../../../src/commands/deleteRecords';
import { moveTouchpoints } from '../../../src/commands/moveTouchpoints';
import { redo, undo } from '../../../src/commands/undoRedo';
import { updateRecord } from '../../../src/commands/updateRecord';
import { JourneyDocument } from '../../../src/doc/journeyDocument';
import { createMirror } from '../../../src/store/mirror';
import { openTestMap } from '../../canvas/openTestMap';

/** A map somebody listens to, and a colleague whose edits arrive when they send them. */
function listening() {
  const { map } = openTestMap((m) => {
    m.stage('Buying', 0, 2.5);
    m.touchpoint('Look', { at: 1 });
    m.touchpoint('Pay', { at: 2 }).after('Look');
    m.touchpoint('Collect', { at: 3 }).after('Pay').uses('Till');
  });
  const spoken: string[] = [];
  let due: { readonly run: () => void; readonly ms: number }[] = [];
  let reads = true;
  const stop = startSpokenNews(map, {
    say: (text) => spoken.push(text),
    readsOthers: () => reads,
    schedule: (run, ms) => {
      const job = { run, ms };
      due.push(job);
      return () => {
        due = due.filter((one) => one !== job);
      };
    },
  });
  const document = new JourneyDocument({ entropy: map.document.entropy, actor: 'jon' });
  document.applyUpdate(map.document.encode());
  const mirror = createMirror(document);
  const colleague: CommandContext = { document, journey: () => mirror.store.getState().journey };
  const idOf = (title: string): string =>
    [...map.journey().touchpoints.all, ...map.journey().systems.all].find(
      (one) => ('title' in one ? one.title : one.name) === title,
    )?.id ?? '';
  return {
    map,
    colleague,
    spoken,
    stop,
    idOf,
    send: () => map.document.applyUpdate(document.encode()),
    turnOff: () => {
      reads = false;
    },
    /** Lets the time pass that news is gathered for; returns how long that is. */
    wait: (): readonly number[] => {
      const jobs = due;
      due = [];
      for (const { run } of jobs) run();
      return jobs.map(({ ms }) => ms);
    },
  };
}

describe('SAY-1: one’s own acts are said at once', () => {
  test('where what one moved stands now', () => {
    const { map, idOf, spoken, wait } = listening();
    moveTouchpoints.run(map, { moves: [{ id: idOf('Pay'), at: 3.4, offset: 0 }] });
    const [ms] = wait();
    expect(spoken).toEqual(['Pay moved, touchpoint 3 of 3']);
    expect(ms).toBeLessThan(100);
  });

  test('what one deleted, took back and did again; relations that went along are not listed', () => {
    const { map, idOf, spoken, wait } = listening();
    deleteRecords.run(map, { records: [{ kind: 'touchpoints', id: idOf('Pay') }] });
    wait();
    undo.run(map);
    wait();
    redo.run(map);
    wait();
    expect(spoken).toEqual([
      'Touchpoint Pay removed',
      'Undone: Touchpoint Pay added',
      'Redone: Touchpoint Pay removed',
    ]);
  });

  test('nothing of what the keyboard lands on anyway, nor of typing in a field', () => {
    const { map, idOf, spoken, wait } = listening();
    createTouchpoint.run(map, { at: 5, offset: 0, fields: { title: 'Return' } });
    updateRecord.run(map, { kind: 'touchpoints', id: idOf('Pay'), patch: { title: 'Pay now' } });
    wait();
    expect(spoken).toEqual([]);
  });
});

describe('SAY-2: what others do is said in batches', () => {
  test('gathered, each record once by what became of it in the end, the rest as a number', () => {
    const { colleague, idOf, spoken, send, wait } = listening();
    const pay = { kind: 'touchpoints', id: idOf('Pay') } as const;
    for (const title of ['P', 'Pa', 'Pay at', 'Pay at the till']) {
      updateRecord.run(colleague, { ...pay, patch: { title } });
      send();
    }
    attachSystem.run(colleague, { touchpoint: pay.id, system: idOf('Till') });
    for (const title of ['A', 'B', 'C', 'D'])
      createTouchpoint.run(colleague, { at: 6, offset: 0, fields: { title } });
    deleteRecords.run(colleague, { records: [{ kind: 'touchpoints', id: idOf('Look') }] });
    send();
    const [ms, ...others] = wait();
    expect(spoken).toEqual([
      'Others: Touchpoint Look removed; Touchpoint A added; Touchpoint B added; Touchpoint C added; 3 more changes',
    ]);
    expect(ms).toBeGreaterThan(2_000);
    expect(others).toEqual([]);
  });

  test('a new name beside the old one', () => {
    const { colleague, idOf, spoken, send, wait } = listening();
    updateRecord.run(colleague, { kind: 'systems', id: idOf('Till'), patch: { name: 'Store tills' } });
    send();
    wait();
    expect(spoken).toEqual(['Others: System Till is now called Store tills']);
  });

  test('made and deleted within a batch is not worth a word', () => {
    const { colleague, spoken, send, wait } = listening();
    const made = createTouchpoint.run(colleague, { at: 5, offset: 0, fields: { title: 'Return' } });
    send();
    if (made.ok) deleteRecords.run(colleague, { records: [{ kind: 'touchpoints', id: made.value }] });
    send();
    wait();
    expect(spoken).toEqual([]);
  });

  test('SAY-3: not when it is turned off, and no more once the map is left', () => {
    const { colleague, idOf, spoken, send, wait, turnOff, stop } = listening();
    turnOff();
    updateRecord.run(colleague, { kind: 'systems', id: idOf('Till'), patch: { name: 'Store tills' } });
    send();
    expect(wait()).toHaveLength(1);
    updateRecord.run(colleague, { kind: 'systems', id: idOf('Store tills'), patch: { name: 'POS' } });
    send();
    stop();
    expect(wait()).toEqual([]);
    expect(spoken).toEqual([]);
  });
});
