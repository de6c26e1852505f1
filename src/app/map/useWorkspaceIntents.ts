import { useEffect } from 'react';
import { lenses } from '../../analysis/lenses/lens';
import { keysOf, type IntentId } from '../../commands/intents';
import { redo, undo } from '../../commands/undoRedo';
import { isReachable, showReach } from '../../store/reach';
import { useView } from '../../store/openMap';
import { tableStoreOf } from '../../store/tableStore';
import { everyFinding, focusRequest, isLegendOpen } from '../../store/view';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';
import { matchesShortcut } from '../matchesShortcut';
import { canvasIntentOf } from './keysOfCanvas';
import type { PageMap } from './MapPage';

/** What the page does of all that a user can ask for by name, key or menu. */
export type PageIntents = { readonly [I in IntentId]?: () => void };

/** Keys of these work in text fields too, which have no use for them. */
const inFields: ReadonlySet<string> = new Set(['file.save', 'file.open', 'palette.open', 'names.replace']);

/** Whether keys typed here belong to a text field, which has an undo of its own. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}

function isBare({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey;
}

/** Whether a menu, a list or a sheet has the keyboard: there bare letters and digits search or fill in. */
function isInList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=menu], [role=listbox], [role=grid]') !== null;
}

/** Whether a small panel or a closed list of choices has the keyboard: letters choose there, or mean nothing. */
function isChoosing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=combobox]') !== null;
}

/** Whether something lies over the page that has to be answered or left first. */
function isCovered(): boolean {
  return document.querySelector('.ui-dialog-viewport') !== null;
}

/**
 * Does what is asked of the page: by its shortcuts, which work anywhere on it, and by name (`ViewState.intentRequest`).
 * What the canvas does is the canvas's own; it is asked for what it makes and shows (KEY-1).
 */
export function useWorkspaceIntents(map: PageMap, pageIntents: PageIntents): void {
  const request = useView((view) => view.intentRequest);
  useEffect(() => {
    const run = (pageIntents as Readonly<Record<string, (() => void) | undefined>>)[request ?? ''];
    if (!run) return;
    map.view.setState({ intentRequest: null });
    run();
  }, [request, map, pageIntents]);

  useEffect(() => {
    const keyed: PageIntents = {
      ...pageIntents,
      'history.undo': () => undo.run(map),
      'history.redo': () => redo.run(map),
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      for (const [id, run] of Object.entries(keyed)) {
        // `useRegionKeys` has had them, or leaves them to the browser.
        if (id.startsWith('region.')) continue;
        if (!keysOf(id as IntentId).some((shortcut) => matchesShortcut(event, shortcut))) continue;
        if (isTyping(event.target) && !inFields.has(id)) continue;
        if (isBare(event) && isInList(event.target)) continue;
        event.preventDefault();
        if (!isCovered()) run();
        return;
      }
      const asked = canvasIntentOf(event);
      const { target } = event;
      if (asked === null || isTyping(target) || isInList(target) || isChoosing(target) || isCovered()) return;
      event.preventDefault();
      map.view.setState({ intentRequest: asked });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [map, pageIntents]);
}

/** What the page can do with the panels at its side. */
export function panelIntents({ view }: PageMap): PageIntents {
  return {
    'findings.open': () => view.setState({ findings: everyFinding }),
    'view.details': () =>
      view.setState(({ inspectorOpen, findings, reach, scores }) => ({
        inspectorOpen: !(inspectorOpen && !findings && !reach && !scores),
        findings: null,
        reach: null,
        scores: false,
      })),
    'impact.open': () => {
      const record = view.getState().selection.at(-1);
      if (isReachable(record)) showReach(view, record);
    },
    'scores.open': () => view.setState({ scores: true, findings: null, reach: null }),
    'view.canvas': () => view.setState({ mode: 'canvas' }),
    'view.split': () => view.setState({ mode: 'split' }),
    'view.table': () => view.setState(({ mode }) => ({ mode: mode === 'table' ? 'canvas' : 'table' })),
  };
}

/** Opening what is read off the map as a table: records and matrices. */
export function tableIntents({ mirror, view }: PageMap): PageIntents {
  const show = (sheet: string) => (): void => {
    tableStoreOf(mirror).setState({ sheet, goTo: null });
    const isBeside = view.getState().mode === 'split';
    view.setState({
      selection: [],
      ...(isBeside ? {} : { mode: 'table', intentRequest: focusRequest }),
    });
  };
  return {
    'records.processing': show('processing'),
    'records.raci': show('raci'),
    'matrix.usages': show('usageMatrix'),
    'matrix.owners': show('systemOwners'),
  };
}

/** Choosing a lens and asking what its signs mean. */
export function lensIntents({ view }: PageMap): PageIntents {
  const chosen = lenses.map((lens) => [
    `lens.${lens}`,
    () => {
      view.setState({ lens });
      announcements.announce(t('lens.now', { name: t(`lens.${lens}`) }));
    },
  ]);
  return {
    ...(Object.fromEntries(chosen) as PageIntents),
    'lens.legend': () =>
      view.setState((state) => ({ legends: { ...state.legends, [state.lens]: !isLegendOpen(state) } })),
  };
}
