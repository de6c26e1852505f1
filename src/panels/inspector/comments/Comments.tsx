import { MessageSquarePlus } from 'lucide-react';
import { useEffect } from 'react';
import type { CommentThread } from '../../../model/records/commentThread';
import { useJourney, useOpenMap, useSession } from '../../../store/openMap';
import { t } from '../../../ui/i18n/t';
import { Section } from '../../../ui/Section';
import { useJourneyList } from '../parts/useJourneyList';
import { SayForm } from './SayForm';
import { Thread } from './Thread';
import { useSay } from './useComments';
import './Comments.css';

/** What people say about a record: open discussions, a place to begin one, and folded away what is settled. */
export function Comments({ subject }: { readonly subject: string }) {
  const say = useSay();
  const threads = useJourneyList((journey) =>
    journey.commentThreads.all.filter((thread) => thread.subject === subject),
  );
  useAuthors(threads);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <Section title={t('comments.title')} count={open.length || undefined}>
      {threads.length === 0 && !say && <p className="quiet-text">{t('comments.none')}</p>}
      {open.map((thread) => (
        <Thread key={thread.id} thread={thread} say={say} />
      ))}
      {say && (
        <SayForm
          key={subject}
          label={t('comments.new')}
          button={t('comments.send')}
          icon={MessageSquarePlus}
          onSay={(text) => say({ kind: 'start', subject, text })}
        />
      )}
      {settled.length > 0 && (
        <details className="comments-settled">
          <summary>{t('comments.settled', { count: settled.length })}</summary>
          {settled.map((thread) => (
            <Thread key={thread.id} thread={thread} say={say} />
          ))}
        </details>
      )}
    </Section>
  );
}

/** Has the names of those who speak here asked for, when one is not known. */
function useAuthors(threads: readonly CommentThread[]): void {
  const { remote, document } = useOpenMap();
  const authors = useSession((session) => session.authors);
  const isOnline = useSession((session) => session.connection.kind === 'connected');
  const speakers = useJourney((journey) => {
    const here = new Set(threads.map(({ id }) => id));
    const said = journey.comments.all.filter(({ thread }) => thread !== null && here.has(thread));
    return [...new Set(said.map(({ createdBy }) => createdBy ?? ''))].sort().join(' ');
  });
  const unknown = speakers
    .split(' ')
    .filter((id) => id !== '' && id !== document.actor && !(id in authors))
    .join(' ');
  useEffect(() => {
    if (unknown !== '' && isOnline) void remote?.loadAuthors();
  }, [unknown, isOnline, remote]);
}
