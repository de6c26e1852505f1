import { t } from '../ui/i18n/t';

/** Stands where a map will be in a moment. */
export function Opening() {
  return (
    <main className="page-message" aria-busy>
      <p className="quiet-text">{t('app.page.opening')}</p>
    </main>
  );
}
