import type { RecordOf } from './defineRecord';
import { acceptanceDefinition } from './records/acceptance';
import { agreementDefinition } from './records/agreement';
import { assignmentDefinition } from './records/assignment';
import { ballotDefinition } from './records/ballot';
import { commentDefinition } from './records/comment';
import { commentThreadDefinition } from './records/commentThread';
import { dataFlowDefinition } from './records/dataFlow';
import { dataObjectDefinition } from './records/dataObject';
import { leverDefinition } from './records/lever';
import { noteDefinition } from './records/note';
import { partyDefinition } from './records/party';
import { personaDefinition } from './records/persona';
import { requirementDefinition } from './records/requirement';
import { rulerDefinition } from './records/ruler';
import { stageDefinition } from './records/stage';
import { systemDefinition } from './records/system';
import { touchpointDefinition } from './records/touchpoint';
import { transitionDefinition } from './records/transition';
import { usageDefinition } from './records/usage';
import { viewDefinition } from './records/view';
import { voteDefinition } from './records/vote';

/** Every kind of record, by its plural: the names of the document's maps and of a file's arrays. */
export const recordDefinitions = {
  touchpoints: touchpointDefinition,
  stages: stageDefinition,
  rulers: rulerDefinition,
  transitions: transitionDefinition,
  personas: personaDefinition,
  systems: systemDefinition,
  usages: usageDefinition,
  dataObjects: dataObjectDefinition,
  dataFlows: dataFlowDefinition,
  parties: partyDefinition,
  assignments: assignmentDefinition,
  requirements: requirementDefinition,
  levers: leverDefinition,
  ballots: ballotDefinition,
  votes: voteDefinition,
  agreements: agreementDefinition,
  notes: noteDefinition,
  commentThreads: commentThreadDefinition,
  comments: commentDefinition,
  acceptances: acceptanceDefinition,
  views: viewDefinition,
} as const;

/** The plural that names a kind of record. */
export type Kind = keyof typeof recordDefinitions;
/** The record type of a kind. */
export type RecordOfKind<K extends Kind> = RecordOf<(typeof recordDefinitions)[K]>;
/** Any record. */
export type AnyRecord = { [K in Kind]: RecordOfKind<K> }[Kind];
/** Names one record. */
export interface RecordRef {
  readonly kind: Kind;
  readonly id: string;
}

/** All kinds, in the order in which files list them. */
export const kinds = Object.keys(recordDefinitions) as readonly Kind[];

/** Whether a word names a kind of record. */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(recordDefinitions, word);
}

/**
 * Version of the document's and the file's shape. It only grows: fields and kinds are added, never renamed or given a
 * new meaning. A document with a higher version than this opens read-only.
 */
export const schemaVersion = 1;
