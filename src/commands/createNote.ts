import type { Note } from '../model/records/note';
import { defineCommand } from './command';

/** Puts a sticky note on the canvas. Returns its id. */
export const createNote = defineCommand({
  id: 'note.create',
  run({ document }, fields: Partial<Omit<Note, 'id'>> & { at: number; offset: number }) {
    return document.change('note.create', (writer) => writer.create('notes', fields));
  },
});
