import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { FindingRow } from './findingRows';

/** Lines of a list of which Tab reaches one; the arrow keys, Home and End go to the others. */
export interface RovingFocus {
  /** Id of the line that Tab reaches; null in an empty list. */
  readonly current: string | null;
  /** For the list's element. */
  readonly listProps: {
    readonly ref: (list: HTMLElement | null) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * Keeps the keyboard in a list whose lines come and go: when the line that has the focus is mended, by oneself or by
 * a colleague, the one that takes its place has it next.
 */
export function useRovingFocus(rows: readonly FindingRow[]): RovingFocus {
  const [chosen, setChosen] = useState<string | null>(null);
  const listRef = useRef<HTMLElement>(null);
  const focusedRef = useRef<{ readonly id: string; readonly index: number } | null>(null);

  useLayoutEffect(() => {
    const last = focusedRef.current;
    if (last === null || listRef.current?.contains(document.activeElement)) return;
    const row = rows.find(({ id }) => id === last.id) ?? rows[Math.min(last.index, rows.length - 1)];
    if (row) focusLine(listRef.current, row.id);
  });

  useEffect(() => {
    const around = listRef.current?.closest<HTMLElement>('[tabindex="-1"]');
    return () => {
      // With the last line mended the list goes: what is around it keeps the keyboard.
      if (focusedRef.current !== null && document.activeElement === document.body) around?.focus();
    };
  }, []);

  const onFocus = ({ target }: FocusEvent): void => {
    const id = idOfLine(target);
    const index = rows.findIndex((row) => row.id === id);
    if (id === null || index === -1) return;
    focusedRef.current = { id, index };
    setChosen(id);
  };
  const onBlur = ({ target }: FocusEvent): void => {
    // What is taken off the page loses the focus as well; only leaving it by hand ends the keyboard's stay.
    queueMicrotask(() => {
      if (target.isConnected && !listRef.current?.contains(document.activeElement)) focusedRef.current = null;
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['finding'] === undefined) return;
    const index = rows.findIndex(({ id }) => id === idOfLine(event.target as HTMLElement));
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = next === undefined ? undefined : rows[next];
    if (next === undefined) return;
    event.preventDefault();
    if (row) focusLine(listRef.current, row.id);
  };
  const isThere = chosen !== null && rows.some(({ id }) => id === chosen);
  return {
    current: isThere ? chosen : (rows[0]?.id ?? null),
    listProps: { ref: (list) => void (listRef.current = list), onFocus, onBlur, onKeyDown },
  };
}

function idOfLine(element: Element): string | null {
  return element.closest('li')?.querySelector<HTMLElement>('[data-finding]')?.dataset['finding'] ?? null;
}

function focusLine(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`)?.focus();
}
