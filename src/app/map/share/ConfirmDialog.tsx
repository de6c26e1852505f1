import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { t } from '../../../ui/i18n/t';

/** Something that takes effect on others at once, and has to be meant. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly run: () => void;
}

/** Asks before somebody is sent out. */
export function ConfirmDialog({
  question,
  onClose,
}: {
  readonly question: Question | null;
  readonly onClose: () => void;
}) {
  if (!question) return null;
  return (
    <Dialog
      open
      mustAnswer
      size="s"
      onOpenChange={(open) => !open && onClose()}
      title={question.title}
      description={question.text}
      footer={
        <>
          <Button onClick={onClose}>{t('sharing.cancel')}</Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose();
              question.run();
            }}
          >
            {question.confirm}
          </Button>
        </>
      }
    />
  );
}
