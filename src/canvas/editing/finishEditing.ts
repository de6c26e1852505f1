import { deleteRecords } from '../../commands/deleteRecords';
import { gestureOfNew } from '../../commands/gestureOfNew';
import { updateRecord } from '../../commands/updateRecord';
import { recordDefinitions, type Kind, type RecordRef } from '../../model/kinds';
import type { OpenMap } from '../../store/openMap';
import { isSelected, type Editing } from '../../store/view';
import { select } from '../selection';
import type { TitleExit } from './TitleField';
import { nextTouchpoint, previousTouchpoint, startNextTouchpoint } from './touchpointChain';

/** The field that typing in place changes. */
function titleFieldOf(kind: Kind): string {
  const { fields } = recordDefinitions[kind];
  return (
    ['title', 'name', 'text', 'condition', 'statement'].find((name) => Object.hasOwn(fields, name)) ?? 'name'
  );
}

/** What is written there now. */
export function titleOf(openMap: OpenMap, { kind, id }: Pick<Editing, 'kind' | 'id'>): string {
  const record = openMap.journey()[kind].byId.get(id) as Readonly<Record<string, unknown>> | undefined;
  const title = record?.[titleFieldOf(kind)];
  return typeof title === 'string' ? title : '';
}

/**
 * Ends typing in place: keeps what was typed unless it was left with Escape, takes away again what was just made and
 * has no name, and goes on to the next or previous touchpoint where Tab asked for it.
 */
export function finishEditing(openMap: OpenMap, editing: Editing, exit: TitleExit, value: string): void {
  const { view } = openMap;
  if (view.getState().editing?.id === editing.id) view.setState({ editing: null });
  const { kind, id, fresh } = editing;
  const title = value.trim();
  const before = titleOf(openMap, editing);
  if (fresh && (title === '' || exit === 'escape') && before === '') {
    const previous = kind === 'touchpoints' ? previousTouchpoint(openMap.journey(), id) : null;
    const wasSelected = isSelected(view.getState(), id);
    deleteRecords.run(openMap, { records: withItsSteps(openMap, { kind, id }), gesture: gestureOfNew(id) });
    // Unless something else was selected meanwhile, which is why typing ended.
    if (wasSelected)
      select(view, previous === null ? stillThere(openMap, editing.over) : [{ kind, id: previous }]);
    // Who takes it away knows.
    view.setState({ lost: null });
    if (exit === 'previous' && previous !== null) edit(openMap, previous);
    return;
  }
  if (exit !== 'escape' && title !== before) {
    const gesture = fresh ? { gesture: gestureOfNew(id) } : {};
    updateRecord.run(openMap, { kind, id, patch: { [titleFieldOf(kind)]: title }, ...gesture });
  }
  if (kind === 'touchpoints') goOn(openMap, id, exit);
}

/** Those of what was selected before that nobody has deleted meanwhile. */
function stillThere({ journey }: OpenMap, records: readonly RecordRef[] = []): readonly RecordRef[] {
  return records.filter(({ kind, id }) => journey()[kind].byId.has(id));
}

/** A record that goes again as soon as it came takes the steps along that were drawn to it. */
function withItsSteps({ journey }: OpenMap, record: RecordRef): readonly RecordRef[] {
  const { transitionsFrom, transitionsTo } = journey().relations;
  const steps = [...(transitionsFrom.get(record.id) ?? []), ...(transitionsTo.get(record.id) ?? [])];
  return [record, ...steps.map(({ id }) => ({ kind: 'transitions' as const, id }))];
}

function goOn(openMap: OpenMap, id: string, exit: TitleExit): void {
  const journey = openMap.journey();
  if (exit === 'next') {
    const next = nextTouchpoint(journey, id);
    if (next === null) startNextTouchpoint(openMap, id);
    else edit(openMap, next);
  }
  if (exit === 'previous') {
    const previous = previousTouchpoint(journey, id);
    if (previous !== null) edit(openMap, previous);
  }
}

function edit(openMap: OpenMap, id: string): void {
  const record = { kind: 'touchpoints', id } as const;
  select(openMap.view, [record]);
  openMap.view.setState({ editing: { ...record, fresh: false } });
}
