import type { core } from 'zod';
import type { Kind } from '../../../model/kinds';

/** What is said of files of any format, in English. */
export const fileWords = {
  nothingToImport: 'There is no file to import.',
  notText: ({ file }: { readonly file: string }) =>
    `${file} is not UTF-8 text. Open it in an editor, save it with the encoding UTF-8, and try again.`,
  tooLarge: ({ file }: { readonly file: string }) => `${file} is larger than 20 MB.`,
  tooDeep: ({
    file,
    limit,
    line,
  }: {
    readonly file: string;
    readonly limit: number;
    readonly line: number;
  }) => `${file} is nested more than ${limit} levels deep at line ${line}.`,
  forbiddenKey: ({ file, key }: { readonly file: string; readonly key: string }) =>
    `${file} uses the forbidden key ${key}.`,
  brokenJson: ({ file, how, line, column }: BrokenJson) => {
    const what = { empty: 'is empty', cut: 'ends too early', invalid: 'is not valid JSON' }[how];
    return `${file} ${what}: line ${line}, column ${column}.`;
  },
  unknownFormat: ({ file, isEmpty }: { readonly file: string; readonly isEmpty: boolean }) =>
    `${file} ${isEmpty ? 'is empty' : 'is not in a format that can be read'}. Understood are Throughline files (.throughline.json), Mermaid journeys (.mmd, .mermaid, .md, .html) and Backstage catalogues (.yaml, .yml).`,
  /** Several files that were read together, as one thing is called. */
  together: ({ first, more }: { readonly first: string; readonly more: number }) =>
    more > 0 ? `${first} and ${more} more` : first,
  tooManyTogether: ({ count, kind, limit }: TooMany) =>
    `Together the files hold ${count} ${kind}; at most ${limit} can be taken.`,
  /** Why a value does not fit its field; follows a colon. */
  unfit: (issue: core.$ZodIssue | undefined) => issue?.message ?? 'it does not fit',
};

/** What a language says of files of any format. */
export type FileWords = typeof fileWords;

/** Where a JSON text breaks off, and how. */
interface BrokenJson {
  readonly file: string;
  readonly how: 'empty' | 'cut' | 'invalid';
  readonly line: number;
  readonly column: number;
}

interface TooMany {
  readonly count: number;
  readonly kind: Kind;
  readonly limit: number;
}
