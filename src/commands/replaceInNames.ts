import type { AnyRecord, Kind } from '../model/kinds';
import { nameableKinds, nameFields, type NameableKind } from '../model/ownName';
import type { Journey } from '../model/resolve';
import { defineCommand, refused } from './command';

/** What is looked for in names, and what shall stand there. */
export interface NameSearch {
  /** Taken as it is, blanks included; nothing in it has a special meaning. */
  readonly text: string;
  readonly replacement: string;
  /** Null: names of every kind. */
  readonly kind: NameableKind | null;
  readonly matchesCase: boolean;
  /** Whether only whole words count: “shop” is not in “workshop”. */
  readonly wholeWords: boolean;
}

/** A name that would change. */
export interface NameChange {
  readonly kind: NameableKind;
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The names that a search would change, in the order in which people look for them. A name that would become empty, or
 * would stay the same, is not among them (FIND-5).
 */
export function nameChanges(journey: Journey, search: NameSearch): readonly NameChange[] {
  if (search.text === '') return [];
  const pattern = patternOf(search);
  const changes: NameChange[] = [];
  for (const kind of search.kind === null ? nameableKinds : [search.kind]) {
    for (const record of journey[kind].all as readonly AnyRecord[]) {
      const before = storedName(kind, record);
      const after = before.replace(pattern, () => search.replacement);
      if (after !== before && after.trim() !== '') changes.push({ kind, id: record.id, before, after });
    }
  }
  return changes;
}

function storedName(kind: NameableKind, record: AnyRecord): string {
  return String((record as Readonly<Record<string, unknown>>)[nameFields[kind]] ?? '');
}

function patternOf({ text, matchesCase, wholeWords }: NameSearch): RegExp {
  const plain = text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const letter = String.raw`[\p{L}\p{M}\p{N}_]`;
  const pattern = wholeWords ? `(?<!${letter})${plain}(?!${letter})` : plain;
  return new RegExp(pattern, matchesCase ? 'gu' : 'giu');
}

/** Replaces a text in names, as one step. Returns how many names changed. */
export const replaceInNames = defineCommand({
  id: 'names.replace',
  run({ document, journey }, { except, ...search }: NameSearch & { readonly except?: ReadonlySet<string> }) {
    const changes = nameChanges(journey(), search).filter(({ id }) => !except?.has(id));
    if (changes.length === 0) return refused('nothing-to-do');
    return document.change('names.replace', (writer) => {
      for (const { kind, id, after } of changes)
        writer.update(kind as Kind, id, { [nameFields[kind]]: after } as never);
      return changes.length;
    });
  },
});
