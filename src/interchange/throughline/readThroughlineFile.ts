import { emptyBundle, type BundleDraft, type PlainRecord } from '../../model/bundle';
import type { RecordDefinition } from '../../model/defineRecord';
import { maxStringLength, type Field } from '../../model/field';
import { isMapId, isRecordId, type Entropy } from '../../model/ids';
import { isKind, kinds, recordDefinitions, schemaVersion, type Kind } from '../../model/kinds';
import { mapDefinition } from '../../model/records/map';
import { importLimits, refuse, type ReportEntry } from '../importResult';
import { isObject, type Json } from '../json';
import { parseJson } from '../parseJson';
import type { ThroughlineWords } from '../words/en/throughlineWords';
import type { OpeningWords } from '../words/importWords';
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
export function readThroughlineFile(
  text: string,
  name: string,
  entropy: Entropy,
  words: OpeningWords,
): ReadFileResult {
  const parsed = parseJson(text, name, words.files);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const said = words.throughline;
  if (!isObject(root) || root['format'] !== fileFormat) {
    const message = said.notOurs({ file: name, format: fileFormat });
    return refuse('not-recognised', message, { file: name, pointer: 'format' });
  }
  const version = root['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('not-recognised', said.noVersion({ file: name }), { file: name, pointer: 'version' });
  const limit = importLimits.recordsOfAKind;
  for (const kind of kinds) {
    const list = root[kind];
    const here = { file: name, pointer: kind };
    if (list !== undefined && !Array.isArray(list))
      return refuse('not-recognised', said.notAList({ file: name, kind }), here);
    const count = list?.length ?? 0;
    if (count > limit) return refuse('too-many', said.tooMany({ file: name, count, kind, limit }), here);
  }
  const reader = new RecordReader(name, entropy, words);
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
  readonly #words: ThroughlineWords;
  readonly #unfit: OpeningWords['files']['unfit'];
  readonly #ids = new Set<string>();

  constructor(file: string, entropy: Entropy, { throughline, files }: OpeningWords) {
    this.#file = file;
    this.#entropy = entropy;
    this.#words = throughline;
    this.#unfit = files.unfit;
  }

  readAll(root: Json): BundleDraft {
    const bundle = emptyBundle();
    if (root['map'] !== undefined && !isObject(root['map']))
      this.#note('ignored', 'map', this.#words.mapNotAnObject);
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
    this.#note('ignored', 'document', this.#words.documentDamaged);
    return null;
  }

  #readRecord(kind: Kind, value: unknown, pointer: string): PlainRecord<Kind> | null {
    const definition: RecordDefinition = recordDefinitions[kind];
    if (!isObject(value)) return this.#leaveOut(pointer, this.#words.notAnObject({ kind }));
    const { id, ...values } = value;
    if (typeof id !== 'string' || !isRecordId(id)) return this.#leaveOut(pointer, this.#words.noId({ kind }));
    if (this.#ids.has(id)) return this.#leaveOut(pointer, this.#words.idTwice({ id }));
    this.#ids.add(id);
    return { id, ...this.#readFields(definition, values, pointer) };
  }

  #leaveOut(pointer: string, message: string): null {
    this.#note('refused', pointer, message);
    return null;
  }

  /** Fields this program knows are checked; others are kept as they are for whoever wrote them. */
  #readFields(definition: RecordDefinition, values: Json, pointer: string): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      if (name === 'id') continue;
      const here = `${pointer}.${name}`;
      const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
      if (hasLongText(value)) this.#note('ignored', here, this.#words.textTooLong({ field: name }));
      else if (field) this.#readField(read, name, field, value, here);
      else if (name.includes('/')) this.#note('ignored', here, this.#words.notAFieldName({ field: name }));
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
        ? readListItems(value, field, this.#entropy, (index) =>
            this.#note('ignored', `${pointer}[${index}]`, this.#words.unfitItem),
          )
        : value;
    const parsed = field.schema.safeParse(candidate);
    if (parsed.success)
      read[name] = field.storage === 'set' ? [...new Set(parsed.data as string[])].sort() : parsed.data;
    else {
      const why = this.#unfit(parsed.error.issues[0]);
      this.#note('ignored', pointer, this.#words.unfitValue({ field: name, why }));
    }
  }

  /** A span's ends belong in order. */
  #orderEnds(definition: RecordDefinition, read: Record<string, unknown>, pointer: string): void {
    const { start, end } = read;
    if (definition.name !== 'stage' || typeof start !== 'number' || typeof end !== 'number' || start <= end)
      return;
    Object.assign(read, { start: end, end: start });
    this.#note('repaired', pointer, this.#words.endsSwapped);
  }

  #note(level: ReportEntry['level'], pointer: string, message: string): void {
    this.report.push({ level, message, file: this.#file, pointer });
  }
}
