import { defineCommand, refused } from './command';

/** Says something about a record: opens a thread with its first comment. Returns the thread's id. */
export const startThread = defineCommand({
  id: 'comment-thread.start',
  run({ document }, { subject, text }: { subject: string; text: string }) {
    if (text.trim() === '') return refused('invalid');
    return document.change('comment-thread.start', (writer) => {
      const thread = writer.create('commentThreads', { subject });
      writer.create('comments', { thread, text });
      return thread;
    });
  },
});

/** Answers in a thread. Returns the comment's id. */
export const addComment = defineCommand({
  id: 'comment.add',
  run(
    { document, journey },
    { thread, text, mentions = [] }: { thread: string; text: string; mentions?: readonly string[] },
  ) {
    if (!journey().commentThreads.byId.has(thread)) return refused('not-found');
    if (text.trim() === '') return refused('invalid');
    return document.change('comment.add', (writer) => writer.create('comments', { thread, text, mentions }));
  },
});

/** Settles a thread, or opens it again. */
export const resolveThread = defineCommand({
  id: 'comment-thread.resolve',
  run({ document, journey }, { thread, resolved }: { thread: string; resolved: boolean }) {
    if (!journey().commentThreads.byId.has(thread)) return refused('not-found');
    const resolvedAt = resolved ? document.entropy.now() : null;
    return document.change('comment-thread.resolve', (writer) =>
      writer.update('commentThreads', thread, { resolvedAt }),
    );
  },
});
