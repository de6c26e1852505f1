import type { Bundle } from '../model/bundle';

/** What an importer did with something it could not take exactly as it was. */
export type ReportLevel =
  /** Left out, because there is no place for it. */
  | 'ignored'
  /** A value was out of range and was moved to its end. */
  | 'clamped'
  /** Taken by a rule that may be wrong; worth a look. */
  | 'guessed'
  /** Got another name. */
  | 'renamed'
  /** Joined with something that was already there. */
  | 'merged'
  /** A part was refused; the rest was taken. */
  | 'refused'
  /** Was written wrongly and was read as it was probably meant. */
  | 'repaired';

/** One line of an import's report: a plain sentence, and where it is about. */
export interface ReportEntry {
  readonly level: ReportLevel;
  readonly message: string;
  readonly file?: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Path inside the file, as in `touchpoints[3].emotion`. */
  readonly pointer?: string;
}

/** Everything an importer has to say. Nothing is lost or guessed silently. */
export type ImportReport = readonly ReportEntry[];

/** Why a whole file was refused. */
export type RefusalReason =
  | 'not-text'
  | 'not-recognised'
  | 'syntax'
  | 'too-big'
  | 'too-deep'
  | 'too-many'
  | 'forbidden-key'
  | 'unsafe'
  | 'newer-version'
  | 'empty';

export interface Refusal {
  readonly reason: RefusalReason;
  /** One clear sentence that names the line or path. */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly pointer?: string;
}

/** What came of reading something: records and a report, or the reason why not. */
export type ImportResult =
  | { readonly ok: true; readonly bundle: Bundle; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: Refusal };

/** A refusal as a result. */
export function refuse(
  reason: RefusalReason,
  message: string,
  where: Pick<Refusal, 'file' | 'line' | 'pointer'> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { reason, message, ...where } };
}

/** Limits of everything that is read from outside (promises.md). */
export const importLimits = {
  /** Characters of a file: a lower bound of its bytes. */
  characters: 20 * 1_048_576,
  depth: 32,
  recordsOfAKind: 20_000,
} as const;

/** A refusal as a line of the report, for a part that was refused while the rest was taken. */
export function refusedEntry({ message, file, line, pointer }: Refusal): ReportEntry {
  return {
    level: 'refused',
    message,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(pointer !== undefined && { pointer }),
  };
}
