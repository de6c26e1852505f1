import { defineRecord, type RecordOf } from '../defineRecord';
import { longTextField, referenceField, setField } from '../field';

/** One contribution to a discussion. */
export const commentDefinition = defineRecord({
  name: 'comment',
  plural: 'comments',
  fields: {
    thread: referenceField('Which discussion: a comment thread id'),
    text: longTextField('What is said'),
    mentions: setField('Who is spoken to: party ids'),
  },
});

export type Comment = RecordOf<typeof commentDefinition>;
