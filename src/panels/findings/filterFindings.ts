import type { Analysis } from '../../analysis/analyse';
import type { Finding, FindingKind } from '../../analysis/finding';
import { sentenceOf } from '../../analysis/sentences';
import type { Party } from '../../model/records/party';
import type { Journey } from '../../model/resolve';
import type { AnsweringFilter, FindingsFilter } from '../../store/view';
import { stageScope } from './stageScope';

type Test = (finding: Finding) => boolean;

/** What is left of an analysis' findings. */
export interface FilteredFindings {
  /** In the analysis' order. */
  readonly findings: readonly Finding[];
  /** How many of each kind there would be if the filter named no kinds. */
  readonly countByKind: ReadonlyMap<FindingKind, number>;
}

/** Applies a filter. A query is looked for in the sentences, so that any name in them is found. */
export function filterFindings(analysis: Analysis, filter: FindingsFilter): FilteredFindings {
  const { journey } = analysis;
  const tests: Test[] = [];
  if (filter.stage !== null) tests.push(stageScope(journey, filter.stage));
  if (filter.answering !== null) tests.push(answeredBy(journey, filter.answering));
  if (filter.query.trim() !== '') tests.push(says(analysis, filter.query));
  const kinds = filter.kinds === null ? null : new Set(filter.kinds);
  const countByKind = new Map<FindingKind, number>();
  const findings: Finding[] = [];
  for (const one of analysis.findings) {
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
    const answerable = records.flatMap(({ id }) => owners.get(id) ?? []);
    return isMeant === null ? answerable.length === 0 : answerable.some(isMeant);
  };
}

/** Null stands for "nobody". */
function partyTest(answering: AnsweringFilter): ((party: Party) => boolean) | null {
  if (answering === 'nobody') return null;
  const [by, value = ''] = answering.split(/:(.*)/s);
  return by === 'party' ? ({ id }) => id === value : (party) => party.function === value;
}

/** Sentences in lower case, made once per analysis and only when somebody searches. */
const sentencesOf = new WeakMap<Analysis, ReadonlyMap<Finding, string>>();

function says(analysis: Analysis, query: string): Test {
  let sentences = sentencesOf.get(analysis);
  if (!sentences) {
    const { findings, journey } = analysis;
    sentences = new Map(findings.map((one) => [one, sentenceOf(one, journey).toLocaleLowerCase()]));
    sentencesOf.set(analysis, sentences);
  }
  const words = query.toLocaleLowerCase().split(/\s+/u);
  const said = sentences;
  return (finding) => words.every((word) => said.get(finding)?.includes(word));
}
