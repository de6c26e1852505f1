import { Check, CloudOff, HardDrive, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SaveState } from '../../store/session';
import { useSession } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';
import { Spinner } from '../../ui/Spinner';
import './SaveIndicator.css';

/** What the indicator says, in words; the four states of promise 3. */
export function saveText(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return t('app.save.saved');
    case 'saving':
      return t('app.save.saving');
    case 'not-saved':
      return t('app.save.notSaved');
    case 'saved-here':
      if (!save.shared) return t('app.save.onThisDevice');
      return save.waiting > 0 ? t('app.save.waiting', { count: save.waiting }) : t('app.save.onThisDevice');
  }
}

/** Whether everything is safe, and where. Visible at every width; a change of state is announced once. */
export function SaveIndicator() {
  const save = useSession((session) => session.save);
  const text = saveText(save);
  const told = useRef(save.kind);
  useEffect(() => {
    // “Saving…” comes and goes with every letter; only where things come to rest is worth saying.
    if (save.kind === told.current || save.kind === 'saving') return;
    told.current = save.kind;
    announcements.announce(text);
  }, [save.kind, text]);
  return (
    <span className="save-indicator" data-state={save.kind} data-testid="save-indicator">
      <SaveIcon save={save} />
      <span>{text}</span>
    </span>
  );
}

function SaveIcon({ save }: { readonly save: SaveState }) {
  switch (save.kind) {
    case 'saved':
      return <Check size={14} aria-hidden />;
    case 'saving':
      return <Spinner size={12} />;
    case 'not-saved':
      return <TriangleAlert size={14} aria-hidden />;
    case 'saved-here':
      return save.shared && save.waiting > 0 ? (
        <CloudOff size={14} aria-hidden />
      ) : (
        <HardDrive size={14} aria-hidden />
      );
  }
}
