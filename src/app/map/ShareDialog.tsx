import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorBanner } from '../../ui/ErrorBanner';
import { t } from '../../ui/i18n/t';
import { TextField } from '../../ui/TextField';

/** How far sharing has come. */
export type ShareState =
  | { readonly kind: 'working' }
  | { readonly kind: 'shared'; readonly link: string; readonly copied: boolean }
  | { readonly kind: 'failed'; readonly text: string };

interface ShareDialogProps {
  readonly state: ShareState | null;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/** Shows the link that opens the map elsewhere, and says plainly who can use it. */
export function ShareDialog({ state, onClose, onRetry }: ShareDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (link: string): Promise<void> => {
    setCopied(await copyText(link));
    field.current?.select();
  };
  const isCopied = copied || (state?.kind === 'shared' && state.copied);
  return (
    <Dialog
      open={state !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('app.share.title')}
      initialFocus={field}
    >
      {state?.kind === 'working' && <p>{t('app.share.working')}</p>}
      {state?.kind === 'failed' && (
        <ErrorBanner
          title={t('app.share.failed')}
          urgent
          action={
            <Button size="s" onClick={onRetry}>
              {t('app.retry')}
            </Button>
          }
        >
          {state.text}
        </ErrorBanner>
      )}
      {state?.kind === 'shared' && (
        <div className="form-stack">
          <div className="share-row">
            <TextField
              ref={field}
              label={t('app.share.link')}
              value={state.link}
              readOnly
              onFocus={(event) => event.target.select()}
            />
            <Button variant="primary" icon={isCopied ? Check : Copy} onClick={() => void copy(state.link)}>
              {isCopied ? t('app.share.copied') : t('app.share.copy')}
            </Button>
          </div>
          <p className="quiet-text">{t('app.share.who')}</p>
        </div>
      )}
    </Dialog>
  );
}

/** Puts a text on the clipboard; false where the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
