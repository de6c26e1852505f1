import type { Kind, RecordRef } from '../model/kinds';
import type { FlowLatency } from '../model/records/dataFlow';
import type { PartyFunction } from '../model/records/party';
import type { CustomerTime } from '../model/records/transition';
import { explanations } from './explanations.de';
import type { FindingFacts, FindingKind } from './finding';
import type { Names, Sentences } from './sentences';
import type { Judgement, Route, VerdictReason, WouldBe } from './verdict';

const latencies: { readonly [L in FlowLatency]: string } = {
  'real-time': 'in Echtzeit',
  minutes: 'binnen Minuten',
  hourly: 'stündlich',
  daily: 'täglich',
  weekly: 'wöchentlich',
  'by-hand': 'von Hand',
};

const customerTimes: { readonly [T in CustomerTime]: string } = {
  'at-once': 'sofort',
  minutes: 'nach Minuten',
  hours: 'nach Stunden',
  days: 'nach Tagen',
  weeks: 'nach Wochen',
};

/** Functions as after “an”, and as after “geht über”: with the preposition, which melts into the article. */
const toFunction: { readonly [F in PartyFunction]: string } = {
  marketing: 'das Marketing',
  it: 'die IT',
  sales: 'den Vertrieb',
  service: 'den Service',
  operations: 'den Betrieb',
  legal: 'die Rechtsabteilung',
  external: 'Externe',
  other: 'eine andere Abteilung',
};
const fromFunction: { readonly [F in PartyFunction]: string } = {
  marketing: 'vom Marketing',
  it: 'von der IT',
  sales: 'vom Vertrieb',
  service: 'vom Service',
  operations: 'vom Betrieb',
  legal: 'von der Rechtsabteilung',
  external: 'von Externen',
  other: 'von einer anderen Abteilung',
};

/** How people are recognised, by the words the interface offers; any other word is quoted as it was written. */
const identityKeyNames: ReadonlyMap<string, string> = new Map([
  ['cookie', 'das Cookie'],
  ['email', 'die E-Mail-Adresse'],
  ['phone', 'die Telefonnummer'],
  ['account', 'das Konto'],
  ['loyalty-number', 'die Treuenummer'],
  ['order-number', 'die Bestellnummer'],
]);

function keyName(key: string): string {
  return identityKeyNames.get(key) ?? `„${key}“`;
}

const longestList = 4;

function list(items: readonly string[], word: 'und' | 'oder'): string {
  const shown =
    items.length > longestList
      ? [...items.slice(0, longestList - 1), `${items.length - longestList + 1} weitere`]
      : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}

function once(wouldBe: WouldBe | null, names: Names): string {
  if (!wouldBe) return '';
  const outcome = {
    carried: 'kommt alles an',
    late: 'kommt alles an, aber zu spät',
    'by-hand': 'kommt alles an, aber nur von Hand',
  }[wouldBe.verdict];
  const things = wouldBe.once.map(({ kind, id }) => (kind === 'dataFlows' ? names.flow(id) : names.of(id)));
  return ` Sobald ${list(things, 'und')} in Betrieb ${things.length === 1 ? 'ist' : 'sind'}, ${outcome}.`;
}

function subjectOf(names: Names, { kind, id }: RecordRef): string {
  if (kind === 'touchpoints') return names.touchpoint(id);
  return kind === 'dataFlows' ? `den Datenfluss ${names.flow(id)}` : names.of(id);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const unsaid = 'daher kann niemand sagen, ob die Geschichte weitergeht';
const reasons: { readonly [R in VerdictReason]: (from: string, to: string) => string } = {
  'drop-out': () => 'Hier springt die Kundin ab; es muss nichts weitergegeben werden.',
  'no-system-needed': (_from, to) => `${to} braucht kein System, also muss dort nichts ankommen.`,
  'no-predecessor': (from) =>
    `${from} braucht kein System, und davor kam nichts: Es gibt nichts weiterzugeben.`,
  'from-without-system': (from) => `Bei ${from} ist kein System in Betrieb genannt, ${unsaid}.`,
  'to-without-system': (_from, to) => `Bei ${to} ist kein System in Betrieb genannt, ${unsaid}.`,
  'both-without-system': (from, to) =>
    `Weder bei ${from} noch bei ${to} ist ein System in Betrieb genannt, ${unsaid}.`,
};

function sayJudgement(
  { reason, from, slowestLatency, wouldBe }: Judgement,
  route: Route | null,
  to: string | null,
  names: Names,
): string {
  const start = from === null ? 'der Kontaktpunkt davor' : names.touchpoint(from);
  const goal = to === null ? 'dem nächsten Kontaktpunkt' : names.touchpoint(to);
  if (reason) return `${capitalised(reasons[reason](start, goal))}${once(wouldBe, names)}`;
  const systems = (route?.systems ?? []).map(names.of);
  if (systems.length === 1)
    return `Was bei ${start} bekannt ist, ist auch bei ${goal} da: Beide nutzen ${systems[0]}.`;
  const speed = slowestLatency === null ? '' : ` ${latencies[slowestLatency]}`;
  return `Was bei ${start} bekannt ist, kommt${speed} bei ${goal} an: ${systems.join(' → ')}.`;
}

type Says<K extends FindingKind> = { readonly [P in K]: (facts: FindingFacts[P], names: Names) => string };

const ofContinuity: Says<
  'broken' | 'late' | 'by-hand' | 'not-recognised' | 'asked-again' | 'asked-twice' | 'unavailable'
> = {
  broken: ({ from, to, writers, readers, wouldBe }, names) => {
    const sources = list(writers.map(names.of), 'oder');
    const goals = list(readers.map(names.of), 'oder');
    return `Was bei ${names.touchpoint(from)} bekannt ist, kommt bei ${names.touchpoint(to)} nicht an. Von ${sources} führt kein Datenfluss zu ${goals}.${once(wouldBe, names)}`;
  },
  late: ({ from, to, systems, latency, customerTime, wouldBe }, names) => {
    const way = systems.map(names.of).join(' → ');
    const customer = customerTime === null ? '' : `, und die Kundin ist ${customerTimes[customerTime]} da`;
    return `Was bei ${names.touchpoint(from)} bekannt ist, kommt bei ${names.touchpoint(to)} zu spät an: ${way} liefert ${latencies[latency]}${customer}.${once(wouldBe, names)}`;
  },
  'by-hand': ({ from, to, systems, wouldBe }, names) =>
    `Was bei ${names.touchpoint(from)} bekannt ist, kommt bei ${names.touchpoint(to)} nur an, weil es jemand von Hand überträgt: ${systems.map(names.of).join(' → ')}.${once(wouldBe, names)}`,
  'not-recognised': ({ from, to, fromKey, toKey }, names) =>
    `Der Vorgang von ${names.touchpoint(from)} kommt bei ${names.touchpoint(to)} an, aber niemand erkennt den Menschen: Unterwegs führt nichts ${keyName(fromKey)} und ${keyName(toKey)} zusammen.`,
  'asked-again': ({ item, from, to, readers }, names) =>
    `Was die Kundin bei ${names.touchpoint(from)} angegeben hat (${names.of(item)}), kommt nicht bei ${list(readers.map(names.of), 'oder')} an: Bei ${names.touchpoint(to)} wird sie noch einmal gefragt.`,
  'asked-twice': ({ item, from, to }, names) =>
    `Nach ${names.of(item)} wird die Kundin zweimal gefragt: bei ${names.touchpoint(from)} und wieder bei ${names.touchpoint(to)}.`,
  unavailable: ({ item, to }, names) =>
    `${names.touchpoint(to)} braucht ${names.of(item)}, aber nichts davor erfasst das.`,
};

const ofOwnership: Says<'no-owner' | 'several-owners' | 'hand-over' | 'no-it-owner' | 'no-business-owner'> = {
  'no-owner': ({ subject }, names) => `Niemand ist für ${subjectOf(names, subject)} verantwortlich.`,
  'several-owners': ({ subject, parties }, names) => {
    const about = subject ? subjectOf(names, subject) : 'die Karte als Ganzes';
    const each = parties.length === 2 ? 'beide' : 'alle';
    return `${capitalised(list(parties.map(names.of), 'und'))} sind ${each} für ${about} verantwortlich; es darf nur eine Stelle sein.`;
  },
  'hand-over': ({ from, to, fromFunctions, toFunctions, torn }, names) => {
    const giving = list(
      fromFunctions.map((one) => fromFunction[one]),
      'und',
    );
    const taking = list(
      toFunctions.map((one) => toFunction[one]),
      'und',
    );
    const tear = {
      broken: ' – und genau hier reißt die Geschichte',
      late: ' – und genau hier kommt die Geschichte zu spät',
      'by-hand': ' – und genau hier wird von Hand übertragen',
    };
    return `Zwischen ${names.touchpoint(from)} und ${names.touchpoint(to)} geht die Kundin ${giving} an ${taking} über${torn ? tear[torn] : ''}.`;
  },
  'no-it-owner': ({ system, parties }, names) =>
    `Für ${names.of(system)} ${parties.length === 1 ? 'steht' : 'stehen'} ${list(parties.map(names.of), 'und')} gerade, aber niemand aus der IT.`,
  'no-business-owner': ({ system, parties }, names) =>
    `Für ${names.of(system)} ${parties.length === 1 ? 'steht' : 'stehen'} ${list(parties.map(names.of), 'und')} gerade, aber niemand aus dem Fachbereich.`,
};

const ofStanding: Says<'not-sanctioned' | 'not-used' | 'not-in-catalogue'> = {
  'not-sanctioned': ({ system, standing, touchpoints }, names) => {
    const how = standing === 'tolerated' ? 'nur geduldet' : 'nicht freigegeben';
    const verb = touchpoints.length === 1 ? 'hängt' : 'hängen';
    return `${capitalised(names.of(system))} ist ${how}, und ${list(touchpoints.map(names.touchpoint), 'und')} ${verb} davon ab.`;
  },
  'not-used': ({ system }, names) =>
    `${capitalised(names.of(system))} ist ein offizielles System, aber kein Kontaktpunkt nutzt es, auch nicht über ein anderes.`,
  'not-in-catalogue': ({ system, touchpoints }, names) => {
    const verb = touchpoints.length === 1 ? 'nutzt' : 'nutzen';
    return `${list(touchpoints.map(names.touchpoint), 'und')} ${verb} ${names.of(system)}; der importierte Katalog kennt das nicht.`;
  },
};

/** “(E-Mail und Adresse)”. */
function itemsIn(items: readonly string[], names: Names): string {
  return `Personenbezogene Daten (${list(items.map(names.of), 'und')})`;
}

const ofPrivacy: Says<
  | 'no-lawful-basis'
  | 'no-purpose'
  | 'into-not-sanctioned'
  | 'not-cleared'
  | 'other-region'
  | 'used-before-captured'
  | 'no-retention'
> = {
  'no-lawful-basis': ({ flow, items }, names) =>
    `${itemsIn(items, names)} laufen ohne Rechtsgrundlage über ${names.flow(flow)}.`,
  'no-purpose': ({ flow, items }, names) =>
    `${itemsIn(items, names)} laufen über ${names.flow(flow)}, ohne dass ein Zweck genannt ist.`,
  'into-not-sanctioned': ({ system, items }, names) =>
    `${itemsIn(items, names)} gehen an ${names.of(system)}, das nicht freigegeben ist.`,
  'not-cleared': ({ system, items }, names) =>
    `${capitalised(names.of(system))} bekommt ${list(items.map(names.of), 'und')}; dafür ist es nicht freigegeben.`,
  'other-region': ({ flow, system, fromRegion, toRegion, items }, names) =>
    `${itemsIn(items, names)} gehen über ${names.flow(flow)} von ${fromRegion} nach ${toRegion}, zu ${names.of(system)}.`,
  'used-before-captured': ({ item, at, capturedAt }, names) =>
    `${names.touchpoint(at)} verwendet schon ${names.of(item)}; die Kundin gibt das erst bei ${names.touchpoint(capturedAt)} an.`,
  'no-retention': ({ item }, names) =>
    `Für ${names.of(item)} ist keine Aufbewahrungsfrist genannt, und das sind personenbezogene Daten.`,
};

const relationNames: { readonly [K in Kind]?: string } = {
  transitions: 'einen Schritt',
  usages: 'eine Nutzung',
  dataFlows: 'einen Datenfluss',
  assignments: 'eine Rolle',
  requirements: 'eine Anforderung',
};

const ofRequirements: Says<
  | 'requirement-without-measure'
  | 'requirement-without-date'
  | 'requirement-unanswered'
  | 'requirement-overdue'
  | 'end-deleted'
> = {
  'requirement-without-measure': ({ requirement }, names) =>
    `Die Anforderung ${names.touchpoint(requirement)} sagt nicht, woran man sieht, dass sie geholfen hat.`,
  'requirement-without-date': ({ requirement }, names) =>
    `Die Anforderung ${names.touchpoint(requirement)} sagt nicht, bis wann sie gebraucht wird.`,
  'requirement-unanswered': ({ requirement, answeredBy }, names) =>
    answeredBy === null
      ? `Niemand hat auf die Anforderung ${names.touchpoint(requirement)} geantwortet, und niemand ist dafür genannt.`
      : `${capitalised(names.of(answeredBy))} hat auf die Anforderung ${names.touchpoint(requirement)} noch nicht geantwortet.`,
  'requirement-overdue': ({ requirement, dueOn, answeredBy }, names) =>
    `Die Anforderung ${names.touchpoint(requirement)} war bis ${germanDate(dueOn)} fällig und ist noch nicht erfüllt${answeredBy === null ? '' : ` (zuständig: ${names.of(answeredBy)})`}.`,
  'end-deleted': ({ relation, gone, left }, names) => {
    const things = list(
      gone.map((one) => (one.kind === 'touchpoints' ? `„${names.deleted(one)}“` : names.deleted(one))),
      'und',
    );
    const rest =
      left.length === 0
        ? ''
        : ` zu ${list(
            left.map(({ kind, id }) => (kind === 'touchpoints' ? names.touchpoint(id) : names.of(id))),
            'und',
          )}`;
    return `Jemand hat ${things} gelöscht, bevor jemand anderes ${relationNames[relation.kind] ?? 'etwas'}${rest} angelegt hat, was daran hängt.`;
  },
};

function germanDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}.${month}.${year}`;
}

/** What the analysis says, in German. */
export const german: Sentences = {
  lateness: { nightly: 'jede Nacht', daily: 'täglich', weekly: 'wöchentlich', byHand: 'von Hand' },
  unnamed: 'etwas ohne Namen',
  quoted: (title) => `„${title}“`,
  judgement: sayJudgement,
  findings: { ...ofContinuity, ...ofOwnership, ...ofStanding, ...ofPrivacy, ...ofRequirements },
  explanations,
};
