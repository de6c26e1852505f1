import { LogIn, LogOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { readAccount, signInAddress, signOut, type Account } from '../sync/account';
import { browserServer } from '../sync/browserServer';
import { Button } from '../ui/Button';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';

/** Signing in and out, on servers that offer it; nothing elsewhere, and nothing without a network. */
export function AccountLine() {
  const [account, setAccount] = useState<Account | null>(null);
  useEffect(() => {
    if (!navigator.onLine) return;
    let isLeft = false;
    void readAccount(browserServer(location)).then((read) => {
      if (!isLeft) setAccount(read);
    });
    return () => {
      isLeft = true;
    };
  }, []);
  if (!account?.canSignIn) return null;
  const leave = async (): Promise<void> => {
    if (await signOut(browserServer(location))) location.reload();
    else notices.show({ text: t('app.account.signOutFailed'), tone: 'late' });
  };
  return (
    <div className="account-line">
      {account.hasAccount ? (
        <>
          <span>{t('app.account.signedIn', { name: account.name })}</span>
          <Button size="s" icon={LogOut} onClick={() => void leave()}>
            {t('app.account.signOut')}
          </Button>
        </>
      ) : (
        <>
          <span className="quiet-text">{t('app.account.guest')}</span>
          <Button size="s" icon={LogIn} onClick={() => location.assign(signInAddress(location.pathname))}>
            {t('app.account.signIn')}
          </Button>
        </>
      )}
    </div>
  );
}
