import type { ImportSource } from '../../model/defineRecord';
import { maxStringLength } from '../../model/field';
import { newRecordId, type Entropy } from '../../model/ids';
import type { ReportEntry, ReportLevel } from '../importResult';
import { isObject } from '../json';
import type { BackstageWords, CutText } from '../words/en/backstageWords';
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
  readonly words: BackstageWords;
  readonly #entities = new Map<EntityRef, Entity>();
  readonly #importedAt: number;

  constructor(entities: readonly Entity[], entropy: Entropy, words: BackstageWords) {
    this.entropy = entropy;
    this.words = words;
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
  bounded(text: string, what: CutText, entity: Entity): string {
    if (text.length <= maxStringLength) return text;
    this.note('clamped', this.words.cut({ what, name: titleOf(entity) }), entity);
    return text.slice(0, maxStringLength);
  }

  #add(entity: Entity): void {
    const { kind, line, ref } = entity;
    const why =
      kind === ''
        ? 'no-kind'
        : holdsPlaceholder(entity.metadata) || holdsPlaceholder(entity.spec)
          ? 'template'
          : entity.name === ''
            ? 'no-name'
            : null;
    if (why !== null) return this.note('ignored', this.words.unusable({ kind, line, why }), entity);
    if (this.#entities.has(ref)) return this.note('ignored', this.words.twice({ ref }), entity);
    this.#entities.set(ref, entity);
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
