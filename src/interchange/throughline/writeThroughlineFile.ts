import type { Bundle } from '../../model/bundle';
import { kinds, recordDefinitions, schemaVersion, type Kind } from '../../model/kinds';
import type { RecordDefinition } from '../../model/defineRecord';
import { mapDefinition } from '../../model/records/map';
import { fileFormat, type FileDocument } from './fileFormat';

interface Content {
  readonly bundle: Bundle;
  readonly document?: FileDocument | null;
  /** Version of the shape the content has; the program's own when left out, a newer one when it only passes it on. */
  readonly version?: number;
  /** Kinds and keys of a newer program to write back as they were read. */
  readonly unknown?: Readonly<Record<string, unknown>>;
}

/**
 * Writes a map as a `*.throughline.json` text. Fields that state nothing are left out; kinds stand in a fixed order and
 * records by id, so that two versions of a file can be compared line by line.
 */
export function writeThroughlineFile({
  bundle,
  document = null,
  unknown = {},
  version = schemaVersion,
}: Content): string {
  const file: Record<string, unknown> = {
    format: fileFormat,
    version,
    map: statedFields(mapDefinition, bundle.map),
  };
  for (const kind of kinds) file[kind] = recordsOf(bundle, kind);
  for (const [key, value] of Object.entries(unknown)) if (!Object.hasOwn(file, key)) file[key] = value;
  if (document) file['document'] = document;
  return `${JSON.stringify(file, null, 2)}\n`;
}

function recordsOf(bundle: Bundle, kind: Kind): readonly unknown[] {
  const records = [...bundle[kind]].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return records.map((record) => ({ id: record.id, ...statedFields(recordDefinitions[kind], record) }));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** List items have their keys in one order, whichever order they were stored in. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('id' in item)) return item;
    const { id, order, ...rest } = item as Record<string, unknown>;
    return { id, order, ...Object.fromEntries(Object.entries(rest).sort(byKey)) };
  });
}

function statedFields(
  definition: RecordDefinition,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const stated: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = record[name];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(field.empty)) continue;
    stated[name] = field.storage === 'list' ? inOrder(value) : value;
  }
  for (const [name, value] of Object.entries(record).sort(byKey)) {
    if (name !== 'id' && !Object.hasOwn(definition.fields, name) && value !== undefined) stated[name] = value;
  }
  return stated;
}
