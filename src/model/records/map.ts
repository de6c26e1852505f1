import { defineRecord, type RecordOf } from '../defineRecord';
import { longTextField, referenceField, requiredChoiceField, textField } from '../field';

/** The map as a whole. There is exactly one in a document; its id is `map`. */
export const mapDefinition = defineRecord({
  name: 'map',
  plural: 'map',
  fields: {
    title: textField('What the journey is called'),
    description: longTextField('What the map is about and where it begins and ends'),
    state: requiredChoiceField('Whether the map shows today or a wanted future', ['as-is', 'to-be'], 'as-is'),
    experienceOwner: referenceField('The one party that owns the experience end to end: a party id'),
  },
});

export type JourneyMap = RecordOf<typeof mapDefinition>;
