import { t, type TextKey } from './i18n/t';

/** What a shortcut is written for: Apple keyboards show symbols without a plus, the others words with one. */
export type KeyboardPlatform = 'apple' | 'other';

const appleKeys: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Meta: '⌘',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: '⎋',
  Tab: '⇥',
};

const otherKeys: Readonly<Record<string, string>> = {
  Meta: 'Win',
};

/** Keys that have a word on them, which keyboards of another language write in that language. */
const worded = {
  Mod: 'ui.key.control',
  Ctrl: 'ui.key.control',
  Shift: 'ui.key.shift',
  Escape: 'ui.key.escape',
  Delete: 'ui.key.delete',
  Space: 'ui.key.space',
  Home: 'ui.key.home',
  End: 'ui.key.end',
  PageUp: 'ui.key.pageUp',
  PageDown: 'ui.key.pageDown',
} as const satisfies Readonly<Record<string, TextKey>>;

const sharedKeys: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  Minus: '−',
};

/** Order in which Apple writes modifiers (Human Interface Guidelines): control, option, shift, command. */
const appleModifierOrder = ['⌃', '⌥', '⇧', '⌘'];

/**
 * The keys of a shortcut as they are printed on the user's keyboard, one entry a key.
 * @param shortcut Names joined by a plus, as in `Mod+Shift+Z`; `Mod` is Command on Apple and Control elsewhere; the plus key is `Plus` or a plus at the end.
 */
export function shortcutKeys(
  shortcut: string,
  platform: KeyboardPlatform = keyboardPlatform(),
): readonly string[] {
  const names = shortcut
    .replace(/(^|\+)\+$/, '$1Plus')
    .split('+')
    .filter((name) => name !== '');
  const own = platform === 'apple' ? appleKeys : otherKeys;
  const keys = names.map(
    (name) =>
      own[name] ?? sharedKeys[name] ?? wordOn(name) ?? (name.length === 1 ? name.toUpperCase() : name),
  );
  if (platform === 'other') return keys;
  const rank = (key: string): number => {
    const place = appleModifierOrder.indexOf(key);
    return place < 0 ? appleModifierOrder.length : place;
  };
  return keys.toSorted((a, b) => rank(a) - rank(b));
}

function wordOn(name: string): string | null {
  return name in worded ? t(worded[name as keyof typeof worded]) : null;
}

/** A shortcut as one text: `⇧⌘Z` on Apple, `Ctrl+Shift+Z` elsewhere. */
export function formatShortcut(shortcut: string, platform: KeyboardPlatform = keyboardPlatform()): string {
  return shortcutKeys(shortcut, platform).join(platform === 'apple' ? '' : '+');
}

/** A shortcut in the form of `aria-keyshortcuts`: `Meta+Shift+Z` on Apple, `Control+Shift+Z` elsewhere. */
export function ariaShortcut(shortcut: string, platform: KeyboardPlatform = keyboardPlatform()): string {
  return shortcut
    .split('+')
    .map((name) => {
      if (name === 'Mod') return platform === 'apple' ? 'Meta' : 'Control';
      return name === 'Ctrl' ? 'Control' : name;
    })
    .join('+');
}

/** The keyboard in front of the user, as far as the browser tells; `other` outside a browser. */
export function keyboardPlatform(): KeyboardPlatform {
  if (typeof navigator === 'undefined') return 'other';
  return /Mac|iPhone|iPad|iPod/.test(navigator.userAgent) ? 'apple' : 'other';
}
