import * as z from 'zod';
import { defineRecord, type RecordOf } from '../defineRecord';
import {
  choiceField,
  coordinateField,
  flagField,
  itemLine,
  itemNumber,
  itemReference,
  listField,
  longTextField,
  numberField,
  optionalTextField,
  setField,
  textField,
} from '../field';
import { pictureData, pictureSide } from '../picture';

/** How well a piece of evidence is backed, weakest first. */
export const evidenceLevels = ['assumed', 'reported', 'observed', 'measured'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** How a customer is usually recognised. Other words are allowed: the field is free text. */
export const identityKeys = [
  'nobody',
  'cookie',
  'email',
  'phone',
  'account',
  'loyalty-number',
  'order-number',
] as const;

/** Channels the interface knows an icon for. Other words are allowed: the field is free text. */
export const knownChannels = [
  'Web',
  'App',
  'Store',
  'Phone',
  'Email',
  'Chat',
  'Social',
  'Search',
  'Ad',
  'Letter',
  'Home',
  'Event',
  'Partner',
  'Branch',
  'SMS',
  'In person',
] as const;

export const initiators = ['customer', 'company'] as const;

/** One moment of the customer's journey. Its place is a point on the timeline, not a cell in a column. */
export const touchpointDefinition = defineRecord({
  name: 'touchpoint',
  plural: 'touchpoints',
  fields: {
    title: textField('What the customer does or meets here'),
    description: longTextField('What happens, in the customer’s terms'),
    at: coordinateField('Place on the timeline; neighbours are usually 1 apart'),
    offset: coordinateField('Row of the card: 0 is the upper, 1 the next one down'),
    channels: setField('Channels it happens on, as words: Web, Store, Phone …'),
    personas: setField('Personas who come by here: persona ids; none means all'),
    initiator: choiceField('Who starts it', initiators),
    emotion: numberField('How the customer feels: −2 (awful) to +2 (delighted); absent is not 0', -2, 2),
    importance: numberField('How much it matters to the customer: 1 to 5', 1, 5),
    momentOfTruth: flagField('Whether the relationship is made or broken here'),
    expectation: textField('What the customer expects'),
    pains: listField('What hurts', { text: itemLine }),
    gains: listField('What delights', { text: itemLine }),
    opportunities: listField('What could be better', { text: itemLine }),
    kpis: listField('How success is measured here', {
      name: itemLine,
      unit: itemLine,
      baseline: itemNumber,
      target: itemNumber,
      system: itemReference,
    }),
    evidence: listField('What backs this up', {
      title: itemLine,
      url: itemLine,
      level: z.enum(evidenceLevels),
      picture: itemLine.optional(),
    }),
    // Apart from the evidence, so that saying how sure it is does not write the picture once more.
    pictures: listField('Pictures among the evidence, which names them by id', {
      data: pictureData,
      width: pictureSide,
      height: pictureSide,
    }),
    dataCaptured: setField('Data objects that become known here: data object ids'),
    dataNeeded: setField('Data objects that must be known here: data object ids'),
    identityKey: optionalTextField('How the customer is recognised: nobody, cookie, email, account …'),
    noSystemNeeded: flagField('Nothing technical happens here, and that is right'),
  },
  packed: { place: ['at', 'offset'] },
});

export type Touchpoint = RecordOf<typeof touchpointDefinition>;
