import { useCallback } from 'react';
import { addComment, resolveThread, startThread } from '../../../commands/comments';
import type { CommandRefusal, CommandResult } from '../../../commands/command';
import { isAtLeast } from '../../../model/access';
import type { CommentCommand, CommentRefusal } from '../../../model/commentCommand';
import { useOpenMap, useSession, type OpenMap } from '../../../store/openMap';

/** Why something was not said. */
export type CommentProblem = CommentRefusal | CommandRefusal;
/** Says something; null when it was said. */
export type Say = (command: CommentCommand) => Promise<CommentProblem | null>;

/**
 * The way to comment on the open map, or null for those who may not. Whoever may edit writes the map itself, with or
 * without a network; who may only comment has the server write.
 */
export function useSay(): Say | null {
  const map = useOpenMap();
  const role = useSession((session) => session.role);
  const say = useCallback<Say>(
    async (command) => {
      if (role !== 'commenter') {
        const done = runCommand(map, command);
        return done.ok ? null : done.reason;
      }
      const done = await map.remote?.comment(command);
      if (!done) return 'offline';
      return done.ok ? null : done.reason;
    },
    [map, role],
  );
  return map.document.isNewer || (role !== null && !isAtLeast(role, 'commenter')) ? null : say;
}

function runCommand(map: OpenMap, command: CommentCommand): CommandResult<unknown> {
  switch (command.kind) {
    case 'start':
      return startThread.run(map, command);
    case 'add':
      return addComment.run(map, { thread: command.thread, text: command.text });
    case 'resolve':
      return resolveThread.run(map, command);
  }
}
