import { useEffect, useRef, useState, type RefObject } from 'react';
import { useSession } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/i18n/t';
import { useEscape } from '../../ui/useEscape';
import type { AcceptanceWords } from './useFindingActions';

export interface AcceptEditorProps {
  readonly onAccept: (words: AcceptanceWords) => void;
  readonly onClose: () => void;
}

/** Asks why one lives with a finding and until when; whoever has said their name elsewhere is not asked for it. */
export function AcceptEditor({ onAccept, onClose }: AcceptEditorProps) {
  const me = useSession((session) => session.me?.name ?? '');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [name, setName] = useState('');
  const formRef = useRef<HTMLFormElement>(null);
  useEscape(formRef, onClose);
  useReturnedFocus(formRef);
  const isReady = reason.trim() !== '';
  return (
    <form
      ref={formRef}
      className="finding-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onAccept({ reason, until, acceptedBy: me === '' ? name : me });
      }}
    >
      <TextField
        label={t('findings.reason')}
        placeholder={t('findings.reasonExample')}
        autoFocus
        required
        value={reason}
        onChange={setReason}
      />
      <DateField label={t('findings.until')} value={until} onChange={setUntil} />
      {me === '' && <TextField label={t('findings.yourName')} value={name} onChange={setName} />}
      <p className="finding-hint">{t('findings.acceptHint')}</p>
      <div className="finding-actions">
        <Button type="submit" size="s" variant="primary" disabled={!isReady}>
          {t('findings.acceptIt')}
        </Button>
        <Button size="s" variant="ghost" onClick={onClose}>
          {t('findings.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Gives the keyboard back to the line of the finding when the form goes. */
function useReturnedFocus(formRef: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const form = formRef.current;
    const line = form?.closest('.finding')?.querySelector<HTMLElement>('.finding-main');
    // All of it, its buttons too, before anybody types.
    form?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (document.activeElement === document.body) line?.focus();
    };
  }, [formRef]);
}
