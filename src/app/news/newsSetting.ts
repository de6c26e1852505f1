const key = 'throughline.readOthers';

/** Whether a screen reader is told what others change; yes, unless it was turned off on this device. */
export function readsOthers(): boolean {
  try {
    return localStorage.getItem(key) !== 'no';
  } catch {
    return true;
  }
}

/** Turns it on or off and remembers it, where that is possible. */
export function setReadsOthers(isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'yes' : 'no');
  } catch {
    // A private window may refuse; it then is told, which is the safer way.
  }
}
