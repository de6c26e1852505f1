import type { RecordRef } from '../model/kinds';
import { lawfulBases } from '../model/records/dataFlow';
import { standings } from '../model/records/system';
import { classifications } from '../model/records/dataObject';
import type { Journey } from '../model/resolve';
import type { Finding, FindingFacts, FindingKind } from './finding';
import type { Judgement } from './verdict';
import { bestPair } from './missingFlow';

/** What a person still has to say before a fix can be done: which argument (or field of the patch), and out of what. */
export interface Choice {
  readonly argument: string;
  readonly from: 'party' | 'system' | 'text' | 'date' | readonly string[];
}

/**
 * The action that mends a finding, as a command of `src/commands/registry` with what is known of its arguments. With
 * `choose` null it can be run as it is.
 */
export interface Fix {
  readonly command:
    | 'data-flow.create'
    | 'assignment.create'
    | 'record.update'
    | 'record.restore'
    | 'requirement.create'
    | 'usage.create';
  readonly args: Readonly<Record<string, unknown>>;
  readonly choose: Choice | null;
}

/** The action that mends a finding; null where only people can settle it, or where it is under way already. */
export function fixOf(finding: Finding, journey: Journey): Fix | null {
  const mend = fixes[finding.kind] as (facts: unknown, journey: Journey) => Fix | null;
  return mend(finding.facts, journey);
}

/**
 * What makes an unknown step known: naming a system at the touchpoints that have none, or saying that they need none. Of
 * each such touchpoint both, naming first.
 */
export function fixesOfUnknown(judgement: Judgement, journey: Journey): readonly Fix[] {
  const { reason, from, transition } = judgement;
  const to = journey.transitions.byId.get(transition)?.to ?? null;
  const bare = [
    reason === 'from-without-system' || reason === 'both-without-system' ? from : null,
    reason === 'to-without-system' || reason === 'both-without-system' ? to : null,
  ];
  return bare
    .filter((touchpoint) => touchpoint !== null)
    .flatMap((touchpoint): readonly Fix[] => [
      { command: 'usage.create', args: { touchpoint }, choose: { argument: 'system', from: 'system' } },
      update({ kind: 'touchpoints', id: touchpoint }, { noSystemNeeded: true }),
    ]);
}

function update(
  { kind, id }: RecordRef,
  patch: Readonly<Record<string, unknown>>,
  choose: Choice | null = null,
): Fix {
  return { command: 'record.update', args: { kind, id, patch }, choose };
}

function ask(ref: RecordRef, argument: string, from: Choice['from']): Fix {
  return update(ref, {}, { argument, from });
}

function assign(subject: string, role: 'accountable' | 'responsible', from: Choice['from'] = 'party'): Fix {
  const replace = typeof from === 'object';
  return {
    command: 'assignment.create',
    args: { subject, role, ...(replace && { replace }) },
    choose: { argument: 'party', from },
  };
}

const none = (): null => null;
const flowField =
  (argument: string, from: Choice['from']) =>
  ({ flow }: { readonly flow: string }): Fix =>
    ask({ kind: 'dataFlows', id: flow }, argument, from);
const requirementField =
  (argument: string, from: Choice['from']) =>
  ({ requirement }: { readonly requirement: string }): Fix =>
    ask({ kind: 'requirements', id: requirement }, argument, from);

const fixes: {
  readonly [K in FindingKind]: (facts: FindingFacts[K], journey: Journey) => Fix | null;
} = {
  broken: ({ writers, readers, wouldBe }, journey) => {
    const ends = wouldBe ? null : bestPair(journey, writers, readers);
    return ends && { command: 'data-flow.create', args: { ...ends, status: 'proposed' }, choose: null };
  },
  late: none,
  'by-hand': ({ systems, wouldBe }) => {
    const [from, to] = [systems[0], systems.at(-1)];
    if (wouldBe || from === undefined || to === undefined || from === to) return null;
    return { command: 'data-flow.create', args: { from, to, status: 'proposed' }, choose: null };
  },
  'not-recognised': none,
  'asked-again': ({ item, from, readers }, journey) => {
    const writers = holdersOf(journey, from, item);
    const ends = bestPair(journey, writers, readers);
    if (!ends || ends.from === ends.to) return null;
    const args = { ...ends, dataObjects: [item], status: 'proposed' };
    return { command: 'data-flow.create', args, choose: null };
  },
  'asked-twice': ({ item, to }, journey) => {
    const touchpoint = journey.touchpoints.byId.get(to);
    if (!touchpoint) return null;
    const dataCaptured = touchpoint.dataCaptured.filter((one) => one !== item);
    const dataNeeded = [...new Set([...touchpoint.dataNeeded, item])].sort();
    return update({ kind: 'touchpoints', id: to }, { dataCaptured, dataNeeded });
  },
  unavailable: none,
  'no-owner': ({ subject }) => assign(subject.id, 'accountable'),
  'several-owners': ({ subject, parties }) => assign(subject?.id ?? 'map', 'accountable', parties),
  'hand-over': none,
  'no-it-owner': ({ system }) => assign(system, 'responsible'),
  'no-business-owner': ({ system }) => assign(system, 'responsible'),
  'not-sanctioned': ({ system }) => ask({ kind: 'systems', id: system }, 'standing', standings),
  'not-used': none,
  'not-in-catalogue': ({ system }) => ask({ kind: 'systems', id: system }, 'reference', 'text'),
  'no-lawful-basis': flowField('lawfulBasis', lawfulBases),
  'no-purpose': flowField('purpose', 'text'),
  'into-not-sanctioned': ({ system }) => ask({ kind: 'systems', id: system }, 'standing', standings),
  'not-cleared': ({ system }) => ask({ kind: 'systems', id: system }, 'clearedFor', classifications),
  'other-region': none,
  'used-before-captured': none,
  'no-retention': ({ item }) => ask({ kind: 'dataObjects', id: item }, 'retention', 'text'),
  'requirement-without-measure': requirementField('measure', 'text'),
  'requirement-without-date': requirementField('dueOn', 'date'),
  'requirement-unanswered': ({ requirement, answeredBy }) =>
    answeredBy === null
      ? requirementField('answeredBy', 'party')({ requirement })
      : requirementField('state', ['accepted', 'in-work', 'declined'])({ requirement }),
  'requirement-overdue': requirementField('dueOn', 'date'),
  'end-deleted': ({ gone }) => ({ command: 'record.restore', args: { records: gone }, choose: null }),
};

/** Where an item may be taken from: the live systems of the touchpoint that captured it. */
function holdersOf(journey: Journey, touchpoint: string, item: string): readonly string[] {
  const systemOfRecord = journey.dataObjects.byId.get(item)?.systemOfRecord ?? null;
  const used = (journey.relations.usagesByTouchpoint.get(touchpoint) ?? [])
    .filter(({ access }) => access !== 'reads')
    .map(({ system }) => system)
    .filter((system) => system !== null);
  return systemOfRecord !== null && used.includes(systemOfRecord) ? [systemOfRecord] : used;
}
