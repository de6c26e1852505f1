import { useEffect } from 'react';
import { shortcuts } from '../../commands/registry';
import { redo, undo } from '../../commands/undoRedo';
import { matchesShortcut } from '../matchesShortcut';
import type { PageMap } from './MapPage';

interface WorkspaceKeys {
  readonly saveFile: () => void;
  readonly openFiles: () => void;
}

/** Whether keys typed here belong to a text field, which has an undo of its own. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}

/** The shortcuts that work anywhere on a map's page; those of the canvas are the canvas's own. */
export function useWorkspaceKeys(map: PageMap, { saveFile, openFiles }: WorkspaceKeys): void {
  useEffect(() => {
    const actions: Readonly<Record<string, { readonly run: () => void; readonly inFields: boolean }>> = {
      'file.save': { run: saveFile, inFields: true },
      'file.open': { run: openFiles, inFields: true },
      'history.undo': { run: () => undo.run(map), inFields: false },
      'history.redo': { run: () => redo.run(map), inFields: false },
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      for (const [id, { run, inFields }] of Object.entries(actions)) {
        if (!shortcuts[id]?.some((shortcut) => matchesShortcut(event, shortcut))) continue;
        if (isTyping(event.target) && !inFields) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [map, saveFile, openFiles]);
}
