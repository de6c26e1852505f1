import type { KeyboardEvent } from 'react';

/**
 * Whether a key pressed in a panel gives the keyboard back to what the panel is about (KEY-3): Escape that nothing in the panel
 * had a use for. What is open over the panel, and an open list of choices, has its Escape first.
 */
export function leavesPanel(event: KeyboardEvent<HTMLElement>): boolean {
  const { key, target, currentTarget, defaultPrevented, nativeEvent } = event;
  if (key !== 'Escape' || defaultPrevented || nativeEvent.isComposing) return false;
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false;
  return target.closest('[aria-expanded=true][role=combobox], [aria-expanded=true][aria-haspopup]') === null;
}
