import { convertNotes, type NoteTarget } from '../../commands/convertNotes';
import { undo } from '../../commands/undoRedo';
import { freePlace } from '../../layout/freePlace';
import { minimumRows } from '../../layout/metrics';
import type { Note } from '../../model/records/note';
import type { Journey } from '../../model/resolve';
import type { OpenMap } from '../../store/openMap';
import { notices } from '../../ui/notices';
import { t } from '../../ui/i18n/t';

/** How far a touchpoint may be from a note that is about it, in places of the timeline. */
const nearAt = 2;

/** Turns the selected notes into something else and selects what they became (NOTE-1 to NOTE-3). */
export function turnNotes(openMap: OpenMap, to: NoteTarget): void {
  if (openMap.document.isReadOnly) return;
  const journey = openMap.journey();
  const { selection } = openMap.view.getState();
  const notes = selection.flatMap(({ id }) => journey.notes.byId.get(id) ?? []);
  const chosen = selection.findLast(({ kind }) => ['touchpoints', 'systems', 'dataFlows'].includes(kind))?.id;
  // A note that lay among the systems would push the line of visibility down to where it was.
  const lowest = journey.touchpoints.all.reduce((row, { offset }) => Math.max(row, offset), minimumRows - 1);
  const subjectOf = (note: Note): string | null => chosen ?? nearestTouchpoint(journey, note);
  const done = convertNotes.run(openMap, {
    to,
    notes: notes.map((note) => ({
      id: note.id,
      ...freePlace(journey, Math.round(note.at * 20) / 20, Math.min(note.offset, lowest)),
      subject: subjectOf(note),
    })),
  });
  if (!done.ok) {
    if (notes.length === 0) notices.show({ id: 'notes', text: t('palette.needs.note') });
    return;
  }
  openMap.view.setState({ selection: done.value.map((id) => ({ kind: to, id })) });
  notices.show({
    id: 'notes',
    text: t(`notes.turned.${to}`, { count: done.value.length }),
    action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
  });
}

/** The touchpoint whose card is nearest to a note; null when none is near. */
function nearestTouchpoint({ touchpoints }: Journey, { at, offset }: Note): string | null {
  let best: { readonly id: string; readonly distance: number } | null = null;
  for (const one of touchpoints.all) {
    const distance = Math.hypot(one.at - at, one.offset - offset);
    if (Math.abs(one.at - at) <= nearAt && distance < (best?.distance ?? Infinity))
      best = { id: one.id, distance };
  }
  return best?.id ?? null;
}
