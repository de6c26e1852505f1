import { describe, expect, test } from 'vitest';
import { ariaShortcut, formatShortcut, shortcutKeys } from '../../src/ui/formatShortcut';

describe('formatShortcut', () => {
  test('writes words with a plus where there is a Control key', () => {
    expect(formatShortcut('Mod+Shift+Z', 'other')).toBe('Ctrl+Shift+Z');
    expect(formatShortcut('Escape', 'other')).toBe('Esc');
  });

  test('writes symbols in the order of Apple, Command last', () => {
    expect(formatShortcut('Mod+Shift+Z', 'apple')).toBe('⇧⌘Z');
    expect(formatShortcut('Mod+Alt+Ctrl+K', 'apple')).toBe('⌃⌥⌘K');
  });

  test('keeps the plus key apart from the plus between keys', () => {
    expect(shortcutKeys('Mod+Plus', 'other')).toEqual(['Ctrl', '+']);
  });

  test('names arrows by their sign and letters in capitals', () => {
    expect(formatShortcut('Alt+ArrowUp', 'other')).toBe('Alt+↑');
    expect(formatShortcut('v', 'apple')).toBe('V');
  });
});

test('ariaShortcut uses the key names of aria-keyshortcuts', () => {
  expect(ariaShortcut('Mod+Shift+Z', 'apple')).toBe('Meta+Shift+Z');
  expect(ariaShortcut('Mod+Shift+Z', 'other')).toBe('Control+Shift+Z');
});
