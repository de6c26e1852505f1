import { checkFields } from '../model/defineRecord';
import { recordDefinitions } from '../model/kinds';
import { orderKeyBetween } from '../model/orderKeys';
import { defineCommand, refused } from './command';

/** New places, spans and orders, as `src/layout/tidy` works them out. */
export interface NewArrangement {
  /** Touchpoints and notes. */
  readonly places: readonly { readonly id: string; readonly at: number; readonly offset: number }[];
  readonly stages: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Systems in the order of their tracks, one list a group. */
  readonly tracks: readonly (readonly string[])[];
}

/** Arranges what is on the map anew, as one step. Nothing but places, spans and the order of tracks is changed (TIDY-1). */
export const arrangeRecords = defineCommand({
  id: 'map.arrange',
  run({ document, journey }, { places, stages, tracks }: NewArrangement) {
    const now = journey();
    const moves = places.filter(({ id }) => now.touchpoints.byId.has(id) || now.notes.byId.has(id));
    const spans = stages.filter(({ id }) => now.stages.byId.has(id));
    const orders = tracks.map((ids) => ids.filter((id) => now.systems.byId.has(id)));
    if (moves.length + spans.length + orders.flat().length === 0) return refused('nothing-to-do');
    const doesFit =
      moves.every(
        ({ at, offset }) => checkFields(recordDefinitions.touchpoints, { at, offset }).length === 0,
      ) &&
      spans.every(({ start, end }) => checkFields(recordDefinitions.stages, { start, end }).length === 0);
    if (!doesFit) return refused('invalid');
    return document.change('map.arrange', (writer) => {
      for (const { id, at, offset } of moves)
        writer.update(now.touchpoints.byId.has(id) ? 'touchpoints' : 'notes', id, { at, offset });
      for (const { id, start, end } of spans) writer.update('stages', id, { start, end });
      for (const ids of orders) {
        let last: string | null = null;
        for (const id of ids) {
          last = orderKeyBetween(last, null, document.entropy);
          writer.update('systems', id, { order: last });
        }
      }
      return moves.length + spans.length + orders.flat().length;
    });
  },
});
