import type { Kind } from '../../model/kinds';
import { classifications, dataAccesses } from '../../model/records/dataObject';
import { flowLatencies, flowPatterns, flowStatuses, lawfulBases } from '../../model/records/dataFlow';
import { partyFunctions, partyTypes } from '../../model/records/party';
import { requirementStates } from '../../model/records/requirement';
import { lifecycles, standings, systemRoles } from '../../model/records/system';
import { identityKeys, initiators } from '../../model/records/touchpoint';
import { customerTimes, transitionKinds } from '../../model/records/transition';
import { usageAccesses } from '../../model/records/usage';
import type { SelectOption } from '../../ui/Select';
import { formatExact } from '../../ui/i18n/format';
import type { FieldName, WordSet } from './parts/fieldTexts';
import { emotionFaces } from './touchpoint/emotionFaces';

/** A field that makes sense for several records of one kind at once. */
export interface CommonField {
  readonly field: string;
  readonly name: FieldName;
  /** A closed set of words; left out for a line of text, a number, and for yes or no. */
  readonly words?: { readonly set: WordSet; readonly values: readonly string[] };
  /** Numbers to choose from, with what they are called. */
  readonly numbers?: () => readonly SelectOption<string>[];
  /** Words that are suggested; any other may be typed. */
  readonly suggestions?: { readonly set: WordSet; readonly values: readonly string[] };
  readonly isFlag?: true;
  /** Whether it always has a value. */
  readonly isRequired?: true;
}

function choice(field: string, name: FieldName, set: WordSet, values: readonly string[]): CommonField {
  return { field, name, words: { set, values } };
}

const importances = [1, 2, 3, 4, 5] as const;

function emotionOptions(): readonly SelectOption<string>[] {
  return emotionFaces().map(({ value, label }) => ({ value: String(value), label }));
}

function importanceOptions(): readonly SelectOption<string>[] {
  return importances.map((value) => ({ value: String(value), label: formatExact(value) }));
}

const identitySuggestions = { set: 'identityKey', values: identityKeys } as const;

/** What can be said of many records of a kind at once (BULK-1). */
export const sharedFields: { readonly [K in Kind]?: readonly CommonField[] } = {
  touchpoints: [
    { field: 'emotion', name: 'touchpoint.emotion', numbers: emotionOptions },
    { field: 'importance', name: 'touchpoint.importance', numbers: importanceOptions },
    { field: 'identityKey', name: 'touchpoint.identityKey', suggestions: identitySuggestions },
    choice('initiator', 'touchpoint.initiator', 'initiator', initiators),
    { field: 'momentOfTruth', name: 'touchpoint.momentOfTruth', isFlag: true },
    { field: 'noSystemNeeded', name: 'touchpoint.noSystemNeeded', isFlag: true },
  ],
  systems: [
    choice('standing', 'system.standing', 'standing', standings),
    choice('lifecycle', 'system.lifecycle', 'lifecycle', lifecycles),
    choice('role', 'system.role', 'systemRole', systemRoles),
    choice('clearedFor', 'system.clearedFor', 'classification', classifications),
    { field: 'kind', name: 'system.kind' },
    { field: 'vendor', name: 'system.vendor' },
    { field: 'hosting', name: 'system.hosting' },
    { field: 'region', name: 'system.region' },
  ],
  dataFlows: [
    choice('status', 'flow.status', 'flowStatus', flowStatuses),
    choice('pattern', 'flow.pattern', 'flowPattern', flowPatterns),
    choice('latency', 'flow.latency', 'latency', flowLatencies),
    choice('lawfulBasis', 'flow.lawfulBasis', 'lawfulBasis', lawfulBases),
    { field: 'identityKey', name: 'flow.identityKey', suggestions: identitySuggestions },
    { field: 'purpose', name: 'flow.purpose' },
  ],
  usages: [choice('access', 'usage.access', 'usageAccess', usageAccesses)],
  transitions: [
    { ...choice('kind', 'transition.kind', 'transitionKind', transitionKinds), isRequired: true },
    choice('customerTime', 'transition.customerTime', 'customerTime', customerTimes),
  ],
  dataObjects: [
    choice('classification', 'dataObject.classification', 'classification', classifications),
    choice('access', 'dataObject.access', 'dataAccess', dataAccesses),
    { field: 'personal', name: 'dataObject.personal', isFlag: true },
    { field: 'retention', name: 'dataObject.retention' },
  ],
  parties: [
    choice('function', 'party.function', 'function', partyFunctions),
    choice('type', 'party.type', 'partyType', partyTypes),
  ],
  requirements: [
    { ...choice('state', 'requirement.state', 'requirementState', requirementStates), isRequired: true },
  ],
};
