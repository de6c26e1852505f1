import { patchedMap } from '../../model/patchedMap';
import type { Journey } from '../../model/resolve';
import type { AcceptedFinding, ReturnedFinding } from '../acceptedFindings';
import type { Analysis, FindingCounts } from '../analyse';
import type { Finding } from '../finding';
import type { Score } from '../score';
import type { Judgement } from '../verdict';

/** What of an analysis is another than in the one before, without what is large in number: see `AnalysisNews`. */
export interface AnalysisPatch {
  readonly today: string | null;
  /** Transitions that are judged no more. */
  readonly gone: readonly string[];
  readonly score: Score;
  /**
   * The list of findings as runs, two numbers each: where the run begins in the list before and how many it takes from
   * there; or −1 and how many of the new findings. Null: the list is the same.
   */
  readonly runs: Int32Array | null;
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
  const { runs, fresh } = isListed
    ? { runs: null, fresh: [] }
    : runsOf(before?.findings ?? [], after.findings);
  return {
    today: after.today,
    gone,
    score,
    runs,
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

/** Lists mostly stay as they are: what comes next is looked for where the last run ended before anywhere else. */
function runsOf(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly runs: Int32Array; readonly fresh: readonly Finding[] } {
  const runs: number[] = [];
  const fresh: Finding[] = [];
  const isOneOf = new Set(after);
  let places: Map<Finding, number> | null = null;
  const placeOf = (one: Finding): number => {
    places ??= new Map(before.map((known, place) => [known, place]));
    return places.get(one) ?? -1;
  };
  let next = 0;
  for (const one of after) {
    while (next < before.length && !isOneOf.has(before[next] as Finding)) next++;
    const place = before[next] === one ? next : placeOf(one);
    if (place < 0) fresh.push(one);
    else next = place + 1;
    const [start, count] = [runs.at(-2) ?? -2, runs.at(-1) ?? 0];
    const isGoingOn = place < 0 ? start === -1 : start >= 0 && start + count === place;
    if (isGoingOn) runs[runs.length - 1] = count + 1;
    else runs.push(place < 0 ? -1 : place, 1);
  }
  return { runs: Int32Array.from(runs), fresh };
}

/** An analysis that was made elsewhere, and which records have other findings, or in another order, than before. */
export interface AppliedPatch {
  readonly analysis: Analysis;
  /** Ids of what findings are about first; null: any. */
  readonly touched: ReadonlySet<string> | null;
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
  const { findings, touched } = findingsAfter(before?.findings ?? [], patch.runs, news.findings);
  const isListed = patch.runs === null && before !== null;
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
  return { analysis, touched: before === null ? null : touched };
}

function findingsAfter(
  before: readonly Finding[],
  runs: Int32Array | null,
  fresh: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly touched: ReadonlySet<string> } {
  const touched = new Set<string>();
  if (runs === null) return { findings: before, touched };
  const touch = (one: Finding | undefined): unknown => one?.records[0] && touched.add(one.records[0].id);
  const findings: Finding[] = [];
  const isKept = new Uint8Array(before.length);
  let taken = 0;
  let furthest = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const [start, count] = [runs[run] ?? 0, runs[run + 1] ?? 0];
    if (start < 0)
      for (const end = taken + count; taken < end; taken++) findings.push(fresh[taken] as Finding);
    else {
      isKept.fill(1, start, start + count);
      for (let place = start; place < start + count; place++) {
        findings.push(before[place] as Finding);
        // Taken out of its order: it stands otherwise among those of its record, perhaps.
        if (start < furthest) touch(before[place]);
      }
      furthest = Math.max(furthest, start + count);
    }
  }
  fresh.forEach(touch);
  for (let place = 0; place < before.length; place++) if (isKept[place] === 0) touch(before[place]);
  return { findings, touched };
}

function continuityAfter(
  before: Analysis | null,
  { gone, score }: AnalysisPatch,
  news: readonly Judgement[],
  journey: Journey,
): Analysis['continuity'] {
  if (before && gone.length + news.length === 0) return before.continuity;
  const known = before?.continuity.judgements ?? new Map<string, Judgement>();
  const patches = new Map<string, Judgement | undefined>(gone.map((id) => [id, undefined]));
  for (const one of news) patches.set(one.transition, one);
  const judgements = patchedMap(known, patches);
  // What came has its place among the others, which a patch cannot give it.
  if (news.every(({ transition }) => known.has(transition))) return { judgements, score };
  const inOrder = new Map<string, Judgement>();
  for (const { id } of journey.transitions.all) {
    const judgement = judgements.get(id);
    if (judgement) inOrder.set(id, judgement);
  }
  return { judgements: inOrder, score };
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
