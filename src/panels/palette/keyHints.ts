/** Keys of the canvas that no command has: how one moves about on it, and its clipboard. */
export const keyHints = [
  { id: 'walk', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { id: 'extend', keys: ['Shift+ArrowRight'] },
  { id: 'nudge', keys: ['Alt+ArrowRight'] },
  { id: 'nudgeFar', keys: ['Alt+Shift+ArrowRight'] },
  { id: 'noSnap', keys: ['Alt'] },
  { id: 'ends', keys: ['Home', 'End'] },
  { id: 'section', keys: ['PageUp', 'PageDown'] },
  { id: 'next', keys: ['Tab'] },
  { id: 'copy', keys: ['Mod+C'] },
  { id: 'cut', keys: ['Mod+X'] },
  { id: 'paste', keys: ['Mod+V'] },
  { id: 'menu', keys: ['Shift+F10'] },
  { id: 'leave', keys: ['Escape'] },
] as const;
