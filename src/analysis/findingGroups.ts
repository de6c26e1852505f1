import type { FindingKind } from './finding';

/** What findings are filtered by, in the order in which lists show them. */
export const findingGroups = [
  'continuity',
  'data',
  'ownership',
  'standing',
  'privacy',
  'requirements',
  'merge',
] as const;
export type FindingGroup = (typeof findingGroups)[number];

/** The group of every kind of finding. */
export const groupOfKind: { readonly [K in FindingKind]: FindingGroup } = {
  broken: 'continuity',
  late: 'continuity',
  'by-hand': 'continuity',
  'not-recognised': 'continuity',
  'asked-again': 'data',
  'asked-twice': 'data',
  unavailable: 'data',
  'no-owner': 'ownership',
  'several-owners': 'ownership',
  'hand-over': 'ownership',
  'no-it-owner': 'ownership',
  'no-business-owner': 'ownership',
  'not-sanctioned': 'standing',
  'not-used': 'standing',
  'not-in-catalogue': 'standing',
  'no-lawful-basis': 'privacy',
  'no-purpose': 'privacy',
  'into-not-sanctioned': 'privacy',
  'not-cleared': 'privacy',
  'other-region': 'privacy',
  'used-before-captured': 'privacy',
  'no-retention': 'privacy',
  'requirement-without-measure': 'requirements',
  'requirement-without-date': 'requirements',
  'requirement-unanswered': 'requirements',
  'requirement-overdue': 'requirements',
  'end-deleted': 'merge',
};

/** Every kind of finding, by group. */
export const findingKinds = Object.keys(groupOfKind) as readonly FindingKind[];
