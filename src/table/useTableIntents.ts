import { useEffect } from 'react';
import { redo, undo } from '../commands/undoRedo';
import { useOpenMap, useView, type OpenMap } from '../store/openMap';
import { tableStoreOf } from '../store/tableStore';
import { focusRequest } from '../store/view';
import type { SheetKind } from './sheets/sheets';
import { undoKept } from './edit/localSteps';
import { copyTable, cutCells, pasteTexts } from './copyTable';
import type { TableModel } from './tableModel';

/** What is asked for by name that makes a record, and the sheet that makes it. */
const makes: Readonly<Record<string, SheetKind>> = {
  'touchpoint.create': 'touchpoints',
  'stage.create': 'stages',
  'system.create': 'systems',
  'note.create': 'notes',
  'transition.create': 'transitions',
  'usage.create': 'usages',
  'data-flow.create': 'dataFlows',
  'rulers.add': 'rulers',
};

/** What the table does of all that a user can ask for by name; null where only the canvas can. */
export function tableIntent(openMap: OpenMap, model: TableModel, intent: string): (() => void) | null {
  const { controller } = model;
  const sheet = makes[intent];
  if (sheet !== undefined) {
    if (sheet === model.name) return () => controller.startNewRow();
    // The sheet that makes it is opened first, and finds the request waiting.
    return () => {
      tableStoreOf(openMap.mirror).setState({ sheet, goTo: null });
      openMap.view.setState({ selection: [], intentRequest: intent });
    };
  }
  const others: Readonly<Record<string, () => void>> = {
    'record.rename': () => void controller.open(),
    'owner.set': () => {
      const { row } = controller.state.focus;
      if (model.view().columnIndex.has('owner')) controller.open({ row, column: 'owner' });
    },
    'record.duplicate': () => controller.duplicateRows(),
    'record.delete': () => controller.removeRows(),
    'clipboard.copy': () => void copyTable(controller.copy(), null),
    'clipboard.cut': () => void cutCells(controller),
    'clipboard.paste': () => void pasteTexts(controller),
    'history.undo': () => void (undoKept(openMap) || undo.run(openMap)),
    'history.redo': () => void redo.run(openMap),
    'selection.all': () => controller.selectAll(),
    'selection.none': () => void controller.key('Escape', null),
    [focusRequest]: () => undefined,
  };
  return others[intent] ?? null;
}

/**
 * Where the table stands alone, it does what is asked for by name. What only the canvas can do (zoom, show a place) brings the
 * canvas back, which finds the request waiting.
 */
export function useTableIntents(model: TableModel, focusGrid: () => void): void {
  const openMap = useOpenMap();
  const mode = useView((view) => view.mode);
  const request = useView((view) => view.intentRequest);
  useEffect(() => {
    if (mode !== 'table' || request === null) return;
    const isOfCanvas = /^(view\.(zoom|minimap)|tool\.|paths\.|walk\.|stage\.(split|merge)|rulers\.next)/.test(
      request,
    );
    if (isOfCanvas) {
      openMap.view.setState({ mode: 'canvas' });
      return;
    }
    const run = tableIntent(openMap, model, request);
    if (!run) return;
    openMap.view.setState({ intentRequest: null });
    focusGrid();
    run();
  }, [mode, request, openMap, model, focusGrid]);
  useEffect(
    () =>
      openMap.view.subscribe((state, before) => {
        const { cameraRequest } = state;
        if (state.mode !== 'table' || !cameraRequest || cameraRequest === before.cameraRequest) return;
        // What is selected at the same time is gone to in the table; what was selected before shall be seen on the canvas.
        const isJump = state.selection !== before.selection;
        openMap.view.setState(isJump ? { cameraRequest: null } : { mode: 'canvas' });
      }),
    [openMap],
  );
}
