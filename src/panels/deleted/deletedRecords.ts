import { kinds, type RecordRef } from '../../model/kinds';
import type { Tables } from '../../model/tables';

/** A record that is marked deleted, as the list shows it. */
export interface DeletedRecord extends RecordRef {
  readonly name: string;
  /** ms since 1970. */
  readonly deletedAt: number;
  readonly deletedBy: string | null;
}

/** What a record is called; relations have no name of their own and are told by their ends. */
function nameOf(tables: Tables, record: Readonly<Record<string, unknown>>): string {
  for (const field of ['title', 'name', 'what', 'text', 'question', 'statement', 'reason']) {
    const value = record[field];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  const ends = ['from', 'to', 'touchpoint', 'system', 'party', 'subject'].flatMap((field) => {
    const id = record[field];
    const end = typeof id === 'string' ? (tables.touchpoints.get(id)?.title ?? endName(tables, id)) : '';
    return end === '' ? [] : [end];
  });
  return ends.join(' → ');
}

function endName(tables: Tables, id: string): string {
  return tables.systems.get(id)?.name ?? tables.parties.get(id)?.name ?? tables.dataFlows.get(id)?.name ?? '';
}

/** Every deleted record of a map, last deleted first. */
export function deletedRecords(tables: Tables): readonly DeletedRecord[] {
  const deleted: DeletedRecord[] = [];
  for (const kind of kinds) {
    for (const record of tables[kind].values()) {
      const { id, deletedAt, deletedBy } = record;
      if (deletedAt !== null)
        deleted.push({ kind, id, name: nameOf(tables, { ...record }), deletedAt, deletedBy });
    }
  }
  return deleted.sort((a, b) => b.deletedAt - a.deletedAt || (a.id < b.id ? -1 : 1));
}

/** Those whose name holds what is looked for, whatever the case; all of them when nothing is. */
export function searchDeleted(deleted: readonly DeletedRecord[], query: string): readonly DeletedRecord[] {
  const wanted = query.trim().toLocaleLowerCase();
  return wanted === '' ? deleted : deleted.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
}
