import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, flagField, longTextField, referenceField, textField } from '../field';

/** How sensitive data is, least first. */
export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;
export type Classification = (typeof classifications)[number];
export const dataAccesses = ['self-service', 'on-request', 'restricted'] as const;

/** A thing the company knows about the customer or the business. */
export const dataObjectDefinition = defineRecord({
  name: 'data object',
  plural: 'dataObjects',
  fields: {
    name: textField('What the data is called'),
    description: longTextField('What it holds'),
    category: textField('Category of data, as a dotted key or in words: user.contact.email'),
    classification: choiceField('How sensitive it is', classifications),
    personal: flagField('Personal data in the sense of the GDPR'),
    specialCategory: flagField('Special category of personal data (GDPR Art. 9)'),
    systemOfRecord: referenceField('The system that is right when two disagree: a system id'),
    access: choiceField('How one gets at it', dataAccesses),
    accessNote: textField('What one has to do to get it'),
    retention: textField('How long it is kept'),
  },
});

export type DataObject = RecordOf<typeof dataObjectDefinition>;
