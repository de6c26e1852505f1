import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, coordinateField, longTextField, referenceField, textField } from '../field';

/** Colours a stage band may have; none given takes the next one in turn. */
export const stageColors = ['orange', 'violet', 'teal', 'blue'] as const;
export type StageColor = (typeof stageColors)[number];

/**
 * A soft span laid over the timeline. Stages may overlap, nest and leave gaps. Which touchpoints lie in it is derived
 * from where they are (`start ≤ at ≤ end`); nothing is stored for that.
 */
export const stageDefinition = defineRecord({
  name: 'stage',
  plural: 'stages',
  fields: {
    ruler: referenceField('The stage scheme it belongs to: a ruler id; none means the first'),
    name: textField('What the stage is called'),
    description: longTextField('What the customer is about in this stage'),
    start: coordinateField('Where it begins on the timeline'),
    end: coordinateField('Where it ends on the timeline'),
    color: choiceField('Colour of its band', stageColors),
  },
  packed: { span: ['start', 'end'] },
});

export type Stage = RecordOf<typeof stageDefinition>;
