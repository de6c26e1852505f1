import { checkFields, type RecordDefinition } from '../../model/defineRecord';
import { isRecordId } from '../../model/ids';
import { isKind, recordDefinitions, type Kind } from '../../model/kinds';
import { mapDefinition } from '../../model/records/map';
import { parseJson } from '../parseJson';
import type { ImportWords } from '../words/importWords';
import type { CjmLine } from './journey';

/** What a `%% cjm` line is about: the next task or section, the map, or a record Mermaid has no word for. */
export type CjmKind = Kind | 'map' | 'next';

/** A `%% cjm {json}` line that was read: fields that fit the model, and nothing else. */
export interface CjmRecord {
  readonly kind: CjmKind;
  readonly id: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly line: number;
}

/**
 * Reads the JSON of a `%% cjm` line. With a `kind` (a plural of the model, or `map`) it states a whole record; without
 * one it states fields of the task or section that follows, which are checked by `fitFields` once that is known.
 */
export function readCjmLine(
  { json, line }: CjmLine,
  { files, mermaid: { cjm } }: ImportWords,
  tell: (message: string, line: number) => void,
): CjmRecord | null {
  const parsed = parseJson(json, 'cjm', files);
  const value = parsed.ok ? parsed.value : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell(cjm.notAnObject, line);
    return null;
  }
  const { kind = 'next', id, ...fields } = value as Readonly<Record<string, unknown>>;
  if (kind !== 'next' && kind !== 'map' && !(typeof kind === 'string' && isKind(kind))) {
    tell(cjm.unknownKind({ kind: JSON.stringify(kind) }), line);
    return null;
  }
  const hasId = typeof id === 'string' && isRecordId(id);
  if (id !== undefined && !hasId) tell(cjm.badId, line);
  return { kind, id: hasId ? id : null, fields, line };
}

/** The fields that exist in a kind of record and fit; the others are told. */
export function fitFields(
  kind: Kind | 'map',
  { fields, line }: Pick<CjmRecord, 'fields' | 'line'>,
  { files, mermaid: { cjm } }: ImportWords,
  tell: (message: string, line: number) => void,
): Record<string, unknown> {
  const definition: RecordDefinition = kind === 'map' ? mapDefinition : recordDefinitions[kind];
  const problems = new Map(checkFields(definition, fields).map(({ field, issue }) => [field, issue]));
  for (const [field, issue] of problems) {
    const why = issue === null ? cjm.noSuchField({ kind, field }) : files.unfit(issue);
    tell(cjm.unfitField({ field, why }), line);
  }
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !problems.has(field)));
}
