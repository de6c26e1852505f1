import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, longTextField, optionalTextField, referenceField, setField, textField } from '../field';

export const flowPatterns = [
  'api-call',
  'event-stream',
  'webhook',
  'batch-file',
  'shared-database',
  'reverse-etl',
  'manual-re-entry',
] as const;
export type FlowPattern = (typeof flowPatterns)[number];
/** How fast data arrives, fastest first; `by-hand` stands apart. */
export const flowLatencies = ['real-time', 'minutes', 'hourly', 'daily', 'weekly', 'by-hand'] as const;
export type FlowLatency = (typeof flowLatencies)[number];
export const flowStatuses = ['proposed', 'planned', 'live', 'retired'] as const;
export type FlowStatus = (typeof flowStatuses)[number];
/** Lawful bases of GDPR Art. 6(1), a to f. */
export const lawfulBases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

/** Data that travels from one system (or touchpoint) to another. */
export const dataFlowDefinition = defineRecord({
  name: 'data flow',
  plural: 'dataFlows',
  fields: {
    name: textField('What the flow is called; empty shows its data objects'),
    description: longTextField('How it works'),
    from: referenceField('Where data leaves: a system or touchpoint id'),
    to: referenceField('Where data arrives: a system or touchpoint id'),
    dataObjects: setField('What travels: data object ids; none given may carry anything'),
    pattern: choiceField('How it travels', flowPatterns),
    latency: choiceField('How fast it arrives', flowLatencies),
    status: choiceField('Whether it exists; none given counts as live', flowStatuses),
    identityKey: optionalTextField('Key by which the two sides recognise the same customer'),
    purpose: textField('What the data is used for'),
    lawfulBasis: choiceField('On what basis personal data may travel (GDPR Art. 6)', lawfulBases),
  },
});

export type DataFlow = RecordOf<typeof dataFlowDefinition>;
