import { Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { Comment } from '../../../model/records/comment';
import type { CommentThread } from '../../../model/records/commentThread';
import { useOpenMap, useSession } from '../../../store/openMap';
import { Avatar } from '../../../ui/Avatar';
import { Button } from '../../../ui/Button';
import { formatAgo } from '../../../ui/i18n/format';
import { t } from '../../../ui/i18n/t';
import { useJourneyList } from '../parts/useJourneyList';
import { SayForm } from './SayForm';
import type { CommentProblem, Say } from './useComments';

interface ThreadProps {
  readonly thread: CommentThread;
  /** Null for those who may only read. */
  readonly say: Say | null;
}

/** One discussion: what was said, by whom and when; an answer, and the way to settle it. */
export function Thread({ thread: { id, resolvedAt }, say }: ThreadProps) {
  const [problem, setProblem] = useState<CommentProblem | null>(null);
  const comments = useJourneyList((journey) =>
    journey.comments.all
      .filter(({ thread }) => thread === id)
      .sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || (a.id < b.id ? -1 : 1)),
  );
  const nameOf = useNameOf();
  const beginner = nameOf(comments[0]?.createdBy ?? null);
  const isSettled = resolvedAt !== null;
  return (
    <article className="comments-thread" data-settled={isSettled || undefined}>
      <ol className="comments-list">
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} name={nameOf(comment.createdBy)} />
        ))}
      </ol>
      {say && (
        <div className="comments-actions">
          {!isSettled && (
            <SayForm
              label={
                beginner === t('comments.you') ? t('comments.add') : t('comments.replyTo', { name: beginner })
              }
              button={t('comments.reply')}
              onSay={(text) => say({ kind: 'add', thread: id, text })}
            />
          )}
          <Button
            size="s"
            variant="ghost"
            icon={isSettled ? RotateCcw : Check}
            aria-label={t(isSettled ? 'comments.reopenOf' : 'comments.settleOf', { name: beginner })}
            onClick={() => void say({ kind: 'resolve', thread: id, resolved: !isSettled }).then(setProblem)}
          >
            {t(isSettled ? 'comments.reopen' : 'comments.settle')}
          </Button>
        </div>
      )}
      {problem && (
        <p className="comments-problem" role="alert">
          {t(`comments.failed.${problem}`)}
        </p>
      )}
    </article>
  );
}

function Said({ comment: { text, createdAt }, name }: { readonly comment: Comment; readonly name: string }) {
  const { document } = useOpenMap();
  const me = useSession((session) => session.me?.name);
  return (
    <li>
      <Avatar name={name === t('comments.you') ? (me ?? name) : name} size={24} />
      <div className="comments-said">
        <p className="comments-who">
          <strong>{name}</strong>
          {createdAt !== null && (
            <time dateTime={new Date(createdAt).toISOString()}>
              {formatAgo(createdAt, document.entropy.now())}
            </time>
          )}
        </p>
        <p className="comments-text">{text}</p>
      </div>
    </li>
  );
}

/** What whoever stamps their work with an id is called here. */
function useNameOf(): (actor: string | null) => string {
  const { document } = useOpenMap();
  const authors = useSession((session) => session.authors);
  return (actor) => {
    if (actor === document.actor) return t('comments.you');
    return (actor !== null && authors[actor]) || t('comments.somebody');
  };
}
