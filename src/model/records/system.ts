import { defineRecord, type RecordOf } from '../defineRecord';
import {
  choiceField,
  itemLine,
  listField,
  longTextField,
  optionalTextField,
  orderField,
  referenceField,
  setField,
  textField,
} from '../field';
import { classifications } from './dataObject';

/** Kinds the interface suggests. Other words are allowed: the field is free text. */
export const knownSystemKinds = [
  'CRM',
  'CDP',
  'CMS',
  'MAP',
  'ERP',
  'OMS',
  'POS',
  'IAM',
  'DWH',
  'PIM',
  'Website',
  'App',
  'Service',
  'Database',
  'Messaging',
  'Storage',
  'Analytics',
  'Payment',
  'Chat',
  'Ad platform',
  'Service desk',
] as const;

export const systemRoles = ['record', 'engagement', 'insight'] as const;
export const lifecycles = ['planned', 'live', 'phasing-out', 'retired'] as const;
export type Lifecycle = (typeof lifecycles)[number];
export const standings = ['sanctioned', 'tolerated', 'shadow', 'unknown'] as const;
export type Standing = (typeof standings)[number];

/** A system that serves the journey: drawn as one long track, as far along as it serves. */
export const systemDefinition = defineRecord({
  name: 'system',
  plural: 'systems',
  fields: {
    name: textField('What the system is called'),
    description: longTextField('What it does'),
    aliases: setField('Other names it goes by'),
    kind: textField('What kind of system it is: CRM, CDP, CMS, ERP, POS …'),
    role: choiceField('System of record, of engagement, or of insight', systemRoles),
    vendor: textField('Who makes it'),
    lifecycle: choiceField('Where it is in its life; none given counts as live', lifecycles),
    standing: choiceField('Whether IT stands behind it', standings),
    hosting: textField('Where it runs: cloud, own data centre, vendor …'),
    region: textField('Region its data lies in: EU, US …'),
    clearedFor: choiceField('Highest classification of data it may hold', classifications),
    reference: optionalTextField('Its reference in an outside catalogue'),
    parent: referenceField('The system it is part of: a system id'),
    tags: setField('Free labels'),
    links: listField('Where to read on', { title: itemLine, url: itemLine }),
    order: orderField('Where its track stands within its group'),
  },
});

export type System = RecordOf<typeof systemDefinition>;
