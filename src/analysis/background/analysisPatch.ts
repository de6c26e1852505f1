import { patchedMap } from '../../model/patchedMap';
import type { Journey } from '../../model/resolve';
import type { AcceptedFinding, ReturnedFinding } from '../acceptedFindings';
import type { Analysis, FindingCounts } from '../analyse';
import type { Finding } from '../finding';
import { findingsPatchOf, patchedFindings, type FindingsPatch, type Regrouped } from './findingsPatch';
import { inOrder, storedIn } from './inOrder';
import type { Score } from '../score';
import type { Judgement } from '../verdict';

/** What of an analysis is another than in the one before, without what is large in number: see `AnalysisNews`. */
export interface AnalysisPatch {
  readonly today: string | null;
  /** Transitions that are judged no more. */
  readonly gone: readonly string[];
  readonly score: Score;
  /** Null: the list is the same. */
  readonly findings: FindingsPatch | null;
  /** Null: the same as before. */
  readonly accepted: readonly AcceptedPatch[] | null;
  readonly returned: readonly ReturnedPatch[];
  readonly counts: FindingCounts;
}

/** The judgements and findings that are new or another, in order. They travel in parts of `AnalysisPatch`'s message. */
export interface AnalysisNews {
  readonly judgements: readonly Judgement[];
  readonly findings: readonly Finding[];
}

interface AcceptedPatch {
  /** Position in the list of findings. */
  readonly at: number;
  readonly acceptance: string;
}

interface ReturnedPatch {
  readonly finding: string;
  readonly acceptance: string;
  readonly because: ReturnedFinding['because'];
}

/** Says what differs between two analyses, the first null when nothing was said before. */
export function patchOf(
  before: Analysis | null,
  after: Analysis,
): AnalysisPatch & { readonly news: AnalysisNews } {
  const known = before?.continuity.judgements;
  const { judgements, score } = after.continuity;
  const isJudged = known !== judgements;
  const news: Judgement[] = [];
  if (isJudged) for (const [id, one] of judgements) if (known?.get(id) !== one) news.push(one);
  const gone = isJudged && known ? [...known.keys()].filter((id) => !judgements.has(id)) : [];
  const isListed = before?.findings === after.findings;
  const { patch, fresh } = isListed
    ? { patch: null, fresh: [] }
    : findingsPatchOf(before?.findings ?? [], after.findings);
  return {
    today: after.today,
    gone,
    score,
    findings: patch,
    accepted: before?.accepted === after.accepted && isListed ? null : acceptedIn(after),
    returned: Array.from(after.returned, ([finding, { acceptance, because }]) => ({
      finding,
      acceptance: acceptance.id,
      because,
    })),
    counts: after.counts,
    news: { judgements: news, findings: fresh },
  };
}

function acceptedIn({ findings, accepted }: Analysis): readonly AcceptedPatch[] {
  if (accepted.length === 0) return [];
  const acceptances = new Map(accepted.map((one) => [one.finding, one.acceptance.id]));
  return findings.flatMap((one, at) => {
    const acceptance = acceptances.get(one);
    return acceptance === undefined ? [] : [{ at, acceptance }];
  });
}

/** An analysis that was made elsewhere, and the findings of every record that has others, or in another order, than before. */
export interface AppliedPatch {
  readonly analysis: Analysis;
  /** By the id of what findings are about first. Null: of any. */
  readonly regrouped: Regrouped | null;
}

/**
 * The analysis after a patch; what the patch does not name keeps its identity.
 * @param journey what was analysed
 */
export function applyPatch(
  before: Analysis | null,
  patch: AnalysisPatch,
  news: AnalysisNews,
  journey: Journey,
): AppliedPatch {
  const known = before?.findings ?? [];
  const { findings, regrouped } =
    patch.findings === null
      ? { findings: known, regrouped: new Map() }
      : patchedFindings(known, patch.findings, news.findings);
  const isListed = patch.findings === null && before !== null;
  const accepted =
    patch.accepted === null && before ? before.accepted : acceptedAfter(patch, findings, journey);
  const isOpenSame = isListed && accepted === before.accepted;
  const analysis = {
    journey,
    today: patch.today,
    continuity: continuityAfter(before, patch, news.judgements, journey),
    findings,
    open: isOpenSame ? before.open : openOf(findings, accepted),
    accepted,
    returned: returnedAfter(patch, journey),
    counts: patch.counts,
  };
  return { analysis, regrouped: known.length === 0 ? null : regrouped };
}

function continuityAfter(
  before: Analysis | null,
  { gone, score }: AnalysisPatch,
  news: readonly Judgement[],
  journey: Journey,
): Analysis['continuity'] {
  if (before && gone.length + news.length === 0) return before.continuity;
  const known = before ? storedIn(before.continuity.judgements) : new Map<string, Judgement>();
  const patches = new Map<string, Judgement | undefined>(gone.map((id) => [id, undefined]));
  for (const one of news) patches.set(one.transition, one);
  return { judgements: inOrder(patchedMap(known, patches), journey.transitions.all), score };
}

function acceptedAfter(
  { accepted }: AnalysisPatch,
  findings: readonly Finding[],
  journey: Journey,
): readonly AcceptedFinding[] {
  return (accepted ?? []).flatMap(({ at, acceptance: id }) => {
    const finding = findings[at];
    const acceptance = journey.acceptances.byId.get(id);
    return finding && acceptance ? [{ finding, acceptance }] : [];
  });
}

function openOf(findings: readonly Finding[], accepted: readonly AcceptedFinding[]): readonly Finding[] {
  if (accepted.length === 0) return findings;
  const isAccepted = new Set(accepted.map(({ finding }) => finding));
  return findings.filter((one) => !isAccepted.has(one));
}

function returnedAfter({ returned }: AnalysisPatch, journey: Journey): Analysis['returned'] {
  const all = new Map<string, ReturnedFinding>();
  for (const { finding, acceptance: id, because } of returned) {
    const acceptance = journey.acceptances.byId.get(id);
    if (acceptance) all.set(finding, { acceptance, because });
  }
  return all;
}
