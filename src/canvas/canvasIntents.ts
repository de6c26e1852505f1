import { useEffect } from 'react';
import type { IntentId } from '../commands/intents';
import { keysOf } from '../commands/intents';
import { redo, undo } from '../commands/undoRedo';
import { useView, type OpenMap } from '../store/openMap';
import { onlyWhereMet } from './onlyWhereMet';
import { focusRequest } from '../store/view';
import type { CanvasActions } from './canvasActions';
import { askedClipboard } from './clipboard/askedClipboard';
import type { editCommands } from './editCommands';
import { showNextRuler } from './rulers/showRulers';
import { addRuler, mergeSelectedStages, splitSelectedStage } from './rulers/stageCommands';
import { select } from './selection';
import { toggleWalk } from './walk/walkActions';

const zoomStep = 1.25;

/** What the canvas can do of all that a user can ask for by name, key or menu. */
export function canvasIntents(
  openMap: OpenMap,
  actions: CanvasActions,
  commands: ReturnType<typeof editCommands>,
) {
  const { view } = openMap;
  const leave = (): void => {
    const { tool, selection, lost, filter } = view.getState();
    if (tool !== 'select') view.setState({ tool: 'select' });
    else if (selection.length > 0) select(view, []);
    else if (lost) view.setState({ lost: null });
    else if (filter.length > 0) view.setState({ filter: [], appliedView: null });
  };
  const clipboard = askedClipboard(openMap);
  return onlyWhereMet(openMap, {
    'touchpoint.create': commands.nextTouchpoint,
    'stage.create': commands.makeStage,
    'system.create': commands.newSystem,
    'note.create': commands.makeNote,
    'transition.create': commands.connect,
    'usage.create': commands.attach,
    'owner.set': commands.own,
    'data-flow.create': commands.flow,
    'record.rename': commands.edit,
    'record.duplicate': commands.duplicate,
    'record.delete': commands.remove,
    'clipboard.copy': clipboard.copy,
    'clipboard.cut': clipboard.cut,
    'clipboard.paste': clipboard.paste,
    'history.undo': () => undo.run(openMap),
    'history.redo': () => redo.run(openMap),
    'selection.all': commands.selectAll,
    'selection.none': leave,
    'tool.select': () => view.setState({ tool: 'select' }),
    'tool.hand': () => view.setState({ tool: 'hand' }),
    'stage.split': () => splitSelectedStage(openMap),
    'stage.merge': () => mergeSelectedStages(openMap),
    'rulers.next': () => showNextRuler(openMap),
    'rulers.add': () => addRuler(openMap),
    'paths.open': () => view.setState({ pathsOpen: true }),
    'walk.start': () => toggleWalk(openMap),
    'view.zoom-fit': actions.fit,
    'view.zoom-selection': commands.zoomToSelection,
    'view.zoom-in': () => actions.zoomBy(zoomStep),
    'view.zoom-out': () => actions.zoomBy(1 / zoomStep),
    'view.zoom-100': () => actions.zoomTo(1),
    'view.minimap': () => view.setState(({ minimapOpen }) => ({ minimapOpen: !minimapOpen })),
  } satisfies { readonly [I in IntentId]?: () => void });
}

type CanvasIntents = ReturnType<typeof canvasIntents>;

/** The same by the names of their keys. */
export function keysOfIntents(intents: CanvasIntents): Readonly<Record<string, () => void>> {
  return Object.fromEntries(
    Object.entries(intents).flatMap(([id, run]) => keysOf(id as IntentId).map((key) => [key, run])),
  );
}

/** Does what was asked for by name elsewhere, with the keyboard on the canvas as if it had been pressed there. */
export function useIntentRequests(openMap: OpenMap, actions: CanvasActions, intents: CanvasIntents): void {
  const request = useView((view) => view.intentRequest);
  useEffect(() => {
    if (request === null) return;
    const run =
      request === focusRequest ? () => undefined : (intents as Partial<Record<string, () => void>>)[request];
    if (!run) return;
    openMap.view.setState({ intentRequest: null });
    actions.focusCanvas();
    run();
  }, [request, openMap, actions, intents]);
}
