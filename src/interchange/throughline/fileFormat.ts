import type { Bundle } from '../../model/bundle';
import type { ImportReport, Refusal } from '../importResult';

/** The value of `format` that makes a JSON file one of ours. */
export const fileFormat = 'throughline';
/** How our files are called. */
export const fileExtension = '.throughline.json';

/**
 * The map's shared document beside its records: what merging a file into the map it came from needs. The records are
 * what counts for everybody else; a program that only reads them may ignore this, one that changes them must leave it out.
 */
export interface FileDocument {
  /** Id of the map it was saved from. Knowing it opens a shared map: see docs/format. */
  readonly id: string;
  /** The document's state as a Yjs update (V1), base64. */
  readonly update: string;
}

/** What a file of ours holds. */
export interface ThroughlineFile {
  readonly bundle: Bundle;
  readonly document: FileDocument | null;
  /** Version of the shape the file was written with. */
  readonly version: number;
  /** Whether it was written by a newer program: it may be looked at, not taken over. */
  readonly isNewer: boolean;
  /** Top-level keys and kinds of a newer program, kept for writing back. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

export type ReadFileResult =
  | { readonly ok: true; readonly file: ThroughlineFile; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: Refusal };
