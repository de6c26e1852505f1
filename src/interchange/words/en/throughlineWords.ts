import { recordDefinitions, type Kind } from '../../../model/kinds';

/** What is said of Throughline files, in English. */
export const throughlineWords = {
  notOurs: ({ file, format }: { readonly file: string; readonly format: string }) =>
    `${file} is JSON, but not a Throughline file: “format” must be “${format}”.`,
  noVersion: ({ file }: { readonly file: string }) =>
    `${file} does not say which version it is: “version” must be a whole number.`,
  notAList: ({ file, kind }: { readonly file: string; readonly kind: Kind }) =>
    `In ${file}, “${kind}” must be a list.`,
  tooMany: ({ file, count, kind, limit }: TooMany) =>
    `${file} has ${count} ${kind}; at most ${limit} can be opened.`,
  newer: ({ file, version }: { readonly file: string; readonly version: number }) =>
    `${file} was written by a newer version (${version}) of this program and cannot be taken over.`,
  noRecord: ({ file }: { readonly file: string }) => `${file} holds no record.`,
  mapNotAnObject: '“map” is not an object and was left out',
  documentDamaged: '“document” is damaged: the file can be opened as a copy, not merged',
  documentLeftOut:
    'What merging the file back into its map needs was left out: its records become part of another map.',
  notAnObject: ({ kind }: { readonly kind: Kind }) =>
    `Left out: a ${recordDefinitions[kind].name} must be an object`,
  noId: ({ kind }: { readonly kind: Kind }) => `Left out: a ${recordDefinitions[kind].name} needs an id`,
  idTwice: ({ id }: { readonly id: string }) =>
    `Left out: the id “${id}” is used twice; the first one was kept`,
  textTooLong: ({ field }: { readonly field: string }) =>
    `“${field}” holds a text longer than 64 KB and was left out`,
  notAFieldName: ({ field }: { readonly field: string }) =>
    `“${field}” is not a possible field name and was left out`,
  unfitValue: ({ field, why }: { readonly field: string; readonly why: string }) =>
    `The value of “${field}” was left out: ${why}`,
  unfitItem: 'An item was left out: it does not have the shape of this list',
  endsSwapped: 'The stage ended before it began; its ends were swapped',
  /** Something the program does not know; a list is counted. */
  unknownKey: ({ key, entries }: { readonly key: string; readonly entries: number | null }) =>
    `This program does not know “${key}”; ${entries === null ? 'it was left out' : `its ${entries} entries were left out`}.`,
};

/** What a language says of Throughline files. */
export type ThroughlineWords = typeof throughlineWords;

interface TooMany {
  readonly file: string;
  readonly count: number;
  readonly kind: Kind;
  readonly limit: number;
}
