import type { NoteTarget } from '../../commands/convertNotes';
import { fetched } from './fetched';
import type { PageMap } from './MapPage';
import type { PageIntents } from './useWorkspaceIntents';

/** Turning notes into something else, on the canvas and beside the table alike. It is fetched when it is asked for. */
export function noteIntents(map: PageMap): PageIntents {
  const turn = async (to: NoteTarget): Promise<void> => {
    const code = await fetched(() => import('../../panels/notes/turnNotes'));
    code?.turnNotes(map, to);
  };
  return {
    'note.to-touchpoint': () => void turn('touchpoints'),
    'note.to-system': () => void turn('systems'),
    'note.to-requirement': () => void turn('requirements'),
  };
}
