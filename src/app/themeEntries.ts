import { Moon, Sun, SunMoon } from 'lucide-react';
import { t } from '../ui/i18n/t';
import type { MenuEntry } from '../ui/menuEntries';
import { applyTheme, readTheme, type Theme } from './theme';

/** The choice between light, dark and the system's way; the same in every menu. */
export function themeEntries(): MenuEntry {
  const icons = { system: SunMoon, light: Sun, dark: Moon } as const;
  const choices: readonly Theme[] = ['system', 'light', 'dark'];
  return {
    type: 'submenu',
    id: 'theme',
    label: t('app.theme.label'),
    icon: icons[readTheme()],
    entries: choices.map((theme) => ({
      id: theme,
      label: t(`app.theme.${theme}`),
      icon: icons[theme],
      onSelect: () => applyTheme(theme),
    })),
  };
}
