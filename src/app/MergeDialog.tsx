import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/i18n/t';

/** A file was saved from a map that this device has: what may be done with it. */
export interface MergeQuestion {
  readonly title: string;
  /** Both return the id of the map to open, or null when that failed and was said. */
  readonly openCopy: () => Promise<string | null>;
  readonly merge: () => Promise<string | null>;
}

interface MergeDialogProps {
  readonly question: MergeQuestion | null;
  readonly onClose: () => void;
  readonly onOpened: (mapId: string) => void;
}

/** Asks whether a file is to be merged into the map it came from, or opened as a map of its own. */
export function MergeDialog({ question, onClose, onOpened }: MergeDialogProps) {
  if (!question) return null;
  const choose = async (open: () => Promise<string | null>): Promise<void> => {
    onClose();
    const id = await open();
    if (id !== null) onOpened(id);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('app.merge.title')}
      description={t('app.merge.text', {
        title: question.title === '' ? t('app.map.untitled') : question.title,
      })}
      size="s"
      footer={
        <>
          <Button onClick={() => void choose(question.merge)}>{t('app.merge.merge')}</Button>
          <Button variant="primary" onClick={() => void choose(question.openCopy)}>
            {t('app.merge.copy')}
          </Button>
        </>
      }
    />
  );
}
