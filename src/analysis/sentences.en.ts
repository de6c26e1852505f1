import type { Kind, RecordRef } from '../model/kinds';
import type { FlowLatency } from '../model/records/dataFlow';
import type { PartyFunction } from '../model/records/party';
import type { CustomerTime } from '../model/records/transition';
import { explanations } from './explanations.en';
import type { Names, Sentences } from './sentences';
import type { Judgement, Route, VerdictReason, WouldBe } from './verdict';

const latencies: { readonly [L in FlowLatency]: string } = {
  'real-time': 'in real time',
  minutes: 'within minutes',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
  'by-hand': 'by hand',
};

const customerTimes: { readonly [T in CustomerTime]: string } = {
  'at-once': 'is there at once',
  minutes: 'is there within minutes',
  hours: 'is there within hours',
  days: 'is there within days',
  weeks: 'is there within weeks',
};

const functions: { readonly [F in PartyFunction]: string } = {
  marketing: 'marketing',
  it: 'IT',
  sales: 'sales',
  service: 'service',
  operations: 'operations',
  legal: 'legal',
  external: 'an external party',
  other: 'another function',
};

/** How people are recognised, by the words the interface offers; any other word is quoted as it was written. */
const identityKeyNames: ReadonlyMap<string, string> = new Map([
  ['cookie', 'the cookie'],
  ['email', 'the e-mail address'],
  ['phone', 'the phone number'],
  ['account', 'the account'],
  ['loyalty-number', 'the loyalty number'],
  ['order-number', 'the order number'],
]);

function keyName(key: string): string {
  return identityKeyNames.get(key) ?? `“${key}”`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date like 2026-09-30 as it is read out: 30 September 2026. */
function englishDate(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return `${day} ${months[month - 1] ?? month} ${year}`;
}

/** Longest list that is named in full; of longer ones the first are named and the rest counted. */
const longestList = 4;

function list(items: readonly string[], word: 'and' | 'or'): string {
  const shown =
    items.length > longestList
      ? [...items.slice(0, longestList - 1), `${items.length - longestList + 1} more`]
      : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}

function once(wouldBe: WouldBe | null, names: Names): string {
  if (!wouldBe) return '';
  const outcome = { carried: 'carried', late: 'carried, but late', 'by-hand': 'carried by hand' }[
    wouldBe.verdict
  ];
  const things = wouldBe.once.map(({ kind, id }) => (kind === 'dataFlows' ? names.flow(id) : names.of(id)));
  return ` It will be ${outcome} once ${list(things, 'and')} ${things.length === 1 ? 'is' : 'are'} live.`;
}

function subjectOf(names: Names, kind: Kind, id: string): string {
  if (kind === 'touchpoints') return names.touchpoint(id);
  return kind === 'dataFlows' ? `the flow ${names.flow(id)}` : names.of(id);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const reasons: { readonly [R in VerdictReason]: (from: string, to: string) => string } = {
  'drop-out': () => 'Here the customer leaves; nothing has to be carried on.',
  'no-system-needed': (_from, to) => `${to} needs no system, so nothing has to reach it.`,
  'no-predecessor': (from) =>
    `${from} needs no system and nothing came before it, so there is nothing to carry on.`,
  'from-without-system': (from) =>
    `No live system is named at ${from}, so nobody can say whether its story goes on.`,
  'to-without-system': (_from, to) =>
    `No live system is named at ${to}, so nobody can say whether the story reaches it.`,
  'both-without-system': (from, to) =>
    `No live system is named at ${from} or ${to}, so nobody can say whether the story goes on.`,
};

function sayJudgement(
  { reason, from, slowestLatency, wouldBe }: Judgement,
  route: Route | null,
  to: string | null,
  names: Names,
): string {
  const start = from === null ? 'The touchpoint before' : names.touchpoint(from);
  const goal = to === null ? 'the next touchpoint' : names.touchpoint(to);
  if (reason) return `${reasons[reason](start, goal)}${once(wouldBe, names)}`;
  const systems = (route?.systems ?? []).map(names.of);
  if (systems.length === 1) return `What is known at ${start} is there at ${goal}: both use ${systems[0]}.`;
  const speed = slowestLatency === null ? '' : ` ${latencies[slowestLatency]}`;
  return `What is known at ${start} reaches ${goal}${speed}: ${systems.join(' → ')}.`;
}

/** What the analysis says, in English. */
export const english: Sentences = {
  lateness: { nightly: 'nightly', daily: 'daily', weekly: 'weekly', byHand: 'by hand' },
  unnamed: 'something without a name',
  quoted: (title) => `“${title}”`,
  explanations,
  judgement: sayJudgement,
  findings: {
    broken: ({ from, writers, readers, wouldBe }, names) => {
      const sources = list(writers.map(names.of), 'or');
      const goals = list(readers.map(names.of), 'or');
      return `Nothing that is known at ${names.touchpoint(from)} reaches ${goals}. No flow leads from ${sources} to ${goals}.${once(wouldBe, names)}`;
    },
    late: ({ from, to, systems, latency, customerTime, wouldBe }, names) => {
      const way = systems.map(names.of).join(' → ');
      const customer = customerTime === null ? '' : `, and the customer ${customerTimes[customerTime]}`;
      return `What is known at ${names.touchpoint(from)} reaches ${names.touchpoint(to)} too late: ${way} delivers ${latencies[latency]}${customer}.${once(wouldBe, names)}`;
    },
    'by-hand': ({ from, to, systems, wouldBe }, names) =>
      `What is known at ${names.touchpoint(from)} reaches ${names.touchpoint(to)} only because somebody carries it over by hand: ${systems.map(names.of).join(' → ')}.${once(wouldBe, names)}`,
    'not-recognised': ({ from, to, fromKey, toKey }, names) =>
      `The record of ${names.touchpoint(from)} arrives at ${names.touchpoint(to)}, but the person is not recognised: nothing on the way joins ${keyName(fromKey)} and ${keyName(toKey)}.`,
    'asked-again': ({ item, from, to, readers }, names) =>
      `The customer gave ${names.of(item)} at ${names.touchpoint(from)}, but it does not reach ${list(readers.map(names.of), 'or')}: at ${names.touchpoint(to)} they are asked again.`,
    'asked-twice': ({ item, from, to }, names) =>
      `The customer is asked for ${names.of(item)} twice: at ${names.touchpoint(from)} and again at ${names.touchpoint(to)}.`,
    unavailable: ({ item, to }, names) =>
      `${names.touchpoint(to)} needs ${names.of(item)}, but nothing before it captures that.`,
    'no-owner': ({ subject }, names) =>
      `Nobody is accountable for ${subjectOf(names, subject.kind, subject.id)}.`,
    'several-owners': ({ subject, parties }, names) => {
      const about = subject ? subjectOf(names, subject.kind, subject.id) : 'the map as a whole';
      return `${capitalised(list(parties.map(names.of), 'and'))} are each accountable for ${about}; one has to be.`;
    },
    'hand-over': ({ from, to, fromFunctions, toFunctions, torn }, names) => {
      const giving = list(
        fromFunctions.map((one) => functions[one]),
        'and',
      );
      const taking = list(
        toFunctions.map((one) => functions[one]),
        'and',
      );
      const tear = {
        broken: ', and here the story breaks',
        late: ', and here the story comes late',
        'by-hand': ', and here it is carried by hand',
      };
      return `Between ${names.touchpoint(from)} and ${names.touchpoint(to)} the customer is handed from ${giving} to ${taking}${torn ? tear[torn] : ''}.`;
    },
    'not-sanctioned': ({ system, standing, touchpoints }, names) => {
      const how = standing === 'tolerated' ? 'only tolerated' : 'not sanctioned';
      const verb = touchpoints.length === 1 ? 'depends' : 'depend';
      return `${names.of(system)} is ${how}, and ${list(touchpoints.map(names.touchpoint), 'and')} ${verb} on it.`;
    },
    'no-lawful-basis': ({ flow, items }, names) =>
      `Personal data (${list(items.map(names.of), 'and')}) travels on ${names.flow(flow)} without a lawful basis.`,
    'no-purpose': ({ flow, items }, names) =>
      `Personal data (${list(items.map(names.of), 'and')}) travels on ${names.flow(flow)} without a stated purpose.`,
    'into-not-sanctioned': ({ system, items }, names) =>
      `Personal data (${list(items.map(names.of), 'and')}) goes to ${names.of(system)}, which is not sanctioned.`,
    'not-cleared': ({ system, items }, names) =>
      `${names.of(system)} is given ${list(items.map(names.of), 'and')}, and it is not cleared for data that sensitive.`,
    'other-region': ({ flow, system, fromRegion, toRegion, items }, names) =>
      `Personal data (${list(items.map(names.of), 'and')}) leaves ${fromRegion} for ${toRegion} on ${names.flow(flow)}, into ${names.of(system)}.`,
    'used-before-captured': ({ item, at, capturedAt }, names) =>
      `${names.touchpoint(at)} already uses ${names.of(item)}, which the customer gives only at ${names.touchpoint(capturedAt)}.`,
    'no-retention': ({ item }, names) =>
      `Nothing says how long to keep ${names.of(item)}, and that is personal data.`,
    'no-it-owner': ({ system, parties }, names) =>
      `${capitalised(list(parties.map(names.of), 'and'))} ${parties.length === 1 ? 'answers' : 'answer'} for ${names.of(system)}, but nobody from IT does.`,
    'no-business-owner': ({ system, parties }, names) =>
      `${capitalised(list(parties.map(names.of), 'and'))} ${parties.length === 1 ? 'answers' : 'answer'} for ${names.of(system)}, but nobody from the business does.`,
    'not-used': ({ system }, names) =>
      `${names.of(system)} is an official system, but no touchpoint uses it, directly or through another system.`,
    'not-in-catalogue': ({ system, touchpoints }, names) => {
      const verb = touchpoints.length === 1 ? 'uses' : 'use';
      return `${capitalised(list(touchpoints.map(names.touchpoint), 'and'))} ${verb} ${names.of(system)}, which the imported catalogue does not know.`;
    },
    'requirement-without-measure': ({ requirement }, names) =>
      `The requirement ${names.touchpoint(requirement)} does not say how one will see that it helped.`,
    'requirement-without-date': ({ requirement }, names) =>
      `The requirement ${names.touchpoint(requirement)} does not say by when it is needed.`,
    'requirement-unanswered': ({ requirement, answeredBy }, names) =>
      answeredBy === null
        ? `Nobody has answered the requirement ${names.touchpoint(requirement)}, and nobody is named to.`
        : `${names.of(answeredBy)} has not answered the requirement ${names.touchpoint(requirement)} yet.`,
    'requirement-overdue': ({ requirement, dueOn, answeredBy }, names) =>
      `The requirement ${names.touchpoint(requirement)} was due on ${englishDate(dueOn)}, and ${answeredBy === null ? 'it is not delivered yet' : `${names.of(answeredBy)} has not delivered it yet`}.`,
    'end-deleted': ({ relation, gone, left }, names) => {
      const things = list(
        gone.map((one) => deletedThing(one, names)),
        'and',
      );
      const rest =
        left.length === 0
          ? ''
          : ` to ${list(
              left.map(({ kind, id }) => subjectOf(names, kind, id)),
              'and',
            )}`;
      return `Somebody deleted ${things} before somebody else added ${relationNames[relation.kind] ?? 'something'}${rest} that needs it.`;
    },
  },
};

const relationNames: { readonly [K in Kind]?: string } = {
  transitions: 'a step',
  usages: 'a use',
  dataFlows: 'a data flow',
  assignments: 'a role',
  requirements: 'a requirement',
};

function deletedThing(ref: RecordRef, names: Names): string {
  const name = names.deleted(ref);
  return ref.kind === 'touchpoints' ? `“${name}”` : name;
}
