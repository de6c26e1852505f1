import { emptyBundle, type BundleDraft, type PlainRecord } from '../../model/bundle';
import type { RecordDefinition } from '../../model/defineRecord';
import { maxStringLength, type Field } from '../../model/field';
import { isMapId, isRecordId, type Entropy } from '../../model/ids';
import { isKind, kinds, recordDefinitions, schemaVersion, type Kind } from '../../model/kinds';
import { mapDefinition } from '../../model/records/map';
import { importLimits, refuse, type ReportEntry } from '../importResult';
import { isObject, type Json } from '../json';
import { parseJson } from '../parseJson';
import { fileFormat, type FileDocument, type ReadFileResult } from './fileFormat';
import { readListItems } from './readListItems';

/** Whether a text claims to be one of our files: enough to choose the reader, not to trust it. */
export function looksLikeThroughlineFile(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text) && /"format"\s*:\s*"throughline"/.test(text.slice(0, 4_096));
}

/**
 * Reads a `*.throughline.json` text. What is not ours is refused whole; a record or field that does not fit is left out
 * and reported, the rest is read. Relations to records that are not in the file stay: they are hidden until their end
 * appears.
 *
 * @param entropy gives ids and order keys to list items that have none
 */
export function readThroughlineFile(text: string, name: string, entropy: Entropy): ReadFileResult {
  const parsed = parseJson(text, name);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (!isObject(root) || root['format'] !== fileFormat) {
    return refuse(
      'not-recognised',
      `${name} is JSON, but not a Throughline file: “format” must be “${fileFormat}”.`,
      {
        file: name,
        pointer: 'format',
      },
    );
  }
  const version = root['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse(
      'not-recognised',
      `${name} does not say which version it is: “version” must be a whole number.`,
      {
        file: name,
        pointer: 'version',
      },
    );
  }
  for (const kind of kinds) {
    const list = root[kind];
    if (list !== undefined && !Array.isArray(list)) {
      return refuse('not-recognised', `In ${name}, “${kind}” must be a list.`, { file: name, pointer: kind });
    }
    if (Array.isArray(list) && list.length > importLimits.recordsOfAKind) {
      const message = `${name} has ${list.length} ${kind}; at most ${importLimits.recordsOfAKind} can be opened.`;
      return refuse('too-many', message, { file: name, pointer: kind });
    }
  }
  const reader = new RecordReader(name, entropy);
  const bundle = reader.readAll(root);
  const document = reader.readDocument(root['document']);
  const unknown = Object.fromEntries(
    Object.entries(root).filter(
      ([key]) => !isKind(key) && !['format', 'version', 'map', 'document', '$schema'].includes(key),
    ),
  );
  const file = { bundle, document, version, isNewer: version > schemaVersion, unknown };
  return { ok: true, file, report: reader.report };
}

/** Whether a text anywhere in a value is longer than a document may hold (depth is limited before). */
function hasLongText(value: unknown): boolean {
  if (typeof value === 'string') return value.length > maxStringLength;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLongText);
}

class RecordReader {
  readonly report: ReportEntry[] = [];
  readonly #file: string;
  readonly #entropy: Entropy;
  readonly #ids = new Set<string>();

  constructor(file: string, entropy: Entropy) {
    this.#file = file;
    this.#entropy = entropy;
  }

  readAll(root: Json): BundleDraft {
    const bundle = emptyBundle();
    if (root['map'] !== undefined && !isObject(root['map']))
      this.#note('ignored', 'map', '“map” is not an object and was left out');
    else if (isObject(root['map'])) bundle.map = this.#readFields(mapDefinition, root['map'], 'map');
    for (const kind of kinds) {
      const list = (root[kind] ?? []) as readonly unknown[];
      const records = bundle[kind] as PlainRecord<Kind>[];
      list.forEach((value, index) => {
        const record = this.#readRecord(kind, value, `${kind}[${index}]`);
        if (record) records.push(record);
      });
    }
    return bundle;
  }

  readDocument(value: unknown): FileDocument | null {
    if (value === undefined) return null;
    const { id, update } = isObject(value) ? value : {};
    const isWhole =
      typeof id === 'string' &&
      isMapId(id) &&
      typeof update === 'string' &&
      /^[A-Za-z0-9+/]*=*$/.test(update);
    if (isWhole) return { id, update };
    this.#note('ignored', 'document', '“document” is damaged: the file can be opened as a copy, not merged');
    return null;
  }

  #readRecord(kind: Kind, value: unknown, pointer: string): PlainRecord<Kind> | null {
    const definition: RecordDefinition = recordDefinitions[kind];
    if (!isObject(value)) return this.#leaveOut(pointer, `a ${definition.name} must be an object`);
    const { id, ...values } = value;
    if (typeof id !== 'string' || !isRecordId(id))
      return this.#leaveOut(pointer, `a ${definition.name} needs an id`);
    if (this.#ids.has(id))
      return this.#leaveOut(pointer, `the id “${id}” is used twice; the first one was kept`);
    this.#ids.add(id);
    return { id, ...this.#readFields(definition, values, pointer) };
  }

  #leaveOut(pointer: string, why: string): null {
    this.#note('refused', pointer, `Left out: ${why}`);
    return null;
  }

  /** Fields this program knows are checked; others are kept as they are for whoever wrote them. */
  #readFields(definition: RecordDefinition, values: Json, pointer: string): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      if (name === 'id') continue;
      const here = `${pointer}.${name}`;
      const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
      if (hasLongText(value))
        this.#note('ignored', here, `“${name}” holds a text longer than 64 KB and was left out`);
      else if (field) this.#readField(read, name, field, value, here);
      else if (name.includes('/'))
        this.#note('ignored', here, `“${name}” is not a possible field name and was left out`);
      else read[name] = value;
    }
    this.#orderEnds(definition, read, pointer);
    return read;
  }

  #readField(
    read: Record<string, unknown>,
    name: string,
    field: Field<unknown>,
    value: unknown,
    pointer: string,
  ): void {
    const candidate =
      field.storage === 'list' && Array.isArray(value)
        ? readListItems(value, field, this.#entropy, (index, why) =>
            this.#note('ignored', `${pointer}[${index}]`, why),
          )
        : value;
    const parsed = field.schema.safeParse(candidate);
    if (parsed.success)
      read[name] = field.storage === 'set' ? [...new Set(parsed.data as string[])].sort() : parsed.data;
    else {
      const why = parsed.error.issues[0]?.message ?? 'it does not fit';
      this.#note('ignored', pointer, `The value of “${name}” was left out: ${why}`);
    }
  }

  /** A span's ends belong in order. */
  #orderEnds(definition: RecordDefinition, read: Record<string, unknown>, pointer: string): void {
    const { start, end } = read;
    if (definition.name !== 'stage' || typeof start !== 'number' || typeof end !== 'number' || start <= end)
      return;
    Object.assign(read, { start: end, end: start });
    this.#note('repaired', pointer, 'The stage ended before it began; its ends were swapped');
  }

  #note(level: ReportEntry['level'], pointer: string, message: string): void {
    this.report.push({ level, message, file: this.#file, pointer });
  }
}
