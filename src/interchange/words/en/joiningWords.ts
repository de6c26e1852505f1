import type { Kind } from '../../../model/kinds';
import { asSentence, calledRecord } from './calledRecord';

/** A record, to be called by its name. */
interface Called {
  readonly kind: Kind;
  readonly record: object;
}

function who({ kind, record }: Called): string {
  return asSentence(calledRecord(kind, record));
}

/** What is said when bundles are joined with one another, and with a map, in English. */
export const joiningWords = {
  becameOne: ({ name }: { readonly name: string }) =>
    `“${name}” is in more than one of the files; it became one record.`,
  keptBoth: ({ name }: { readonly name: string }) =>
    `“${name}” is in more than one of the files, but not as the same thing; both were kept.`,
  deletedInOne: ({ deletedIn, livingIn, ...called }: Called & DeletedInOne) =>
    `${who(called)} is deleted in ${deletedIn} and not in ${livingIn}; that of ${livingIn} was kept.`,
  takenOnce: ({ first, second, ...called }: Called & InBoth) =>
    `${who(called)} is in ${first} and ${second}; it was taken once.`,
  differs: ({ first, second, fields, ...called }: Called & InBoth & { readonly fields: readonly string[] }) =>
    `${who(called)} differs between ${first} and ${second} (${fields.join(', ')}); that of ${first} was kept.`,
  titleFollows: ({ title, first }: { readonly title: string; readonly first: string }) =>
    `“${title}” follows “${first}” on one timeline; the map has the first title.`,
  leftOutDeleted: ({ count }: { readonly count: number }) =>
    `Left out what is deleted in the import: ${count} ${count === 1 ? 'record' : 'records'}.`,
  /** What a record of the map was recognised by. */
  recognised: {
    id: (called: Called) => `${who(called)} is in the map already; it is brought up to date.`,
    source: (called: Called) => `${who(called)} was imported before; it is brought up to date.`,
    name: (called: Called) =>
      `${who(called)} is in the map under the same name; what is missing there is filled in.`,
    ends: (called: Called) => `${who(called)} is in the map already.`,
  },
  keptApart: (called: Called) => `${who(called)} is not the one the map has under that name; both are there.`,
};

/** What a language says when bundles are joined. */
export type JoiningWords = typeof joiningWords;

interface DeletedInOne {
  readonly deletedIn: string;
  readonly livingIn: string;
}

interface InBoth {
  readonly first: string;
  readonly second: string;
}
