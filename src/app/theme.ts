/** What the user wants: light, dark, or what the system says. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'throughline.theme';

function isTheme(value: unknown): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark';
}

/** The chosen theme; the system's when nothing (or nonsense) is stored, or storage is closed to us. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return isTheme(stored) ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme and remembers it, where that is possible. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A private window may refuse; the theme then lasts as long as the page.
  }
}
