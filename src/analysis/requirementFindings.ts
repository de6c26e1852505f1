import type { RecordRef } from '../model/kinds';
import type { Requirement } from '../model/records/requirement';
import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';

/**
 * What a requirement lacks before the other side can work with it (REQ-1 … REQ-4).
 * @param today the date as YYYY-MM-DD; without one nothing is overdue.
 */
export function requirementFindings(journey: Journey, today: string | null): readonly Finding[] {
  return journey.requirements.all.flatMap((requirement) => findingsOf(journey, requirement, today));
}

function findingsOf(journey: Journey, requirement: Requirement, today: string | null): readonly Finding[] {
  const { id, subject, state, measure, dueOn, what } = requirement;
  if (state === 'declined' || state === 'delivered' || what.trim() === '') return [];
  const place = subject === null ? null : placeOf(journey, subject);
  const about: readonly RecordRef[] = [{ kind: 'requirements', id }, ...(place ? [place] : [])];
  const answeredBy =
    requirement.answeredBy !== null && journey.parties.byId.has(requirement.answeredBy)
      ? requirement.answeredBy
      : null;
  const findings: Finding[] = [];
  if (measure.trim() === '')
    findings.push(finding('requirement-without-measure', 'low', about, { requirement: id }));
  if (!isDate(dueOn)) findings.push(finding('requirement-without-date', 'low', about, { requirement: id }));
  if (state === 'proposed')
    findings.push(finding('requirement-unanswered', 'low', about, { requirement: id, answeredBy }));
  if (isDate(dueOn) && today !== null && dueOn < today)
    findings.push(finding('requirement-overdue', 'medium', about, { requirement: id, dueOn, answeredBy }));
  return findings;
}

function isDate(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text);
}

function placeOf(journey: Journey, id: string): RecordRef | null {
  for (const kind of ['touchpoints', 'systems', 'dataFlows'] as const)
    if (journey[kind].byId.has(id)) return { kind, id };
  return null;
}
