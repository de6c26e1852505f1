/** What is looked at in a key press. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/**
 * Whether a key press is a shortcut of the form `Mod+Shift+Z`; `Mod` is Command on a Mac and Ctrl elsewhere.
 * Letters are compared without case; Shift counts only where the shortcut names it or the key is a letter or F1 to F12.
 */
export function matchesShortcut(event: KeyPress, shortcut: string, mac: boolean = isMac): boolean {
  const parts = shortcut.split('+').filter((part) => part !== '');
  const key = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const wanted = new Set(shortcut.endsWith('+') ? parts : parts.slice(0, -1));
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (mod !== wanted.has('Mod') || otherMod || event.altKey !== wanted.has('Alt')) return false;
  const isOneKey = /^([a-z]|f\d+)$/i.test(key);
  if ((isOneKey || wanted.has('Shift')) && event.shiftKey !== wanted.has('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
