import { defineRecord, type RecordOf } from '../defineRecord';
import { referenceField, requiredChoiceField } from '../field';

/** RACI roles. Accountable is what the interface calls the owner. */
export const raciRoles = ['accountable', 'responsible', 'consulted', 'informed'] as const;
export type RaciRole = (typeof raciRoles)[number];

/**
 * A party's role for a touchpoint, system, data flow, data object, stage, or the map.
 * Accountability is a set: a merge may leave two, and that is shown as a conflict to settle, never dropped.
 */
export const assignmentDefinition = defineRecord({
  name: 'assignment',
  plural: 'assignments',
  fields: {
    party: referenceField('Who: a party id'),
    subject: referenceField('For what: the id of a record, or “map”'),
    role: requiredChoiceField('In which role', raciRoles, 'responsible'),
  },
});

export type Assignment = RecordOf<typeof assignmentDefinition>;
