import { mapSubject } from '../model/ids';
import type { Acceptance } from '../model/records/acceptance';
import type { Journey } from '../model/resolve';
import { digestFacts, type DigestFacts } from './factsDigest';
import type { Finding } from './finding';
import type { World } from './world';

/** A finding that people live with, and who said so. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly acceptance: Acceptance;
}

/** A finding that was accepted and no longer is: its facts are others, or its day has passed. */
export interface ReturnedFinding {
  readonly acceptance: Acceptance;
  readonly because: 'facts' | 'date';
}

/** All findings, parted by whether they are accepted (ACC-1 …). */
export interface SettledFindings {
  /** Those that are not accepted, in their order. */
  readonly open: readonly Finding[];
  /** Those that are, in their order. */
  readonly accepted: readonly AcceptedFinding[];
  /** Open ones that had been accepted, by the finding's id. */
  readonly returned: ReadonlyMap<string, ReturnedFinding>;
}

const none: Pick<SettledFindings, 'accepted' | 'returned'> = { accepted: [], returned: new Map() };

/**
 * Parts findings by whether somebody accepted them and the facts are still those that were accepted.
 *
 * @param today the date as YYYY-MM-DD; without one no acceptance is over.
 * @param before what this gave before, of which lists that are still the same are handed back.
 */
export function settleFindings(
  findings: readonly Finding[],
  journey: Journey,
  world: World,
  today: string | null,
  before?: SettledFindings,
): SettledFindings {
  const acceptances = acceptancesById(journey.acceptances.all);
  if (acceptances.size === 0) return { open: findings, ...none };
  const digest = digestFacts(journey, world);
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  const returned = new Map<string, ReturnedFinding>();
  for (const finding of findings) {
    const known = acceptances.get(finding.id);
    const state = known && judge(known, finding, digest, today);
    if (state && state.because === null) accepted.push({ finding, acceptance: state.acceptance });
    else open.push(finding);
    if (state?.because) returned.set(finding.id, { acceptance: state.acceptance, because: state.because });
  }
  const same = (a: Finding, b: Finding): boolean => a === b;
  const sameAcceptance = (a: AcceptedFinding, b: AcceptedFinding): boolean =>
    a.finding === b.finding && a.acceptance === b.acceptance;
  return {
    open: accepted.length === 0 ? findings : kept(open, before?.open, same),
    accepted: kept(accepted, before?.accepted, sameAcceptance),
    returned,
  };
}

function kept<T>(list: readonly T[], before: readonly T[] | undefined, same: (a: T, b: T) => boolean) {
  const isSame = before?.length === list.length && list.every((one, i) => same(one, before[i] as T));
  return isSame ? before : list;
}

/** The records an acceptance of this finding is about: those its id is made of. */
export function subjectsOf(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'asked-again':
    case 'asked-twice':
    case 'unavailable':
    case 'used-before-captured':
      return finding.records.slice(0, 2).map(({ id }) => id);
    case 'end-deleted':
      return [finding.facts.relation.id];
    case 'several-owners':
      return [finding.facts.subject?.id ?? mapSubject];
    default:
      return finding.records.slice(0, 1).map(({ id }) => id);
  }
}

/** What an acceptance of a finding stores of it. */
export function acceptanceOf(
  finding: Finding,
  journey: Journey,
): Pick<Acceptance, 'finding' | 'about' | 'factsDigest'> {
  return {
    finding: finding.kind,
    about: [...subjectsOf(finding)].sort(),
    factsDigest: digestFacts(journey)(finding),
  };
}

/** Living acceptances by the id of the finding they mean, the newest first. */
function acceptancesById(all: readonly Acceptance[]): ReadonlyMap<string, readonly Acceptance[]> {
  const byId = new Map<string, Acceptance[]>();
  for (const one of all.toSorted(newestFirst)) {
    // A set has no order, an id has: an acceptance of a finding on two records is looked for under either.
    for (const records of new Set([one.about.join(':'), one.about.toReversed().join(':')])) {
      const id = `${one.finding}:${records}`;
      const known = byId.get(id);
      if (known) known.push(one);
      else byId.set(id, [one]);
    }
  }
  return byId;
}

function newestFirst(a: Acceptance, b: Acceptance): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.id < b.id ? 1 : -1);
}

/** The newest acceptance that still holds, else the newest and why it does not. */
function judge(
  acceptances: readonly Acceptance[],
  finding: Finding,
  digest: DigestFacts,
  today: string | null,
): { readonly acceptance: Acceptance; readonly because: ReturnedFinding['because'] | null } | undefined {
  const facts = digest(finding);
  const states = acceptances.map((acceptance) => {
    const isOver = today !== null && acceptance.until !== null && acceptance.until < today;
    const because = acceptance.factsDigest !== facts ? 'facts' : isOver ? 'date' : null;
    return { acceptance, because } as const;
  });
  return states.find(({ because }) => because === null) ?? states[0];
}
