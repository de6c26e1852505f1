import type { DataFlow } from '../model/records/dataFlow';
import { defineCommand, refused } from './command';

export type NewDataFlow = Partial<Omit<DataFlow, 'id'>> & {
  readonly from: string;
  readonly to: string;
  /** Making an end and drawing the flow to it are one step of undo when they have the same gesture. */
  readonly gesture?: string;
};

/** Draws a data flow between two ends (systems or touchpoints). Returns its id. Several between the same ends are fine. */
export const createDataFlow = defineCommand({
  id: 'data-flow.create',
  run({ document, journey }, { gesture, ...fields }: NewDataFlow) {
    const { systems, touchpoints } = journey();
    const exists = (id: string): boolean => systems.byId.has(id) || touchpoints.byId.has(id);
    if (!exists(fields.from) || !exists(fields.to)) return refused('not-found');
    if (fields.from === fields.to) return refused('invalid');
    return document.change('data-flow.create', (writer) => writer.create('dataFlows', fields), gesture);
  },
});
