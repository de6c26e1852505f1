import { readRecord } from '../../src/model/defineRecord';
import { mapSubject } from '../../src/model/ids';
import { recordDefinitions, type Kind, type RecordOfKind } from '../../src/model/kinds';
import type { RaciRole } from '../../src/model/records/assignment';
import type { JourneyMap } from '../../src/model/records/map';
import type { PartyFunction } from '../../src/model/records/party';
import type { UsageAccess } from '../../src/model/records/usage';
import { resolve, type Journey } from '../../src/model/resolve';
import { emptyTables, type Tables } from '../../src/model/tables';

/** Fields of a record that a test cares about; the others have their empty value. */
export type Given<K extends Kind> = Partial<Omit<RecordOfKind<K>, 'id'>>;
/** People of a record by RACI role; `owner` is the accountable one. Parties are named, and made when unknown. */
export interface People {
  readonly owner?: string | readonly string[];
  readonly responsible?: string | readonly string[];
  readonly consulted?: string | readonly string[];
  readonly informed?: string | readonly string[];
}
type TouchpointGiven = Given<'touchpoints'> & People;
type SystemGiven = Given<'systems'> & People;
type FlowGiven = Given<'dataFlows'> & People & { readonly data?: readonly string[] };
type TransitionGiven = Given<'transitions'>;

/**
 * Writes a map in the words of the domain, for tests:
 *
 * ```ts
 * const m = buildMap((m) => {
 *   m.party('Payments', 'it');
 *   m.stage('Decide & buy', 1.7, 5);
 *   m.touchpoint('Pay', { at: 4, emotion: 0, owner: 'Payments' }).uses('Payment gateway', 'writes').captures('Order');
 *   m.touchpoint('Collect', { at: 5, offset: 1 }).uses('Store tills').needs('Order').after('Pay', { customerTime: 'hours' });
 *   m.flow('Payment gateway', 'Store tills', { data: ['Order'], latency: 'daily' });
 * });
 * const journey = m.journey();
 * analyse(journey, m.id('Pay'));
 * ```
 *
 * - Everything is named; a name that is not known yet makes a record with nothing else stated (`uses('CRM')` makes the
 *   system CRM, `owner: 'Brand'` the party Brand). Naming it again with fields adds these fields to it.
 * - A touchpoint without `at` stands 1 after the one before it.
 * - Ids are readable and deterministic: `m.id('Pay')` is `touchpoints:Pay`; of two records of different kinds with one
 *   name say the kind: `m.id('Pay', 'systems')`. Transitions, usages and flows: `m.transitionId('Pay', 'Collect')`,
 *   `m.usageId('Pay', 'CRM')`, `m.flowId('CRM', 'ERP')`; the second one between the same ends takes `2` as its number.
 * - `m.tables()` and `m.journey()` can be asked at any time; later changes do not touch what was given out.
 * - `editRecord` and `removeRecord` change a journey as an edit in the document would, keeping identities.
 */
export class MapBuilder {
  readonly #records = new Map<Kind, Map<string, Record<string, unknown>>>();
  #map: Partial<Omit<JourneyMap, 'id'>> = {};
  #lastAt = -1;

  /** States fields of the map itself. `experienceOwner` names a party. */
  map(given: Partial<Omit<JourneyMap, 'id'>>): this {
    this.#map = { ...this.#map, ...given };
    if (given.experienceOwner)
      this.#map = { ...this.#map, experienceOwner: this.#named('parties', given.experienceOwner) };
    return this;
  }

  touchpoint(title: string, given: TouchpointGiven = {}): TouchpointBuilder {
    const { fields, people } = splitPeople(given);
    const known = this.#table('touchpoints').has(idFor('touchpoints', title));
    const at = fields.at ?? (known ? undefined : this.#lastAt + 1);
    const id = this.#put('touchpoints', title, { title, ...fields, ...(at === undefined ? {} : { at }) });
    if (at !== undefined) this.#lastAt = at;
    this.#assignAll(id, people);
    return new TouchpointBuilder(this, title);
  }

  system(name: string, given: SystemGiven = {}): this {
    const { fields, people } = splitPeople(given);
    const parent = fields.parent ? { parent: this.#named('systems', fields.parent) } : {};
    this.#assignAll(this.#put('systems', name, { name, ...fields, ...parent }), people);
    return this;
  }

  party(name: string, partyFunction: PartyFunction | null = null, given: Given<'parties'> = {}): this {
    this.#put('parties', name, { name, function: partyFunction, ...given });
    return this;
  }

  /** `systemOfRecord` names a system. */
  dataObject(name: string, given: Given<'dataObjects'> & People = {}): this {
    const { fields, people } = splitPeople(given);
    const home = fields.systemOfRecord
      ? { systemOfRecord: this.#named('systems', fields.systemOfRecord) }
      : {};
    this.#assignAll(this.#put('dataObjects', name, { name, ...fields, ...home }), people);
    return this;
  }

  persona(name: string, given: Given<'personas'> = {}): this {
    this.#put('personas', name, { name, ...given });
    return this;
  }

  ruler(name: string, given: Given<'rulers'> = {}): this {
    this.#put('rulers', name, { name, ...given });
    return this;
  }

  /** `ruler` names a ruler. */
  stage(name: string, start: number, end: number, given: Given<'stages'> & People = {}): this {
    const { fields, people } = splitPeople(given);
    const ruler = fields.ruler ? { ruler: this.#named('rulers', fields.ruler) } : {};
    this.#assignAll(this.#put('stages', name, { name, start, end, ...fields, ...ruler }), people);
    return this;
  }

  note(text: string, given: Given<'notes'> = {}): this {
    this.#put('notes', text, { text, ...given });
    return this;
  }

  /** A step between touchpoints; `to` null is a drop-out that leads nowhere. `personas` are names. */
  transition(from: string, to: string | null, given: TransitionGiven = {}): this {
    const ends = { from: this.#touchpointId(from), to: to === null ? null : this.#touchpointId(to) };
    const kind = to === null ? { kind: 'drop-out' } : {};
    const personas = given.personas
      ? { personas: given.personas.map((name) => this.#named('personas', name)) }
      : {};
    this.#add('transitions', `${from}>${to ?? ''}`, { ...ends, ...kind, ...given, ...personas });
    return this;
  }

  /** A touchpoint uses a system. */
  usage(
    touchpoint: string,
    system: string,
    access: UsageAccess | null = null,
    given: Given<'usages'> = {},
  ): this {
    const ends = { touchpoint: this.#touchpointId(touchpoint), system: this.#named('systems', system) };
    this.#add('usages', `${touchpoint}>${system}`, { ...ends, access, ...given });
    return this;
  }

  /** Data travels between systems, or from or to a touchpoint when one of that title exists. `data` are names. */
  flow(from: string, to: string, given: FlowGiven = {}): this {
    const { fields, people } = splitPeople(given);
    const { data, ...own } = fields;
    const dataObjects = data?.map((name) => this.#named('dataObjects', name)) ?? own.dataObjects ?? [];
    const record = { ...own, from: this.#flowEnd(from), to: this.#flowEnd(to), dataObjects };
    this.#assignAll(this.#add('dataFlows', `${from}>${to}`, record), people);
    return this;
  }

  /** A party's role for any named record, or for the map (`'map'`). */
  assign(party: string, subject: string, role: RaciRole): this {
    const id = subject === mapSubject ? mapSubject : this.id(subject);
    this.#assign(id, party, role);
    return this;
  }

  /** Any record of any kind, as it is; what the words above do not cover. Gives its id. */
  record<K extends Kind>(kind: K, name: string, given: Given<K>): string {
    return this.#put(kind, name, given);
  }

  /** Sets fields on a touchpoint's sets of data objects; used by `captures` and `needs`. */
  addData(title: string, field: 'dataCaptured' | 'dataNeeded', names: readonly string[]): void {
    const record = this.#table('touchpoints').get(this.#touchpointId(title));
    const known = (record?.[field] ?? []) as readonly string[];
    const ids = names.map((name) => this.#named('dataObjects', name));
    this.#put('touchpoints', title, { [field]: [...new Set([...known, ...ids])] });
  }

  /** The id of a named record. Throws when there is none, or several of different kinds and no kind was given. */
  id(name: string, kind?: Kind): string {
    const found = [...this.#records]
      .filter(([candidate, table]) => (!kind || candidate === kind) && table.has(idFor(candidate, name)))
      .map(([candidate]) => idFor(candidate, name));
    if (found.length !== 1) throw new Error(`${found.length} records are called “${name}”`);
    return found[0] as string;
  }

  transitionId(from: string, to: string | null, number = 1): string {
    return idFor('transitions', numbered(`${from}>${to ?? ''}`, number));
  }

  usageId(touchpoint: string, system: string): string {
    return idFor('usages', numbered(`${touchpoint}>${system}`, 1));
  }

  flowId(from: string, to: string, number = 1): string {
    return idFor('dataFlows', numbered(`${from}>${to}`, number));
  }

  /** The records as a document would hold them. */
  tables(): Tables {
    const tables: Record<string, unknown> = { ...emptyTables() };
    for (const [kind, records] of this.#records) {
      const table = new Map<string, unknown>();
      for (const [id, values] of records) table.set(id, readRecord(recordDefinitions[kind], id, values));
      tables[kind] = table;
    }
    return { ...(tables as unknown as Tables), map: { ...(tables['map'] as JourneyMap), ...this.#map } };
  }

  /** The map as views see it. */
  journey(): Journey {
    return resolve(this.tables());
  }

  #table(kind: Kind): Map<string, Record<string, unknown>> {
    const known = this.#records.get(kind);
    if (known) return known;
    const table = new Map<string, Record<string, unknown>>();
    this.#records.set(kind, table);
    return table;
  }

  #put(kind: Kind, name: string, values: object): string {
    const id = idFor(kind, name);
    const table = this.#table(kind);
    table.set(id, { createdAt: table.size, ...table.get(id), ...values });
    return id;
  }

  #add(kind: Kind, name: string, values: object): string {
    let number = 1;
    while (this.#table(kind).has(idFor(kind, numbered(name, number)))) number++;
    return this.#put(kind, numbered(name, number), values);
  }

  #named(kind: 'systems' | 'parties' | 'dataObjects' | 'rulers' | 'personas', name: string): string {
    const id = idFor(kind, name);
    return this.#table(kind).has(id) ? id : this.#put(kind, name, { name });
  }

  #touchpointId(title: string): string {
    const id = idFor('touchpoints', title);
    if (!this.#table('touchpoints').has(id)) this.touchpoint(title);
    return id;
  }

  #flowEnd(name: string): string {
    const touchpoint = idFor('touchpoints', name);
    return this.#table('touchpoints').has(touchpoint) ? touchpoint : this.#named('systems', name);
  }

  #assignAll(subject: string, people: People): void {
    const roles: [RaciRole, string | readonly string[] | undefined][] = [
      ['accountable', people.owner],
      ['responsible', people.responsible],
      ['consulted', people.consulted],
      ['informed', people.informed],
    ];
    for (const [role, names] of roles) {
      for (const name of typeof names === 'string' ? [names] : (names ?? []))
        this.#assign(subject, name, role);
    }
  }

  #assign(subject: string, party: string, role: RaciRole): void {
    this.#put('assignments', `${party} ${subject} ${role}`, {
      party: this.#named('parties', party),
      subject,
      role,
    });
  }
}

/** What can be said of a touchpoint just named. Every method gives the touchpoint again. */
export class TouchpointBuilder {
  readonly #map: MapBuilder;
  readonly #title: string;

  constructor(map: MapBuilder, title: string) {
    this.#map = map;
    this.#title = title;
  }

  /** It uses a system; no access given reads and writes. */
  uses(system: string, access: UsageAccess | null = null): this {
    this.#map.usage(this.#title, system, access);
    return this;
  }

  /** Data objects that become known here. */
  captures(...dataObjects: readonly string[]): this {
    this.#map.addData(this.#title, 'dataCaptured', dataObjects);
    return this;
  }

  /** Data objects that must be known here. */
  needs(...dataObjects: readonly string[]): this {
    this.#map.addData(this.#title, 'dataNeeded', dataObjects);
    return this;
  }

  /** A transition from here; null is a drop-out that leads nowhere. */
  leadsTo(title: string | null, given: TransitionGiven = {}): this {
    this.#map.transition(this.#title, title, given);
    return this;
  }

  /** A transition to here. */
  after(title: string, given: TransitionGiven = {}): this {
    this.#map.transition(title, this.#title, given);
    return this;
  }
}

/** Builds a map; see `MapBuilder`. */
export function buildMap(write: (m: MapBuilder) => void): MapBuilder {
  const builder = new MapBuilder();
  write(builder);
  return builder;
}

/** The journey after some fields of one record changed; whatever did not change keeps its identity. */
export function editRecord<K extends Kind>(journey: Journey, kind: K, id: string, given: Given<K>): Journey {
  const record = journey.tables[kind].get(id);
  if (!record) throw new Error(`there is no record “${id}” among the ${kind}`);
  return withRecord(journey, kind, { ...record, ...given } as RecordOfKind<K>);
}

/** The journey after one record was deleted, as a delete in the document would: a tombstone. */
export function removeRecord(journey: Journey, kind: Kind, id: string): Journey {
  return editRecord(journey, kind, id, { deletedAt: 1 });
}

function withRecord<K extends Kind>(journey: Journey, kind: K, record: RecordOfKind<K>): Journey {
  const table = new Map<string, unknown>(journey.tables[kind]);
  table.set(record.id, record);
  return resolve({ ...journey.tables, [kind]: table } as Tables, journey);
}

function idFor(kind: Kind, name: string): string {
  return `${kind}:${name.replaceAll(/[^A-Za-z0-9_.:-]+/g, '_')}`;
}

function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name}#${number}`;
}

function splitPeople<T extends People>(given: T): { fields: Omit<T, keyof People>; people: People } {
  const { owner, responsible, consulted, informed, ...fields } = given;
  const people = Object.fromEntries(
    Object.entries({ owner, responsible, consulted, informed }).filter(([, names]) => names !== undefined),
  ) as People;
  return { fields, people };
}
