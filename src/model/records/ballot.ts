import { defineRecord, type RecordOf } from '../defineRecord';
import { requiredChoiceField, setField, textField } from '../field';

/** A sealed vote of both functions on a list of subjects. */
export const ballotDefinition = defineRecord({
  name: 'ballot',
  plural: 'ballots',
  fields: {
    question: textField('What is asked'),
    subjects: setField('What is judged: ids of levers, touchpoints or systems'),
    method: requiredChoiceField('How one votes', ['rating', 'ranking', 'dots'], 'rating'),
    state: requiredChoiceField(
      'Whether votes are taken, no longer taken, or opened',
      ['open', 'closed', 'revealed'],
      'open',
    ),
  },
});

export type Ballot = RecordOf<typeof ballotDefinition>;
