import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, referenceField, textField } from '../field';

export const usageAccesses = ['reads', 'writes', 'both'] as const;
export type UsageAccess = (typeof usageAccesses)[number];

/** A touchpoint uses a system. No access given reads and writes. */
export const usageDefinition = defineRecord({
  name: 'usage',
  plural: 'usages',
  fields: {
    touchpoint: referenceField('Which touchpoint: a touchpoint id'),
    system: referenceField('Which system: a system id'),
    access: choiceField('Whether it reads, writes or does both; none given means both', usageAccesses),
    purpose: textField('What it is used for here'),
  },
});

export type Usage = RecordOf<typeof usageDefinition>;
