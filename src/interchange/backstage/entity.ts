import { importLimits, refuse, type Refusal, type ReportEntry } from '../importResult';
import { isObject, type Json } from '../json';
import type { ImportWords } from '../words/importWords';
import { entityRef, type EntityRef } from './entityRef';
import { readYaml, type YamlDocument } from './readYaml';

/** One entity of a catalogue: what a YAML document with `kind` and `metadata.name` says. */
export interface Entity {
  readonly ref: EntityRef;
  /** As written: `Component`. Empty when there is none. */
  readonly kind: string;
  /** Empty when there is none, or when it is a placeholder of a template. */
  readonly name: string;
  readonly namespace: string;
  readonly metadata: Json;
  readonly spec: Json;
  readonly root: Json;
  readonly file: string;
  readonly line: number;
}

/** A word or number as text; empty for everything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The texts of a list; one text counts as a list of one. */
export function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(textOf).filter((text) => text !== '');
}

/** What a person calls the entity. */
export function titleOf({ metadata, name }: Entity): string {
  return textOf(metadata['title']) || name;
}

type ReadEntities =
  | { readonly ok: true; readonly entities: readonly Entity[]; readonly report: readonly ReportEntry[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads the entities of one YAML file. A file without any is refused. */
export function readEntities(text: string, file: string, words: ImportWords): ReadEntities {
  const yaml = readYaml(text, file, words);
  if (!yaml.ok) return yaml;
  const entities: Entity[] = [];
  const report: ReportEntry[] = [];
  for (const document of yaml.documents) {
    if (document.value === null || document.value === undefined) continue;
    const entity = toEntity(document, file);
    if (entity) entities.push(entity);
    else {
      const message = words.backstage.notAnEntity({ line: document.line });
      report.push({ level: 'ignored', message, file, line: document.line });
    }
  }
  if (entities.length === 0) return refuse('not-recognised', words.backstage.noEntity({ file }), { file });
  const count = entities.length;
  const limit = importLimits.recordsOfAKind;
  if (count > limit) {
    return refuse('too-many', words.backstage.tooManyInFile({ file, count, limit }), { file });
  }
  return { ok: true, entities, report };
}

function toEntity({ value: root, line }: YamlDocument, file: string): Entity | null {
  if (!isObject(root)) return null;
  const isCatalogue = textOf(root['apiVersion']).startsWith('backstage.io/');
  const metadata = isObject(root['metadata']) ? root['metadata'] : {};
  const spec = isObject(root['spec']) ? root['spec'] : {};
  const kind = textOf(root['kind']);
  const name = textOf(metadata['name']);
  if (!isCatalogue && (kind === '' || name === '' || !isObject(root['spec']))) return null;
  const namespace = textOf(metadata['namespace']) || 'default';
  return { ref: entityRef(kind, namespace, name), kind, name, namespace, metadata, spec, root, file, line };
}
