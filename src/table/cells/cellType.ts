import type { NamedKind } from '../../commands/createNamed';
import type { Kind } from '../../model/kinds';

/** What a cell holds: a text, word or id; a number; yes or no; several words or ids; nothing. */
export type CellValue = string | number | boolean | readonly string[] | null;

/** One word of a closed or suggested set, and how it reads. */
export interface CellChoice {
  readonly value: string;
  readonly label: string;
}

/** What may be typed into a cell, and how a text is understood there. */
export type CellType =
  /** Read only: derived from other records. */
  | { readonly kind: 'shown' }
  | { readonly kind: 'text' }
  /** Free text from which words are suggested; `empty` is what nothing is stored as. */
  | { readonly kind: 'word'; readonly suggestions: readonly CellChoice[]; readonly empty: '' | null }
  /** One of a closed set; null where it may be left open. */
  | { readonly kind: 'choice'; readonly choices: readonly CellChoice[]; readonly isRequired: boolean }
  | { readonly kind: 'flag' }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      /** Whether it always has a value. */
      readonly isRequired: boolean;
      /** Stored as 0 … 1, read and typed as per cent. */
      readonly isShare?: boolean;
    }
  /** A day as YYYY-MM-DD. */
  | { readonly kind: 'date' }
  /** Any number of words. */
  | { readonly kind: 'words'; readonly suggestions: readonly CellChoice[] }
  /** One other record, or any number of them. A name that is not known makes a record of kind `create`. */
  | {
      readonly kind: 'reference' | 'references';
      readonly kinds: readonly Kind[];
      readonly create: NamedKind | 'touchpoints' | null;
      /** Whether the map itself may be named. */
      readonly withMap?: boolean;
    }
  /** Any of a few letters, set and taken by their keys: a cell of a matrix. */
  | { readonly kind: 'letters'; readonly letters: readonly CellLetter[]; readonly exclusive: boolean };

/** A letter of a matrix cell: what it shows, the key that sets it, what it stands for, and the word it is stored as. */
export interface CellLetter {
  readonly letter: string;
  readonly key: string;
  readonly value: string;
  readonly label: string;
}

/** Whether cells of a type hold several things, written with semicolons between them. */
export function holdsSeveral(type: CellType): boolean {
  return type.kind === 'words' || type.kind === 'references';
}

/** What a cell of a type holds when nothing is stated. */
export function emptyValue(type: CellType): CellValue {
  switch (type.kind) {
    case 'words':
    case 'references':
    case 'letters':
      return [];
    case 'flag':
      return false;
    case 'text':
      return '';
    case 'word':
      return type.empty;
    default:
      return null;
  }
}

/** Whether a cell has something in it. */
export function isEmptyValue(value: CellValue): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

/** Whether two values are the same, order included. */
export function isSameValue(a: CellValue, b: CellValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
