import * as z from 'zod';
import { defineRecord, type RecordOf } from '../defineRecord';
import { itemLine, listField, longTextField, orderField, textField } from '../field';

/** A kind of customer. Which touchpoints and transitions are theirs is said there, by id. */
export const personaDefinition = defineRecord({
  name: 'persona',
  plural: 'personas',
  fields: {
    name: textField('What the persona is called'),
    description: longTextField('Who they are'),
    initials: {
      schema: z.string().max(4).describe('One to three letters for their badge'),
      empty: '',
      storage: 'value',
    },
    picture: textField('Address of a picture; empty for none'),
    goals: listField('What they want', { text: itemLine }),
    order: orderField('Where they stand among the personas'),
  },
});

export type Persona = RecordOf<typeof personaDefinition>;
