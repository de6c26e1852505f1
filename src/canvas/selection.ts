import type { RecordRef } from '../model/kinds';
import type { ViewStore } from '../store/view';

/** Keys held during a click that add to a selection. */
export interface ClickKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Whether a click adds to the selection rather than starting it anew. */
export function isAdding({ shiftKey, ctrlKey, metaKey }: ClickKeys): boolean {
  return shiftKey || ctrlKey || metaKey;
}

/** Selects these records; the last one is where the keyboard goes on from. */
export function select(view: ViewStore, records: readonly RecordRef[]): void {
  const before = view.getState().selection;
  const isSame =
    before.length === records.length && before.every((record, index) => record.id === records[index]?.id);
  if (!isSame) view.setState({ selection: records });
}

/**
 * What a click on a record does: selects it alone, or adds it to or takes it out of the selection.
 * @param selection what was selected when the pointer went down
 */
export function clickRecord(
  view: ViewStore,
  record: RecordRef,
  keys: ClickKeys,
  selection: readonly RecordRef[] = view.getState().selection,
): void {
  if (!isAdding(keys)) return select(view, [record]);
  const others = selection.filter(({ id }) => id !== record.id);
  select(view, others.length < selection.length ? others : [...selection, record]);
}

/**
 * The pointer left a record. Of two that lie on one another the pointer may have entered the next one before it left
 * this one: what is under the pointer then stays so.
 */
export function unhover(view: ViewStore, id: string): void {
  if (view.getState().hover?.id === id) view.setState({ hover: null });
}
