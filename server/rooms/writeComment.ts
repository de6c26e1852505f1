import * as Y from 'yjs';
import { DocumentWriter } from '../../src/doc/documentWriter';
import type { CommentCommand, CommentResult } from '../../src/model/commentCommand';
import { mapSubject, type Entropy } from '../../src/model/ids';
import { kinds } from '../../src/model/kinds';

/** Somebody a comment is written for. */
export interface CommentAuthor {
  /** The opaque id stamped on what they say. */
  readonly actor: string;
}

/**
 * Writes what somebody says into a map, under the document's own client id and with them as the author. Refuses what is
 * about something that is not there; changes nothing then.
 */
export function writeComment(
  doc: Y.Doc,
  command: CommentCommand,
  author: CommentAuthor,
  entropy: Entropy,
): CommentResult {
  const writer = new DocumentWriter({
    entropy,
    actor: author.actor,
    recordsOf: (kind) => doc.getMap(kind),
    recordMap: ({ kind, id }) => {
      const found = doc.getMap(kind).get(id);
      return found instanceof Y.Map ? found : undefined;
    },
  });
  switch (command.kind) {
    case 'start': {
      if (!hasRecord(doc, command.subject)) return { ok: false, reason: 'not-found' };
      const thread = writer.create('commentThreads', { subject: command.subject });
      writer.create('comments', { thread, text: command.text });
      return { ok: true, id: thread };
    }
    case 'add': {
      if (!(doc.getMap('commentThreads').get(command.thread) instanceof Y.Map))
        return { ok: false, reason: 'not-found' };
      const { thread, text, mentions = [] } = command;
      return { ok: true, id: writer.create('comments', { thread, text, mentions: [...new Set(mentions)] }) };
    }
    case 'resolve': {
      const resolvedAt = command.resolved ? entropy.now() : null;
      const isThere = writer.update('commentThreads', command.thread, { resolvedAt });
      return isThere ? { ok: true, id: command.thread } : { ok: false, reason: 'not-found' };
    }
  }
}

function hasRecord(doc: Y.Doc, id: string): boolean {
  return id === mapSubject || kinds.some((kind) => doc.getMap(kind).has(id));
}
