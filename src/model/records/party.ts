import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, referenceField, textField } from '../field';

/** The functions of a company that take part in a journey. */
export const partyFunctions = [
  'marketing',
  'it',
  'sales',
  'service',
  'operations',
  'legal',
  'external',
  'other',
] as const;
export type PartyFunction = (typeof partyFunctions)[number];
export const partyTypes = ['team', 'person'] as const;

/** A person or a team. */
export const partyDefinition = defineRecord({
  name: 'party',
  plural: 'parties',
  fields: {
    name: textField('Name of the person or team'),
    type: choiceField('Whether it is a team or a person', partyTypes),
    function: choiceField('The function of the company they belong to', partyFunctions),
    contact: textField('How to reach them'),
    parent: referenceField('The team they belong to: a party id'),
  },
});

export type Party = RecordOf<typeof partyDefinition>;
