import { defineRecord, type RecordOf } from '../defineRecord';
import { momentField, referenceField } from '../field';

/** A discussion anchored to a record. */
export const commentThreadDefinition = defineRecord({
  name: 'comment thread',
  plural: 'commentThreads',
  fields: {
    subject: referenceField('What it is about: the id of a record, or “map”'),
    resolvedAt: momentField('When it was settled, ms since 1970'),
  },
});

export type CommentThread = RecordOf<typeof commentThreadDefinition>;
