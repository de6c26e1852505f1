import { formatShortcut } from './formatShortcut';
import './Kbd.css';

export interface KbdProps {
  /** As in `Mod+Shift+Z`; shown with the symbols of the user's keyboard. */
  readonly shortcut: string;
}

/** A shortcut as printed on the keyboard in front of the user. */
export function Kbd({ shortcut }: KbdProps) {
  return <kbd className="ui-kbd">{formatShortcut(shortcut)}</kbd>;
}
