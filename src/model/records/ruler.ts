import { defineRecord, type RecordOf } from '../defineRecord';
import { orderField, textField } from '../field';

/** A named stage scheme ("Marketing funnel", "IT lifecycle"). Several may lie over the same journey. */
export const rulerDefinition = defineRecord({
  name: 'ruler',
  plural: 'rulers',
  fields: {
    name: textField('What the stage scheme is called'),
    order: orderField('Where it stands among the rulers'),
  },
});

export type Ruler = RecordOf<typeof rulerDefinition>;
