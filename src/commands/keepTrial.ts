import type { DataFlow } from '../model/records/dataFlow';
import { defineCommand, refused } from './command';

/** What a trial holds: ids of systems and flows, and flows that were only sketched for it. */
export interface KeptTrial {
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly added?: readonly (Pick<DataFlow, 'from' | 'to' | 'dataObjects'> & {
    readonly from: string;
    readonly to: string;
  })[];
}

/**
 * Makes the map what a trial of it showed (WHAT-3), in one step of undo: what was switched off is retired, what was
 * switched on is live, what was sketched is there and live. What is gone meanwhile is passed over. Returns how many
 * records changed or were made.
 */
export const keepTrial = defineCommand({
  id: 'trial.keep',
  run({ document, journey }, { off, on, added = [] }: KeptTrial) {
    const { systems, dataFlows, touchpoints } = journey();
    const isEnd = (id: string): boolean => systems.byId.has(id) || touchpoints.byId.has(id);
    const states = new Map<string, 'retired' | 'live'>();
    for (const id of on) states.set(id, 'live');
    for (const id of off) states.set(id, 'retired');
    const changed = [...states].filter(([id, state]) => {
      const record = systems.byId.get(id) ?? dataFlows.byId.get(id);
      return record !== undefined && ('lifecycle' in record ? record.lifecycle : record.status) !== state;
    });
    const made = added.filter(({ from, to }) => isEnd(from) && isEnd(to));
    if (changed.length + made.length === 0) return refused('nothing-to-do');
    return document.change('trial.keep', (writer) => {
      for (const [id, state] of changed) {
        if (systems.byId.has(id)) writer.update('systems', id, { lifecycle: state });
        else writer.update('dataFlows', id, { status: state });
      }
      for (const { from, to, dataObjects } of made)
        writer.create('dataFlows', { from, to, dataObjects, status: 'live' });
      return changed.length + made.length;
    });
  },
});
