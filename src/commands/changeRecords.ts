import type { DocumentWriter } from '../doc/documentWriter';
import { checkFields } from '../model/defineRecord';
import { recordDefinitions, type Kind, type RecordOfKind, type RecordRef } from '../model/kinds';
import { defineCommand, refused } from './command';

/** A record to make, under an id its maker chose, so that other changes of the same step can name it. */
export interface NewRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** New values for some fields of one record of any kind. */
export interface RecordChange {
  readonly kind: Kind;
  readonly id: string;
  readonly patch: Readonly<Record<string, unknown>>;
}

/** Any number of changes that are one intent: a paste, a fill, a row of a table. */
export interface RecordChanges {
  readonly create: readonly NewRecord[];
  readonly update: readonly RecordChange[];
  readonly remove: readonly RecordRef[];
}

type Fields = Partial<Omit<RecordOfKind<Kind>, 'id'>>;

/** Makes, changes and deletes any number of records as one step of undo. Nothing is changed when any value does not fit. */
export const changeRecords = defineCommand({
  id: 'record.change-many',
  run({ document }, { create, update, remove }: RecordChanges) {
    if (create.length + update.length + remove.length === 0) return refused('nothing-to-do');
    const doesFit =
      create.every(({ kind, fields }) => checkFields(recordDefinitions[kind], fields).length === 0) &&
      update.every(({ kind, patch }) => checkFields(recordDefinitions[kind], patch).length === 0);
    if (!doesFit) return refused('invalid');
    return document.change('record.change-many', (writer: DocumentWriter) => {
      for (const { kind, id, fields } of create) writer.create(kind, fields as Fields, id);
      for (const { kind, id, patch } of update) writer.update(kind, id, patch as Fields);
      for (const { kind, id } of remove) writer.remove(kind, id);
      return create.length + update.length + remove.length;
    });
  },
});
