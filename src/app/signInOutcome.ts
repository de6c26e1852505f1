import { signInAddress } from '../sync/account';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';

/** How the server tells that a sign-in came to nothing (RIGHT-64). */
const outcome = 'sign-in';

/** Says that signing in did not work, when that is what the page was opened with, and takes it out of the address. */
export function tellFailedSignIn(): void {
  const address = new URL(location.href);
  if (address.searchParams.get(outcome) !== 'failed') return;
  address.searchParams.delete(outcome);
  history.replaceState(history.state, '', address);
  notices.show({
    text: t('app.account.failed'),
    tone: 'late',
    stays: true,
    action: { label: t('app.account.again'), onSelect: () => location.assign(signInAddress('/')) },
  });
}
