/** What a keyboard event says of its key. */
export interface GridKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The name of a key press: `ArrowDown`, `Shift+Space`, `Mod+D`. `Mod` is Ctrl or Command. */
export function keyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: GridKeyPress): string {
  const base = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const parts: string[] = [];
  if (ctrlKey || metaKey) parts.push('Mod');
  if (altKey) parts.push('Alt');
  if (shiftKey) parts.push('Shift');
  return [...parts, base].join('+');
}

/**
 * Whether a key press begins a letter that takes several: by an input method, or an accent that waits for its letter. The cell
 * has to be open before the letter is there.
 */
export function beginsLetter({ key, ctrlKey, metaKey, altKey }: GridKeyPress): boolean {
  const isCommand = (ctrlKey || metaKey || altKey) && !(ctrlKey && altKey);
  return (key === 'Process' || key === 'Dead') && !isCommand;
}

/** The letter a key press types; null for keys that type none. */
export function letterOf({ key, ctrlKey, metaKey, altKey }: GridKeyPress): string | null {
  // AltGr reads as Ctrl and Alt together and types letters on many keyboards.
  const isCommand = (ctrlKey || metaKey || altKey) && !(ctrlKey && altKey);
  return [...key].length === 1 && key !== ' ' && !isCommand ? key : null;
}
