import { useMemo, useRef, type KeyboardEvent } from 'react';
import { derivedOf } from '../../store/derived';
import type { OpenMap } from '../../store/openMap';
import type { CanvasActions } from '../canvasActions';
import { canvasIntents, keysOfIntents } from '../canvasIntents';
import { editCommands } from '../editCommands';
import { rectOfRecord } from '../recordRect';
import { select } from '../selection';
import {
  firstFocus,
  goOnFrom,
  moveFocus,
  moveSection,
  type FocusDirection,
  type FocusPlace,
} from './focusOrder';
import { keyName } from './keyName';
import { largeStep, nudge, resizeStage, smallStep } from './nudge';

const arrows: Readonly<Record<string, FocusDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** Screen pixels that an arrow key moves the view by when nothing is selected. */
const panStep = 80;

/** The keys of the canvas, and what they do by name. Those it does not know go on to the page. */
export function useCanvasKeyboard(openMap: OpenMap, actions: CanvasActions) {
  const anchor = useRef<string | null>(null);
  const gesture = useRef(0);
  return useMemo(() => {
    const { view } = openMap;
    const commands = editCommands(openMap, actions);
    const intents = canvasIntents(openMap, actions, commands);
    const named: Readonly<Record<string, () => void>> = {
      ...keysOfIntents(intents),
      ContextMenu: actions.openSelectionMenu,
      'Shift+F10': actions.openSelectionMenu,
    };

    const focusOn = (place: FocusPlace | null, extend: boolean): void => {
      if (!place) return;
      anchor.current = place.anchor;
      const { selection } = view.getState();
      const others = selection.filter(({ id }) => id !== place.record.id);
      select(view, extend ? [...others, place.record] : [place.record]);
      const rect = rectOfRecord(derivedOf(openMap.mirror).store.getState().shown, place.record.id);
      if (rect) actions.reveal(rect);
    };

    const arrow = (event: KeyboardEvent, direction: FocusDirection): void => {
      const { selection, lost } = view.getState();
      const journey = openMap.journey();
      const record = selection.at(-1);
      if (!record && lost) {
        focusOn(goOnFrom(journey, lost, direction), false);
        return;
      }
      if (!record) {
        const [x, y] = panBy[direction];
        if (x === 0 && y === 0) focusOn(firstFocus(journey), false);
        else actions.panBy({ x: x * panStep, y: y * panStep });
        return;
      }
      if (event.altKey || event.ctrlKey || event.metaKey) {
        nudgeBy(openMap, event, direction, `nudge ${gesture.current}`);
        return;
      }
      const { geometry } = derivedOf(openMap.mirror).store.getState();
      const from = { record, anchor: record.kind === 'touchpoints' ? record.id : anchor.current };
      focusOn(moveFocus(journey, geometry, from, direction), event.shiftKey);
    };

    const section = (step: 1 | -1): void => {
      const record = view.getState().selection.at(-1);
      const { geometry } = derivedOf(openMap.mirror).store.getState();
      const journey = openMap.journey();
      focusOn(
        record
          ? moveSection(journey, geometry, { record, anchor: anchor.current }, step)
          : firstFocus(journey),
        false,
      );
    };

    const run = (event: KeyboardEvent): boolean => {
      const direction = arrows[event.key];
      if (direction) {
        arrow(event, direction);
        return true;
      }
      if (event.key === 'PageUp' || event.key === 'PageDown') {
        section(event.key === 'PageUp' ? -1 : 1);
        return true;
      }
      if (event.key === 'Enter' && view.getState().selection.length === 0) {
        focusOn(firstFocus(openMap.journey()), false);
        return true;
      }
      const command = named[keyName(event)];
      command?.();
      return command !== undefined;
    };

    const handlers = {
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.defaultPrevented || !isForCanvas(event)) return;
        if (!run(event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      // Presses belong to one gesture until the modifier is let go.
      onKeyUp: (event: KeyboardEvent<HTMLElement>): void => {
        event.currentTarget.dataset['byKeyboard'] = '';
        if (['Alt', 'Control', 'Meta'].includes(event.key)) gesture.current++;
      },
    };
    return { handlers, intents };
  }, [openMap, actions]);
}

const panBy: Readonly<Record<FocusDirection, readonly [number, number]>> = {
  left: [1, 0],
  right: [-1, 0],
  up: [0, 1],
  down: [0, -1],
  first: [0, 0],
  last: [0, 0],
};

function nudgeBy(openMap: OpenMap, event: KeyboardEvent, direction: FocusDirection, gesture: string): void {
  const [left, up] = panBy[direction];
  const { selection } = openMap.view.getState();
  if (event.shiftKey && selection.at(-1)?.kind === 'stages') {
    resizeStage(openMap, selection, -left * smallStep * 2.5, gesture);
    return;
  }
  const step = event.shiftKey ? largeStep : smallStep;
  nudge(openMap, selection, { at: -left * step, offset: -up }, gesture);
}

/** Keys pressed in a field, a menu or a bar over the canvas are theirs. */
function isForCanvas({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest('.canvas-surface') !== null &&
    !target.closest('textarea, input')
  );
}
