/** What a keyboard event says of its key. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The name of a key press as shortcuts are written: `N`, `Mod+D`, `Mod+Shift+Z`, `Shift+1`, `+`. Letters count by what
 * they type, digits with Shift by where they are, since Shift turns them into signs that differ by keyboard.
 */
export function keyName({ key, code, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const isSign = key.length === 1 && !/[\p{L}\d]/u.test(key);
  const base = shiftKey && digit !== undefined ? digit : key.length === 1 ? key.toUpperCase() : key;
  const parts: string[] = [];
  if (ctrlKey || metaKey) parts.push('Mod');
  if (altKey) parts.push('Alt');
  // A sign typed with Shift is named by the sign alone: where it needs Shift differs by keyboard.
  if (shiftKey && (!isSign || digit !== undefined)) parts.push('Shift');
  return [...parts, base].join('+');
}
