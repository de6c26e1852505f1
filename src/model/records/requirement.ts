import { defineRecord, type RecordOf } from '../defineRecord';
import { longTextField, optionalTextField, referenceField, requiredChoiceField, textField } from '../field';

export const requirementStates = ['proposed', 'accepted', 'in-work', 'delivered', 'declined'] as const;

/** Something one side asks of the other, and where on the journey it sits. */
export const requirementDefinition = defineRecord({
  name: 'requirement',
  plural: 'requirements',
  fields: {
    subject: referenceField('Where it sits: the id of a touchpoint, system or data flow'),
    what: textField('What is needed'),
    why: longTextField('Why it is needed'),
    measure: textField('How one will see that it helped'),
    dueOn: optionalTextField('By when, as a date YYYY-MM-DD'),
    askedBy: referenceField('Who asks: a party id'),
    answeredBy: referenceField('Who answers: a party id'),
    state: requiredChoiceField('How far it has come', requirementStates, 'proposed'),
    declinedReason: textField('Why it was declined'),
  },
});

export type Requirement = RecordOf<typeof requirementDefinition>;
