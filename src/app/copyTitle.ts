import { t } from '../ui/i18n/t';

/** What a copy of a map is called. */
export function copyTitle(title: string): string {
  return t('app.home.copyOf', { title: title === '' ? t('app.map.untitled') : title });
}
