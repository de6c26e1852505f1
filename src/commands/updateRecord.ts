import { checkFields } from '../model/defineRecord';
import { recordDefinitions, type Kind, type RecordOfKind } from '../model/kinds';
import { defineCommand, refused } from './command';

/** New values for some fields of one record. */
export interface RecordPatch<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly patch: Partial<Omit<RecordOfKind<K>, 'id'>>;
  /** Changes of the same gesture, one after the other, are one step of undo: typing in one field, dragging one slider. */
  readonly gesture?: string;
}

/** A patch of a record of any kind. */
export type AnyRecordPatch = { readonly [K in Kind]: RecordPatch<K> }[Kind];

/** Changes fields of a record: what the inspector, titles in place and the table do. */
export const updateRecord = defineCommand({
  id: 'record.update',
  run({ document, journey }, { kind, id, patch, gesture }: AnyRecordPatch) {
    if (!journey()[kind].byId.has(id)) return refused('not-found');
    if (checkFields(recordDefinitions[kind], patch).length > 0) return refused('invalid');
    return document.change(
      `${kind}.update`,
      (writer) => writer.update(kind, id, patch as Partial<Omit<RecordOfKind<Kind>, 'id'>>),
      gesture,
    );
  },
});
