import { createNote } from '../commands/createNote';
import { createStage } from '../commands/createStage';
import { deleteRecords } from '../commands/deleteRecords';
import { duplicateRecords } from '../commands/duplicateRecords';
import { freeNotePlace } from '../layout/freeNotePlace';
import type { Point, Rect } from '../layout/geometry';
import { card } from '../layout/metrics';
import { atOfX, xOfAt, yOfOffset } from '../layout/timelineScale';
import { isOwnable } from '../model/isOwnable';
import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { derivedOf } from '../store/derived';
import type { OpenMap } from '../store/openMap';
import { sayPicturesLeft } from '../ui/pictures/sayPicturesLeft';
import type { CanvasActions } from './canvasActions';
import { placeAfter, startNextTouchpoint } from './editing/touchpointChain';
import { rectOfRecord } from './recordRect';
import { select } from './selection';

/** What can be done with the selection, however it was asked for: by key, menu or button. */
export function editCommands(openMap: OpenMap, actions: CanvasActions) {
  const { view } = openMap;
  const selection = (): readonly RecordRef[] => view.getState().selection;
  const primary = (): RecordRef | undefined => selection().at(-1);
  const pickAt = (from: string, offer: 'any' | 'systems'): void => {
    const rect = rectOfRecord(derivedOf(openMap.mirror).store.getState().shown, from);
    if (!rect) return;
    actions.reveal(rect);
    const at = openMap.journey().touchpoints.byId.has(from)
      ? middleOfNext(openMap, from)
      : { x: rect.x + rect.width + 40, y: rect.y + rect.height };
    const point = actions.toScreen({ x: rect.x + rect.width / 2, y: rect.y + rect.height });
    actions.openPicker({ purpose: { kind: 'connect', from, offer }, point, at });
  };
  const editNew = (record: RecordRef): void => {
    const over = selection();
    select(view, [record]);
    view.setState({ editing: { ...record, fresh: true, over }, tool: 'select' });
  };
  return {
    edit: (): void => {
      const record = primary();
      if (record && !openMap.document.isReadOnly) view.setState({ editing: { ...record, fresh: false } });
    },
    nextTouchpoint: (): void => {
      const record = primary();
      startNextTouchpoint(openMap, record?.kind === 'touchpoints' ? record.id : null);
    },
    connect: (): void => {
      const record = primary();
      if (record?.kind === 'touchpoints' || record?.kind === 'systems') pickAt(record.id, 'any');
    },
    attach: (): void => {
      const record = primary();
      if (record?.kind === 'touchpoints') pickAt(record.id, 'systems');
    },
    flow: (): void => {
      const record = primary();
      if (record?.kind === 'systems') pickAt(record.id, 'systems');
      else view.setState({ tool: 'flow' });
    },
    own: (): void => {
      const records = selection().filter(({ kind }) => isOwnable(kind));
      const subjects = records.map(({ id }) => id);
      if (subjects.length === 0 || openMap.document.isReadOnly) return;
      const rect = rectOfRecord(derivedOf(openMap.mirror).store.getState().shown, records.at(-1)?.id ?? '');
      if (rect) actions.reveal(rect);
      const at = rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height } : actions.centre();
      actions.openPicker({ purpose: { kind: 'owner', subjects }, point: actions.toScreen(at), at });
    },
    newSystem: (): void => {
      const at = actions.centre();
      actions.openPicker({ purpose: { kind: 'system' }, point: actions.toScreen(at), at });
    },
    makeStage: (): void => {
      const span = spanOver(openMap.journey(), selection()) ?? spanAround(actions);
      const made = createStage.run(openMap, { ...span, ruler: firstShownRuler(openMap) });
      if (made.ok) editNew({ kind: 'stages', id: made.value });
    },
    makeNote: (): void => {
      const { shown } = derivedOf(openMap.mirror).store.getState();
      const beside = rectOfRecord(shown, primary()?.id ?? '');
      const wanted = beside ? middleOf(beside) : actions.centre();
      const made = createNote.run(openMap, freeNotePlace(shown, wanted));
      if (made.ok) editNew({ kind: 'notes', id: made.value });
    },
    duplicate: (): void => {
      const made = duplicateRecords.run(openMap, { records: selection(), by: { at: 0.4, offset: 1 } });
      if (!made.ok) return;
      select(view, made.value.copies);
      sayPicturesLeft(made.value.picturesLeft);
    },
    remove: (): void => {
      const records = selection();
      const next = records.length === 1 ? neighbourOf(openMap.journey(), records[0]) : null;
      if (!deleteRecords.run(openMap, { records }).ok) return;
      select(view, next ? [next] : []);
      // Whoever deletes knows; only what goes by another hand is told (KEY-4).
      view.setState({ lost: null });
    },
    selectAll: (): void =>
      select(
        view,
        openMap.journey().touchpoints.all.map(({ id }) => ({ kind: 'touchpoints', id })),
      ),
    zoomToSelection: (): void => view.setState({ cameraRequest: { kind: 'selection' } }),
  };
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where on the canvas the touchpoint after this one goes: a new one it is connected to stands where Tab would put it. */
function middleOfNext({ journey, mirror }: OpenMap, id: string): Point {
  const { at, offset } = placeAfter(journey(), id);
  // Below the line of visibility it would be taken for the place of a system.
  const lowest = derivedOf(mirror).store.getState().shown.visibility.y - 1;
  return { x: xOfAt(at), y: Math.min(yOfOffset(offset) + card.height / 2, lowest) };
}

/** The ruler new stages lie on: the first of those that are shown. */
function firstShownRuler({ view, journey }: OpenMap): string | null {
  const { hiddenRulers } = view.getState();
  const { all } = journey().rulers;
  return (all.find(({ id }) => !hiddenRulers.includes(id)) ?? all[0])?.id ?? null;
}

/** A span that holds the selected touchpoints, with half a step more on both sides. */
export function spanOver(
  journey: Journey,
  selection: readonly RecordRef[],
): { start: number; end: number } | null {
  const places = selection.flatMap(({ id }) => journey.touchpoints.byId.get(id)?.at ?? []);
  if (places.length === 0) return null;
  // Half a step from a place that has decimals would have many.
  const rounded = (at: number): number => Math.round(at * 100) / 100;
  return { start: rounded(Math.min(...places) - 0.5), end: rounded(Math.max(...places) + 0.5) };
}

/** A span in the middle of what is in view. */
export function spanAround(actions: CanvasActions): { start: number; end: number } {
  const middle = Math.round(atOfX(actions.centre().x) * 2) / 2;
  return { start: middle - 1.5, end: middle + 1.5 };
}

/** What the keyboard goes on with once a record is gone: the one before it of its kind, else the one after. */
function neighbourOf(journey: Journey, record: RecordRef | undefined): RecordRef | null {
  if (!record) return null;
  const { all } = journey[record.kind];
  const place = all.findIndex(({ id }) => id === record.id);
  const next = all[place - 1] ?? all[place + 1];
  return next ? { kind: record.kind, id: next.id } : null;
}
