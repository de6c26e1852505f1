import * as z from 'zod';
import { defineRecord, type RecordOf } from '../defineRecord';
import { itemLine, listField, longTextField, setField } from '../field';

/** A statement that holds once marketing and IT have signed it, until a fact beneath it changes. */
export const agreementDefinition = defineRecord({
  name: 'agreement',
  plural: 'agreements',
  fields: {
    statement: longTextField('What is agreed'),
    about: setField('The records it rests on: ids'),
    signatures: listField('Who signed: party id, time, and a digest of the facts as they were', {
      party: itemLine,
      signedAt: z.number(),
      factsDigest: itemLine,
    }),
  },
});

export type Agreement = RecordOf<typeof agreementDefinition>;
