import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { longestComment } from '../../../model/commentCommand';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/i18n/t';
import { TextArea } from '../../../ui/TextArea';
import type { CommentProblem } from './useComments';

interface SayFormProps {
  /** What is asked for; label and placeholder alike. */
  readonly label: string;
  readonly button: string;
  readonly icon?: LucideIcon;
  readonly onSay: (text: string) => Promise<CommentProblem | null>;
}

/** A place to write. What could not be sent stays in it, with the reason; Mod+Enter sends. */
export function SayForm({ label, button, icon, onSay }: SayFormProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<CommentProblem | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    if (text.trim() === '' || isSending) return;
    setSending(true);
    const refused = await onSay(text.trim());
    setSending(false);
    setProblem(refused);
    if (refused === null) setText('');
  };
  return (
    <form
      className="comments-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={label}
        hideLabel
        placeholder={label}
        minRows={1}
        maxLength={longestComment}
        value={text}
        onChange={setText}
        error={problem === null ? null : t(`comments.failed.${problem}`)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
        }}
      />
      {text.trim() !== '' && (
        <Button size="s" type="submit" icon={icon} loading={isSending}>
          {button}
        </Button>
      )}
    </form>
  );
}
