import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiveSummary } from '../../src/sync/liveSummary';
import { summarise } from '../../src/sync/mapSummary';
import { openTestMap } from '../canvas/openTestMap';
import { randomCommand, runRandomCommand } from '../support/randomCommands';

test('what the list of maps shows of an open map is what the whole document says, after every command', () => {
  fc.assert(
    fc.property(fc.array(randomCommand({ history: true }), { minLength: 1, maxLength: 25 }), (commands) => {
      const { map } = openTestMap((m) => {
        m.stage('Decide', 0, 2);
        m.touchpoint('Look').uses('Shop');
        m.touchpoint('Pay').uses('Gateway').after('Look');
      });
      const summary = new LiveSummary(map.document);
      for (const command of commands) {
        expect(summary.read()).toEqual(summarise(map.document));
        runRandomCommand(map, command);
      }
      expect(summary.read()).toEqual(summarise(map.document));
    }),
    { numRuns: 60 },
  );
});
