import type { StorageProblem } from '../sync/storageProblem';
import { t } from '../ui/i18n/t';

/** What is wrong with this browser's storage, and what can be done, in words. */
export function storageText(problem: StorageProblem): { readonly title: string; readonly text: string } {
  switch (problem) {
    case 'storage-full':
      return { title: t('app.page.storageFull.title'), text: t('app.page.storageFull.text') };
    case 'storage-newer':
      return { title: t('app.page.storageNewer.title'), text: t('app.page.storageNewer.text') };
    case 'storage-blocked':
      return { title: t('app.page.storageBlocked.title'), text: t('app.page.storageBlocked.text') };
    case 'storage-broken':
      return { title: t('app.page.broken.title'), text: t('app.page.broken.text') };
    case 'storage-unavailable':
      return { title: t('app.page.storage.title'), text: t('app.page.storage.text') };
  }
}
