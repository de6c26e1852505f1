import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { onDemand } from '../../ui/onDemand';

/** What is looked for, over the map. */
export type FinderName = 'palette' | 'shortcuts' | 'replace';

const finders = {
  palette: onDemand(async () => (await import('../../panels/palette/PaletteDialog')).PaletteDialog),
  shortcuts: onDemand(async () => (await import('../../panels/palette/ShortcutSheet')).ShortcutSheet),
  replace: onDemand(async () => (await import('../../panels/palette/ReplaceDialog')).ReplaceDialog),
} as const;

/** How long after the map the palette is fetched, so that it takes nothing from the map itself, ms. */
const palettePrefetchMs = 1_500;

/** Fetches the palette before it is asked for. */
export function usePaletteAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void finders.palette.fetch().catch(() => undefined), palettePrefetchMs);
    return () => clearTimeout(timer);
  }, []);
}

export interface FinderProps {
  readonly name: FinderName;
  readonly onClose: () => void;
}

/** A dialog that finds something. What is typed before it is there is what it starts from. */
export function Finder({ name, onClose }: FinderProps) {
  const [query, setQuery] = useState('');
  useTypedAhead(setQuery, onClose);
  const Dialog = finders[name];
  return <Dialog query={query} onQuery={setQuery} onClose={onClose} />;
}

/**
 * Takes the keyboard until a dialog has it: whoever presses Ctrl K types on at once, and none of that is meant for the
 * canvas, where every letter is a command.
 */
function useTypedAhead(setText: Dispatch<SetStateAction<string>>, onLeave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') onLeave();
      else if (event.key === 'Backspace') setText((text) => text.slice(0, -1));
      else if (isLetter(event)) setText((text) => text + event.key);
    };
    const stop = (): void => {
      window.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('focusin', onFocus);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.closest('.ui-dialog-viewport')) stop();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('focusin', onFocus);
    return stop;
  }, [setText, onLeave]);
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey && !altKey;
}
