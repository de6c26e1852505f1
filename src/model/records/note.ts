import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, coordinateField, longTextField } from '../field';

/** A sticky note on the canvas. */
export const noteDefinition = defineRecord({
  name: 'note',
  plural: 'notes',
  fields: {
    text: longTextField('What it says'),
    at: coordinateField('Place on the timeline'),
    offset: coordinateField('Height on the canvas, in rows'),
    color: choiceField('Colour of the paper', ['yellow', 'green', 'blue', 'pink']),
  },
  packed: { place: ['at', 'offset'] },
});

export type Note = RecordOf<typeof noteDefinition>;
