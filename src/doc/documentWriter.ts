import * as Y from 'yjs';
import { checkFields, forbiddenKeys, type RecordDefinition } from '../model/defineRecord';
import { isRecordId, mapSubject, newRecordId } from '../model/ids';
import { recordDefinitions, type Kind, type RecordOfKind, type RecordRef } from '../model/kinds';
import { mapDefinition, type JourneyMap } from '../model/records/map';
import type { JourneyDocument, RecordPlace } from './journeyDocument';
import { keyOfField, memberKey, unpackValues, type PlainValues, type RecordMap } from './recordCodec';
import { mapRoot } from './wire';

/** One key that was written, with what it held before and holds now; undefined means absent. */
export interface KeyChange {
  readonly place: RecordPlace;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A long text that is to be changed; done in a transaction of its own because texts are undone differently. */
export interface TextChange {
  readonly text: Y.Text;
  readonly value: string;
}

type Patch<K extends Kind> = Partial<Omit<RecordOfKind<K>, 'id'>>;
export type MapPatch = Partial<Omit<JourneyMap, 'id'>>;

/** The document key that says a record is deleted. */
export const tombstoneKey = 'tombstone';

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** What a writer works on: a `JourneyDocument`, or as much of one as the server has. */
type WriterTarget = Pick<JourneyDocument, 'entropy' | 'actor' | 'recordsOf' | 'recordMap'>;

/**
 * Writes records strictly: what does not fit the model is a bug of the caller and throws. Only lives inside
 * `JourneyDocument.change`; everything written becomes one step of undo.
 */
export class DocumentWriter {
  readonly created: RecordRef[] = [];
  readonly changes: KeyChange[] = [];
  readonly texts: TextChange[] = [];
  readonly #document: WriterTarget;

  constructor(document: WriterTarget) {
    this.#document = document;
  }

  /**
   * Makes a record and returns its id. Who made it and when is stamped unless given.
   *
   * @param id a record id of the caller's choice (import, test); must be free
   */
  create<K extends Kind>(
    kind: K,
    fields: Patch<K>,
    id: string = newRecordId(this.#document.entropy),
  ): string {
    const records = this.#document.recordsOf(kind);
    if (!isRecordId(id)) throw new Error(`“${id}” cannot be a record id`);
    if (records.has(id)) throw new Error(`There is a ${recordDefinitions[kind].name} “${id}” already`);
    const definition: RecordDefinition = recordDefinitions[kind];
    const stamped = { createdAt: this.#document.entropy.now(), createdBy: this.#document.actor, ...fields };
    refuseProblems(definition, stamped);
    const map: RecordMap = new Y.Map();
    for (const [field, { storage }] of Object.entries(definition.fields)) {
      // Long texts are made with the record, never later: two people making one would lose a side.
      if (storage === 'text') map.set(field, new Y.Text(String((stamped as PlainValues)[field] ?? '')));
    }
    for (const [key, value] of this.#keysOf(definition, stamped, () => ({}))) {
      if (value !== undefined && definition.fields[key]?.storage !== 'text') map.set(key, value);
    }
    records.set(id, map);
    this.created.push({ kind, id });
    return id;
  }

  /**
   * Changes fields of a record. Sets and lists are compared with what is there, so that only added, changed and removed
   * members are written. Returns false when there is no such record (a colleague's copy may not have arrived yet).
   */
  update<K extends Kind>(kind: K, id: string, patch: Patch<K>): boolean {
    return this.#update({ kind, id }, recordDefinitions[kind], patch);
  }

  /**
   * Takes in a record that came from outside under its own id: makes it, or updates and revives the one that has the id.
   * Keys this program does not know are kept as they are. Returns whether it was made.
   */
  adopt(kind: Kind, id: string, values: PlainValues): boolean {
    const definition: RecordDefinition = recordDefinitions[kind];
    const known = Object.entries(values).filter(([name]) => Object.hasOwn(definition.fields, name));
    const fields = Object.fromEntries(known) as Patch<Kind>;
    const isNew = !this.#document.recordsOf(kind).has(id);
    if (isNew) this.create(kind, fields, id);
    else {
      this.update(kind, id, fields);
      if (fields.deletedAt === undefined || fields.deletedAt === null) this.restore(kind, id);
    }
    this.#keepUnknown({ kind, id }, definition, values);
    return isNew;
  }

  /** Takes in the map's own fields from outside, unknown ones as they are. */
  adoptMap(values: PlainValues): void {
    const known = Object.entries(values).filter(([name]) => Object.hasOwn(mapDefinition.fields, name));
    this.updateMap(Object.fromEntries(known));
    this.#keepUnknown({ kind: mapRoot, id: mapSubject }, mapDefinition, values);
  }

  /** Changes the map's own fields. */
  updateMap(patch: MapPatch): boolean {
    return this.#update({ kind: mapRoot, id: mapSubject }, mapDefinition, patch);
  }

  /** Marks a record deleted; its content stays, so that it can be restored. Returns false when there is none. */
  remove(kind: Kind, id: string): boolean {
    const map = this.#document.recordMap({ kind, id });
    if (!map || map.has(tombstoneKey)) return false;
    this.write({ kind, id }, tombstoneKey, [this.#document.entropy.now(), this.#document.actor]);
    return true;
  }

  /** Takes the deletion mark off a record. Returns false when there was none. */
  restore(kind: Kind, id: string): boolean {
    const map = this.#document.recordMap({ kind, id });
    if (!map?.has(tombstoneKey)) return false;
    this.write({ kind, id }, tombstoneKey, undefined);
    return true;
  }

  /** Writes one key; undefined removes it. Nothing is written when it holds that already. */
  write(place: RecordPlace, key: string, value: unknown): void {
    const map = this.#document.recordMap(place);
    if (!map) return;
    const before = map.get(key);
    if (sameValue(before, value)) return;
    if (value === undefined) map.delete(key);
    else map.set(key, value);
    this.changes.push({ place, key, before, after: value });
  }

  #keepUnknown(place: RecordPlace, definition: RecordDefinition, values: PlainValues): void {
    for (const [name, value] of Object.entries(values)) {
      const isUnknown =
        !Object.hasOwn(definition.fields, name) && !forbiddenKeys.has(name) && !name.includes('/');
      if (isUnknown && value !== undefined) this.write(place, name, value);
    }
  }

  #update(place: RecordPlace, definition: RecordDefinition, patch: PlainValues): boolean {
    const map = this.#document.recordMap(place);
    if (!map) return false;
    refuseProblems(definition, patch);
    for (const [field, value] of Object.entries(patch)) {
      const text = definition.fields[field]?.storage === 'text' ? map.get(field) : undefined;
      if (text instanceof Y.Text && text.toString() !== value)
        this.texts.push({ text, value: String(value) });
    }
    // Most changes say all that is stored with them: a place is written without reading the rest of its record.
    let read: PlainValues | null = null;
    const current = (): PlainValues => (read ??= unpackValues(definition, map));
    for (const [key, value] of this.#keysOf(definition, patch, current)) {
      if (!(map.get(key) instanceof Y.Text)) this.write(place, key, value);
    }
    return true;
  }

  /** The keys to write for some fields, given what the record holds now; undefined means to remove the key. */
  *#keysOf(
    definition: RecordDefinition,
    values: PlainValues,
    current: () => PlainValues,
  ): Generator<[string, unknown]> {
    const packed = new Set<string>();
    for (const [name, value] of Object.entries(values)) {
      const field = definition.fields[name];
      if (!field) continue;
      const key = keyOfField(definition, name);
      if (key !== name) packed.add(key);
      else if (field.storage === 'set') yield* setKeys(name, current()[name], value);
      else if (field.storage === 'list') yield* listKeys(name, current()[name], value);
      else if (field.storage === 'text') yield [name, value === '' ? undefined : value];
      else yield [name, sameValue(value, field.empty) ? undefined : value];
    }
    for (const key of packed) {
      const names = definition.packed[key] ?? [];
      const group = names.map((name) => values[name] ?? current()[name] ?? definition.fields[name]?.empty);
      yield [key, group.every((value) => value === null) ? undefined : group];
    }
  }
}

function refuseProblems(definition: RecordDefinition, values: PlainValues): void {
  const problem = checkFields(definition, values)[0];
  if (problem) throw new Error(`${definition.name}.${problem.field}: ${problem.message}`);
}

function* setKeys(field: string, current: unknown, wanted: unknown): Generator<[string, unknown]> {
  const now = new Set(Array.isArray(current) ? (current as string[]) : []);
  const next = new Set(wanted as readonly string[]);
  for (const member of now) if (!next.has(member)) yield [memberKey(field, member), undefined];
  for (const member of next) if (!now.has(member)) yield [memberKey(field, member), true];
}

function* listKeys(field: string, current: unknown, wanted: unknown): Generator<[string, unknown]> {
  const next = wanted as readonly { readonly id: string }[];
  const kept = new Set(next.map((item) => item.id));
  for (const item of Array.isArray(current) ? (current as { id: string }[]) : []) {
    if (!kept.has(item.id)) yield [memberKey(field, item.id), undefined];
  }
  for (const { id, ...content } of next) yield [memberKey(field, id), content];
}
