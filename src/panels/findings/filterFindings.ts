import type { Analysis } from '../../analysis/analyse';
import type { Finding, FindingKind } from '../../analysis/finding';
import type { Party } from '../../model/records/party';
import type { Journey } from '../../model/resolve';
import type { AnsweringFilter, FindingsFilter } from '../../store/view';
import { personaScope } from './personaScope';
import { stageScope } from './stageScope';
import { wordSearch } from './wordSearch';

type Test = (finding: Finding) => boolean;

/** What is left of an analysis' findings. */
export interface FilteredFindings {
  /** In the analysis' order. */
  readonly findings: readonly Finding[];
  /** How many of each kind there would be if the filter named no kinds. */
  readonly countByKind: ReadonlyMap<FindingKind, number>;
}

/** Applies a filter. */
export function filterFindings(analysis: Analysis, filter: FindingsFilter): FilteredFindings {
  const { journey } = analysis;
  const tests: Test[] = [];
  if (filter.stage !== null) tests.push(stageScope(journey, filter.stage));
  if (filter.persona !== null) tests.push(personaScope(journey, filter.persona));
  if (filter.answering !== null) tests.push(answeredBy(journey, filter.answering));
  if (filter.query.trim() !== '') tests.push(wordSearch(journey, filter.query));
  const kinds = filter.kinds === null ? null : new Set(filter.kinds);
  const countByKind = new Map<FindingKind, number>();
  const findings: Finding[] = [];
  const { open, accepted } = analysis;
  for (const one of filter.state === 'open' ? open : accepted.map(({ finding }) => finding)) {
    if (!tests.every((test) => test(one))) continue;
    countByKind.set(one.kind, (countByKind.get(one.kind) ?? 0) + 1);
    if (kinds === null || kinds.has(one.kind)) findings.push(one);
  }
  return { findings, countByKind };
}

/** Whether somebody accountable for any of the records a finding names is the one asked for. */
function answeredBy(journey: Journey, answering: AnsweringFilter): Test {
  const isMeant = partyTest(answering);
  const owners = journey.relations.ownersBySubject;
  return ({ records }) => {
    let isAnswered = false;
    for (const { id } of records) {
      const answerable = owners.get(id);
      if (answerable === undefined) continue;
      isAnswered = true;
      if (isMeant !== null && answerable.some(isMeant)) return true;
    }
    return isMeant === null && !isAnswered;
  };
}

/** Null stands for "nobody". */
function partyTest(answering: AnsweringFilter): ((party: Party) => boolean) | null {
  if (answering === 'nobody') return null;
  const [by, value = ''] = answering.split(/:(.*)/s);
  return by === 'party' ? ({ id }) => id === value : (party) => party.function === value;
}
