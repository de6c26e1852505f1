import type { ImportSource } from '../../model/defineRecord';
import { maxStringLength } from '../../model/field';
import { newRecordId, type Entropy } from '../../model/ids';
import type { ReportEntry, ReportLevel } from '../importResult';
import { isObject } from '../json';
import { textOf, textsOf, titleOf, type Entity } from './entity';
import { possibleRefs, type EntityRef } from './entityRef';

/** The format's name in `source.format` and `ext`. */
export const backstageFormat = 'backstage';

/** Marks of template languages: what holds one describes no system yet. */
const placeholder = /\$?\{\{|\{%/;
/** Fields in which a placeholder is only text. */
const prose: ReadonlySet<string> = new Set(['description', 'definition']);

/** All entities of an import, found by their names across files, with the report about them. */
export class Catalog {
  readonly report: ReportEntry[] = [];
  readonly entropy: Entropy;
  readonly #entities = new Map<EntityRef, Entity>();
  readonly #importedAt: number;

  constructor(entities: readonly Entity[], entropy: Entropy) {
    this.entropy = entropy;
    this.#importedAt = entropy.now();
    for (const entity of entities) this.#add(entity);
  }

  /** The entities of a kind (in lower case), in the order of the files. */
  ofKind(kind: string): readonly Entity[] {
    return [...this.#entities.values()].filter((entity) => entity.kind.toLowerCase() === kind);
  }

  all(): IterableIterator<Entity> {
    return this.#entities.values();
  }

  /** What a reference leads to; null when it is not among the files. */
  find(text: string, kinds: readonly string[], from: Entity): Entity | null {
    for (const ref of possibleRefs(text, kinds, from.namespace)) {
      const entity = this.#entities.get(ref);
      if (entity) return entity;
    }
    return null;
  }

  note(level: ReportLevel, message: string, about: Entity): void {
    this.report.push({ level, message, file: about.file, line: about.line, pointer: about.ref });
  }

  newId(): string {
    return newRecordId(this.entropy);
  }

  /** Where a record comes from; `part` tells apart several records that come from one entity. */
  source(entity: Entity, part = ''): ImportSource {
    return {
      format: backstageFormat,
      file: entity.file,
      pointer: `${entity.ref}${part}`,
      importedAt: this.#importedAt,
    };
  }

  /** A text within the bounds of a field; what is too long is cut and reported. */
  bounded(text: string, what: string, entity: Entity): string {
    if (text.length <= maxStringLength) return text;
    this.note('clamped', `The ${what} of “${titleOf(entity)}” is too long and was cut.`, entity);
    return text.slice(0, maxStringLength);
  }

  #add(entity: Entity): void {
    const called = `The ${entity.kind || 'entity'} in line ${entity.line}`;
    if (entity.kind === '') return this.note('ignored', `${called} does not say what kind it is.`, entity);
    if (holdsPlaceholder(entity.metadata) || holdsPlaceholder(entity.spec))
      return this.note('ignored', `${called} is a template with placeholders, not an entity.`, entity);
    if (entity.name === '') return this.note('ignored', `${called} has no name.`, entity);
    if (this.#entities.has(entity.ref)) {
      const message = `${entity.ref} is there twice; the first one was taken.`;
      return this.note('ignored', message, entity);
    }
    this.#entities.set(entity.ref, entity);
  }
}

function holdsPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return placeholder.test(value);
  if (Array.isArray(value)) return value.some(holdsPlaceholder);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, member]) => !prose.has(key) && holdsPlaceholder(member));
}

/** The references an entity makes in one field of its `spec`. */
export function referencesOf(entity: Entity, field: string): readonly string[] {
  return textsOf(entity.spec[field]);
}

/** The first reference an entity makes in one field of its `spec`; empty when it makes none. */
export function referenceOf(entity: Entity, field: string): string {
  return referencesOf(entity, field)[0] ?? textOf(entity.spec[field]);
}
