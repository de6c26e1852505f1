import type { Acceptance } from '../model/records/acceptance';
import { defineCommand, refused } from './command';

/** Which finding is accepted (as the analysis names it), why, until when, and by whom. */
export type FindingAcceptance = Pick<
  Acceptance,
  'finding' | 'about' | 'factsDigest' | 'reason' | 'until' | 'acceptedBy'
>;

function sameFinding(a: Pick<Acceptance, 'finding' | 'about'>, b: Pick<Acceptance, 'finding' | 'about'>) {
  return a.finding === b.finding && a.about.toSorted().join(' ') === b.about.toSorted().join(' ');
}

/**
 * Accepts a finding with a reason (ACC-1): it takes the place of acceptances of the same finding that are known here.
 * Refused without a reason, and with an end that is no date. Returns the acceptance's id.
 */
export const acceptFinding = defineCommand({
  id: 'finding.accept',
  run({ document, journey }, given: FindingAcceptance) {
    const reason = given.reason.trim();
    const isDate = given.until === null || /^\d{4}-\d{2}-\d{2}$/u.test(given.until);
    if (reason === '' || !isDate || given.about.length === 0) return refused('invalid');
    const known = journey().acceptances.all.filter((one) => sameFinding(one, given));
    return document.change('finding.accept', (writer) => {
      for (const { id } of known) writer.remove('acceptances', id);
      return writer.create('acceptances', { ...given, reason, acceptedBy: given.acceptedBy.trim() });
    });
  },
});

/** Takes every acceptance of a finding back: it is open again. Returns how many there were. */
export const reopenFinding = defineCommand({
  id: 'finding.reopen',
  run({ document, journey }, given: Pick<Acceptance, 'finding' | 'about'>) {
    const known = journey().acceptances.all.filter((one) => sameFinding(one, given));
    if (known.length === 0) return refused('not-found');
    return document.change(
      'finding.reopen',
      (writer) => known.filter(({ id }) => writer.remove('acceptances', id)).length,
    );
  },
});
