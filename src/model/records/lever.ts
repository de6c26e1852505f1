import { defineRecord, type RecordOf } from '../defineRecord';
import { longTextField, orderField, textField } from '../field';

/** A business lever or priority that both functions judge. */
export const leverDefinition = defineRecord({
  name: 'lever',
  plural: 'levers',
  fields: {
    name: textField('What is judged: “access to customer insight”'),
    description: longTextField('What is meant by it'),
    order: orderField('Where it stands in the list'),
  },
});

export type Lever = RecordOf<typeof leverDefinition>;
