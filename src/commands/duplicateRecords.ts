import { newRecordId } from '../model/ids';
import { recordDefinitions, type Kind, type RecordRef } from '../model/kinds';
import type { Picture } from '../model/picture';
import { pictureRoom, type PictureRoom } from '../model/pictureRoom';
import type { Journey } from '../model/resolve';
import { defineCommand, refused } from './command';
import { roomForPictures } from './pictures';

/** Relations that are copied when at least one end is: usages and owners come along, transitions only between copies. */
function relationsOf(journey: Journey, copied: ReadonlySet<string>): RecordRef[] {
  const has = (id: string | null): boolean => id !== null && copied.has(id);
  return [
    ...journey.transitions.all
      .filter((t) => has(t.from) && has(t.to))
      .map(({ id }) => ({ kind: 'transitions' as const, id })),
    ...journey.usages.all
      .filter((u) => has(u.touchpoint) || has(u.system))
      .map(({ id }) => ({ kind: 'usages' as const, id })),
    ...journey.dataFlows.all
      .filter((f) => has(f.from) && has(f.to))
      .map(({ id }) => ({ kind: 'dataFlows' as const, id })),
    ...journey.assignments.all
      .filter((a) => has(a.subject))
      .map(({ id }) => ({ kind: 'assignments' as const, id })),
  ];
}

const ends = ['from', 'to', 'touchpoint', 'system', 'subject', 'parent'] as const;

/**
 * Copies records with what hangs on them, a little further along the timeline. Copies refer to copies where both were
 * copied, to the originals otherwise. Returns the copies of what was asked for, and how many of their pictures there was no
 * room for (EVD-7).
 */
export const duplicateRecords = defineCommand({
  id: 'record.duplicate',
  run(
    { document, journey },
    { records, by }: { records: readonly RecordRef[]; by: { at: number; offset: number } },
  ) {
    const now = journey();
    const asked = records.filter(({ kind, id }) => now[kind].byId.has(id));
    if (asked.length === 0) return refused('not-found');
    const askedIds = new Set(asked.map(({ id }) => id));
    const all = [...asked, ...relationsOf(now, askedIds).filter(({ id }) => !askedIds.has(id))];
    const copies = new Map(all.map(({ id }) => [id, newRecordId(document.entropy)]));
    const room = pictureRoom(roomForPictures(document));
    return document.change('record.duplicate', (writer) => {
      for (const { kind, id } of all) {
        const fields = copyOf(now, kind, id, copies, by);
        writer.create(kind, withPicturesIn(room, fields), copies.get(id));
      }
      const made = asked.map(({ kind, id }): RecordRef => ({ kind, id: copies.get(id) ?? id }));
      return { copies: made, picturesLeft: room.left };
    });
  },
});

/** Fields of a record with as many of its pictures, if it has any, as there is room for. */
function withPicturesIn(
  room: PictureRoom,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const pictures = fields['pictures'] as readonly Picture[] | undefined;
  return pictures ? { ...fields, pictures: pictures.filter((picture) => room.take(picture)) } : fields;
}

function copyOf(
  journey: Journey,
  kind: Kind,
  id: string,
  copies: ReadonlyMap<string, string>,
  by: { readonly at: number; readonly offset: number },
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const source = journey[kind].byId.get(id) as Readonly<Record<string, unknown>> | undefined;
  for (const name of Object.keys(recordDefinitions[kind].fields)) fields[name] = source?.[name];
  for (const name of ['createdAt', 'createdBy', 'deletedAt', 'deletedBy', 'source']) delete fields[name];
  for (const name of ends) {
    const end = fields[name];
    if (typeof end === 'string') fields[name] = copies.get(end) ?? end;
  }
  if (typeof fields['at'] === 'number') fields['at'] += by.at;
  if (typeof fields['offset'] === 'number') fields['offset'] += by.offset;
  if (typeof fields['start'] === 'number' && typeof fields['end'] === 'number') {
    fields['start'] += by.at;
    fields['end'] += by.at;
  }
  return fields;
}
