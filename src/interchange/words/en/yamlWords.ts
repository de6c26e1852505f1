import type { ErrorCode } from 'yaml';

/** What is said of YAML files that cannot be read, in English. */
export const yamlWords = {
  template: ({ file, line, column }: Place) =>
    `${file} is a template with placeholders, not yet a catalogue file: line ${line}, column ${column}.`,
  ownTag: ({ file, line, column }: Place) =>
    `${file} uses a tag of its own, which is not read: line ${line}, column ${column}.`,
  tab: ({ file, line, column }: Place) =>
    `${file} is indented with a tab, which YAML does not allow: line ${line}, column ${column}.`,
  broken: ({ file, line, column, endsEarly, message }: Broken) =>
    `${file} ${endsEarly ? 'ends too early' : 'is not valid YAML'}: line ${line}, column ${column} (${message}).`,
  aliasBomb: ({ file, line }: Line) =>
    `${file} repeats its parts out of bounds through aliases, in the document at line ${line}.`,
  unknownAlias: ({ file, line, alias }: Line & { readonly alias: string }) =>
    `${file} refers to “${alias}”, which is not there, in line ${line}.`,
  aliasInItself: ({ file, line, alias }: Line & { readonly alias: string }) =>
    `${file} contains itself through the alias “${alias}”, in line ${line}.`,
  tooDeepByAliases: ({ file, line, limit }: Line & { readonly limit: number }) =>
    `${file} is nested more than ${limit} levels deep through aliases, in line ${line}.`,
  keyIsNoWord: ({ file, line }: Line) => `${file} uses something else than a word as a key, in line ${line}.`,
  forbiddenKey: ({ file, line, key }: Line & { readonly key: string }) =>
    `${file} uses the forbidden key ${key}, in line ${line}.`,
  keyTwice: ({ file, line, key }: Line & { readonly key: string }) =>
    `${file} has the key “${key}” twice, in line ${line}.`,
};

/** What a language says of YAML files that cannot be read. */
export type YamlWords = typeof yamlWords;

interface Line {
  readonly file: string;
  readonly line: number;
}

interface Place extends Line {
  readonly column: number;
}

interface Broken extends Place {
  readonly endsEarly: boolean;
  readonly code: ErrorCode;
  /** What the parser says, in English. */
  readonly message: string;
}
