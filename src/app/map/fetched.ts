import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';

/** Code that is fetched when it is asked for; null where it cannot be had now, which is said, and asking again tries again. */
export async function fetched<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch {
    notices.show({ id: 'fetched', tone: 'late', text: t('app.notice.notFetched') });
    return null;
  }
}
