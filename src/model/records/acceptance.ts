import { defineRecord, type RecordOf } from '../defineRecord';
import { optionalTextField, setField, textField } from '../field';

/**
 * A finding that people know of and live with for now. The finding itself is derived and never stored: this names it by
 * its kind and records, and holds a digest of the facts as they were. Once these are others, the finding is back.
 */
export const acceptanceDefinition = defineRecord({
  name: 'acceptance',
  plural: 'acceptances',
  fields: {
    finding: textField('Which kind of finding, by its name: broken, late, no-owner …'),
    about: setField('The records the finding hangs on: ids'),
    reason: textField('Why one lives with it'),
    until: optionalTextField(
      'The last day it is accepted, as a date YYYY-MM-DD; none means until the facts change',
    ),
    acceptedBy: textField('Who accepted it, by the name they go by'),
    factsDigest: textField('A digest of the facts under the finding as they were when it was accepted'),
  },
});

export type Acceptance = RecordOf<typeof acceptanceDefinition>;
