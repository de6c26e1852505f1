import * as z from 'zod';
import { defineRecord, type RecordOf } from '../defineRecord';
import { optionalTextField, orderField, setField, textField, type Field } from '../field';
import { filterField } from '../recordFilter';

/** Where a view looks: a place of the canvas in the middle of the screen, in pixels at zoom 1, and the zoom. */
export interface ViewCamera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const cameraField: Field<ViewCamera | null> = {
  schema: z
    .object({ x: z.number(), y: z.number(), zoom: z.number().positive() })
    .nullable()
    .describe(
      'The place of the canvas in the middle of the screen, and the zoom; none leaves the camera alone',
    ),
  empty: null,
  storage: 'value',
};

/** A named way of looking at the map that everybody shares: lens, rulers, personas, filter and, if wanted, the place. */
export const viewDefinition = defineRecord({
  name: 'view',
  plural: 'views',
  fields: {
    name: textField('What the view is called'),
    lens: optionalTextField('The lens it is looked at through; none leaves the one in use'),
    rulers: setField('Rulers that are shown: ruler ids; none means all'),
    personas: setField('Personas whose paths are shown: persona ids; none means all'),
    filter: filterField('Conditions that a record has to meet to stand out; none means all records'),
    camera: cameraField,
    order: orderField('Where it stands among the views'),
  },
});

export type View = RecordOf<typeof viewDefinition>;
