import { Languages } from 'lucide-react';
import { languageNames, languages } from '../ui/i18n/language';
import { t } from '../ui/i18n/t';
import type { MenuEntry } from '../ui/menuEntries';
import { changeLanguage } from './userLanguage';

/**
 * The choice of language; the same in every menu.
 * @param flush Stores what the page has not stored yet, before it is loaded again.
 */
export function languageEntries(flush: () => Promise<void>): MenuEntry {
  const spoken = document.documentElement.lang;
  return {
    type: 'submenu',
    id: 'language',
    label: t('app.language.label'),
    icon: Languages,
    entries: languages.map((language) => ({
      type: 'check',
      id: language,
      label: languageNames[language],
      checked: language === spoken,
      onChange: () => {
        if (language !== spoken) void changeLanguage(language, flush);
      },
    })),
  };
}
