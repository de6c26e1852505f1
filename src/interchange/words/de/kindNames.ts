import type { Kind } from '../../../model/kinds';

/** A kind of record in German sentences: a certain one and any one as the subject, and many. */
interface KindName {
  readonly the: string;
  readonly one: string;
  readonly many: string;
}

/** The words of the interface for the kinds of records, with their articles. */
export const kindNames: { readonly [K in Kind]: KindName } = {
  touchpoints: { the: 'Der Kontaktpunkt', one: 'Ein Kontaktpunkt', many: 'Kontaktpunkte' },
  stages: { the: 'Die Phase', one: 'Eine Phase', many: 'Phasen' },
  rulers: { the: 'Das Phasenmodell', one: 'Ein Phasenmodell', many: 'Phasenmodelle' },
  transitions: { the: 'Der Schritt', one: 'Ein Schritt', many: 'Schritte' },
  personas: { the: 'Die Persona', one: 'Eine Persona', many: 'Personas' },
  systems: { the: 'Das System', one: 'Ein System', many: 'Systeme' },
  usages: {
    the: 'Die Nutzung eines Systems',
    one: 'Eine Nutzung eines Systems',
    many: 'Nutzungen von Systemen',
  },
  dataObjects: { the: 'Das Datenobjekt', one: 'Ein Datenobjekt', many: 'Datenobjekte' },
  dataFlows: { the: 'Der Datenfluss', one: 'Ein Datenfluss', many: 'Datenflüsse' },
  parties: { the: 'Die Person oder das Team', one: 'Eine Person oder ein Team', many: 'Personen und Teams' },
  assignments: { the: 'Die Rolle', one: 'Eine Rolle', many: 'Rollen' },
  requirements: { the: 'Die Anforderung', one: 'Eine Anforderung', many: 'Anforderungen' },
  levers: { the: 'Der Hebel', one: 'Ein Hebel', many: 'Hebel' },
  ballots: { the: 'Die Abstimmung', one: 'Eine Abstimmung', many: 'Abstimmungen' },
  votes: { the: 'Die Stimme', one: 'Eine Stimme', many: 'Stimmen' },
  agreements: { the: 'Die Vereinbarung', one: 'Eine Vereinbarung', many: 'Vereinbarungen' },
  notes: { the: 'Die Notiz', one: 'Eine Notiz', many: 'Notizen' },
  commentThreads: { the: 'Die Diskussion', one: 'Eine Diskussion', many: 'Diskussionen' },
  comments: { the: 'Der Kommentar', one: 'Ein Kommentar', many: 'Kommentare' },
  views: { the: 'Die Ansicht', one: 'Eine Ansicht', many: 'Ansichten' },
  acceptances: {
    the: 'Die Hinnahme eines Befunds',
    one: 'Eine Hinnahme eines Befunds',
    many: 'Hinnahmen von Befunden',
  },
};

/** A record as the subject of a sentence, by its name or title: `Das System „CRM“`; without one `Ein Datenfluss`. */
export function calledRecord(kind: Kind, record: object): string {
  const { name, title, type } = record as Readonly<Partial<Record<'name' | 'title' | 'type', unknown>>>;
  const called = [name, title].find((text) => typeof text === 'string' && text !== '');
  if (called === undefined) return kindNames[kind].one;
  const isTeamOrPerson = kind === 'parties' && (type === 'team' || type === 'person');
  const what = isTeamOrPerson ? { team: 'Das Team', person: 'Die Person' }[type] : kindNames[kind].the;
  return `${what} „${String(called)}“`;
}
