import { newRecordId } from '../model/ids';
import type { Note } from '../model/records/note';
import { defineCommand } from './command';
import { gestureOfNew } from './gestureOfNew';

/** Puts a sticky note on the canvas. Returns its id. */
export const createNote = defineCommand({
  id: 'note.create',
  run({ document }, fields: Partial<Omit<Note, 'id'>> & { at: number; offset: number }) {
    const id = newRecordId(document.entropy);
    return document.change('note.create', (writer) => writer.create('notes', fields, id), gestureOfNew(id));
  },
});
