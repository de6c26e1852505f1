import type { FindingKind } from '../../analysis/finding';
import type { Fix } from '../../analysis/fixOf';
import { t, type TextKey } from '../../ui/i18n/t';

type FixKey = Extract<TextKey, `findings.fix.${string}`>;

/** What the button that mends a kind of finding says; null where only people can settle it. */
const labels: { readonly [K in FindingKind]: FixKey | null } = {
  broken: 'findings.fix.sketch',
  late: null,
  'by-hand': 'findings.fix.sketchDirect',
  'not-recognised': null,
  'asked-again': 'findings.fix.sketch',
  'asked-twice': 'findings.fix.askOnce',
  unavailable: null,
  'no-owner': 'findings.fix.owner',
  'several-owners': 'findings.fix.oneOwner',
  'hand-over': null,
  'no-it-owner': 'findings.fix.itOwner',
  'no-business-owner': 'findings.fix.businessOwner',
  'not-sanctioned': 'findings.fix.standing',
  'not-used': null,
  'not-in-catalogue': 'findings.fix.reference',
  'no-lawful-basis': 'findings.fix.lawfulBasis',
  'no-purpose': 'findings.fix.purpose',
  'into-not-sanctioned': 'findings.fix.standing',
  'not-cleared': 'findings.fix.clearance',
  'other-region': null,
  'used-before-captured': null,
  'no-retention': 'findings.fix.retention',
  'requirement-without-measure': 'findings.fix.measure',
  'requirement-without-date': 'findings.fix.date',
  'requirement-unanswered': 'findings.fix.answer',
  'requirement-overdue': 'findings.fix.newDate',
  'end-deleted': 'findings.fix.restore',
};

/** What the fix of a finding is called; null when its kind has none. */
export function fixLabel(kind: FindingKind, fix: Fix): string | null {
  // Nobody can answer a requirement before it is said who has to.
  const key = fix.choose?.argument === 'answeredBy' ? 'findings.fix.answerer' : labels[kind];
  return key === null ? null : t(key);
}
