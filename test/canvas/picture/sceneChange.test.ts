import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeScene, type SceneSource } from '../../../src/canvas/picture/makeScene';
import { runToEnd } from '../../../src/layout/runToEnd';
import type { Scene } from '../../../src/canvas/picture/scene';
import { sceneChange } from '../../../src/canvas/picture/sceneChange';
import { updateRecord } from '../../../src/commands/updateRecord';
import { createDerived } from '../../../src/store/derived';
import type { JudgingMeans } from '../../../src/store/judging';
import { initialView } from '../../../src/store/view';
import { openTestMap } from '../openTestMap';
import { randomCommand, runRandomCommand } from '../../support/randomCommands';

/** Small maps are judged at once. */
const never: JudgingMeans = { later: () => undefined, after: () => () => undefined, open: () => null };

function open() {
  const { map, built } = openTestMap((m) => {
    m.party('Brand', 'marketing').party('Retail IT', 'it');
    m.stage('Decide', 0, 2);
    m.touchpoint('Look', { emotion: 1, owner: 'Brand' }).uses('Shop');
    m.touchpoint('Pay', { emotion: -1 }).uses('Gateway').after('Look');
    m.flow('Shop', 'Gateway');
  });
  return { map, built, store: createDerived(map.mirror, never).store };
}

function sceneOf(world: SceneSource['world']): Scene {
  return runToEnd(makeScene({ world, view: initialView }));
}

const withoutTitles = (scene: Scene): Scene => ({ ...scene, cards: { ...scene.cards, texts: [] } });

describe('what a change does to the picture', () => {
  test('PIC-3, PIC-8: a title is not seen where it cannot be read, everything else is', () => {
    const { map, built, store } = open();
    const changeBy = (run: () => unknown) => {
      const before = store.getState();
      run();
      return sceneChange(store.getState(), before);
    };
    const pay = { kind: 'touchpoints', id: built.id('Pay') } as const;
    expect(changeBy(() => undefined)).toBe('nothing');
    expect(changeBy(() => updateRecord.run(map, { ...pay, patch: { title: 'Pay now' } }))).toBe('titles');
    expect(changeBy(() => updateRecord.run(map, { ...pay, patch: { emotion: 2 } }))).toBe('anything');
    const shop = { kind: 'systems', id: built.id('Shop'), patch: { standing: 'shadow' } } as const;
    expect(changeBy(() => updateRecord.run(map, shop))).toBe('anything');
  });

  test('PIC-8: a scene that is not made anew is the one that would be made', () => {
    fc.assert(
      fc.property(fc.array(randomCommand({ history: true }), { minLength: 1, maxLength: 12 }), (commands) => {
        const { map, store } = open();
        for (const command of commands) {
          const before = store.getState();
          runRandomCommand(map, command);
          const now = store.getState();
          const change = sceneChange(now, before);
          if (change === 'nothing') expect(sceneOf(now)).toEqual(sceneOf(before));
          if (change === 'titles')
            expect(withoutTitles(sceneOf(now))).toEqual(withoutTitles(sceneOf(before)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
