import { useEffect } from 'react';
import { keysOf, type IntentId } from '../../commands/intents';
import { matchesShortcut } from '../matchesShortcut';
import type { PageMap } from './MapPage';
import type { PageIntents } from './useWorkspaceIntents';

/**
 * The parts of the window that F6 goes through, in its order (REG-1), and what the keyboard begins with in each. Controls
 * that come before that (back, close, a menu) are a step back from it.
 */
const regions = [
  { root: '.top-bar', start: null },
  { root: '.workspace > .filter-bar', start: null },
  { root: '.tool-rail', start: '[tabindex="0"]' },
  { root: '.canvas-stage', start: '[data-canvas-focus="true"]' },
  { root: '.table-view', start: '.table-body [data-focus="true"]' },
  { root: '.workspace-panel', start: '.ui-side-panel-title button, .finding-main[tabindex="0"]' },
] as const;

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** What had the keyboard last in each part; elements that are gone meanwhile are not gone back to. */
const visited = new Map<string, WeakRef<HTMLElement>>();
let lastRegion: string | null = null;

/** Goes to the next part of the window, or to the one before; those that are closed are left out. */
export function regionIntents({ view }: Pick<PageMap, 'view'>): PageIntents {
  return {
    'region.next': () => goBy(1),
    'region.previous': () => goBy(-1),
    'region.panel': () => {
      if (!document.querySelector('.workspace-panel')) view.setState({ inspectorOpen: true });
      // Once it is drawn.
      requestAnimationFrame(() => enter('.workspace-panel'));
    },
  };
}

/** Puts the caret into the title of the map, as pressing it does. */
export function editMapTitle(): void {
  document.querySelector<HTMLElement>('.top-bar-title button')?.click();
}

/**
 * Listens to the keys of `regionIntents` before any field does: they work while one types too. While a dialog, a menu or
 * what else lies over the page is open, they are the browser's.
 */
export function useRegionKeys(): void {
  useEffect(() => {
    visited.clear();
    lastRegion = null;
    const onFocus = ({ target }: FocusEvent): void => {
      const root = target instanceof HTMLElement ? rootOf(target) : null;
      if (!root) return;
      lastRegion = root;
      visited.set(root, new WeakRef(target as HTMLElement));
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || isOverPage(event.target)) return;
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      event.stopPropagation();
      goBy(step);
    };
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}

function stepOf(event: KeyboardEvent): 1 | -1 | null {
  const isKeyOf = (id: IntentId): boolean => keysOf(id).some((key) => matchesShortcut(event, key));
  if (isKeyOf('region.next')) return 1;
  return isKeyOf('region.previous') ? -1 : null;
}

function isOverPage(target: EventTarget | null): boolean {
  if (document.querySelector('.ui-dialog-viewport')) return true;
  return (
    target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null
  );
}

function rootOf(element: Element): string | null {
  return regions.find(({ root }) => element.closest(root))?.root ?? null;
}

function goBy(step: 1 | -1): void {
  const shown = regions.filter(({ root }) => isShown(document.querySelector<HTMLElement>(root)));
  // What was chosen by name left the keyboard nowhere: one was where one was before.
  const here = (document.activeElement && rootOf(document.activeElement)) ?? lastRegion;
  const place = shown.findIndex(({ root }) => root === here);
  const from = place < 0 && step < 0 ? 0 : place;
  const go = (): void => {
    for (let tried = 1; tried <= shown.length; tried++) {
      const next = shown[(from + step * tried + shown.length * tried) % shown.length];
      if (next && enter(next.root)) return;
    }
  };
  const typed = document.activeElement?.closest<HTMLElement>('.canvas-stage textarea');
  if (!typed) return go();
  // A title that is left gives the keyboard back to the canvas as soon as it is written.
  typed.blur();
  queueMicrotask(go);
}

/** Gives the keyboard to a part: where it was last, else where one begins. Whether there is anything to take it. */
function enter(name: string): boolean {
  const region = regions.find(({ root }) => root === name);
  const root = document.querySelector<HTMLElement>(name);
  if (!region || !root) return false;
  const last = visited.get(name)?.deref();
  const start = region.start === null ? null : root.querySelector<HTMLElement>(region.start);
  const controls = [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && isShown(element),
  );
  // What closes a panel is the last thing one wants of it.
  const first = controls.find((element) => !element.closest('.ui-side-panel-top')) ?? controls[0];
  // The canvas has the keyboard in one place, which is elsewhere whenever another record is selected.
  const isBack =
    last?.isConnected === true && root.contains(last) && last.matches(focusable) && isShown(last);
  const target = isBack ? last : (start ?? first);
  target?.focus();
  return target !== undefined && document.activeElement === target;
}

function isShown(element: HTMLElement | null): boolean {
  return element !== null && element.checkVisibility({ visibilityProperty: true }) && element.offsetWidth > 0;
}
