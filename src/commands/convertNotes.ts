import type { DocumentWriter } from '../doc/documentWriter';
import { newRecordId } from '../model/ids';
import { orderKeyBetween } from '../model/orderKeys';
import type { Note } from '../model/records/note';
import { withReferences } from '../model/references';
import { whereUsed } from '../model/whereUsed';
import { defineCommand, refused, type CommandContext } from './command';
import { orderAtEnd } from './named';
import { splitNote } from './splitNote';

/** What a note can become. */
export const noteTargets = ['touchpoints', 'systems', 'requirements'] as const;
export type NoteTarget = (typeof noteTargets)[number];

/** A note to turn into something, and where that stands or sits. */
export interface NoteToConvert {
  readonly id: string;
  /** Place on the timeline and row of the touchpoint it becomes. */
  readonly at: number;
  readonly offset: number;
  /** The touchpoint, system or flow that the requirement it becomes is about; null says nothing. */
  readonly subject: string | null;
}

/**
 * Turns notes into touchpoints, systems or requirements, as one step (NOTE-1): the text is kept, links in it become evidence,
 * what named the note names what it became, and the note is deleted. Returns the new ids.
 */
export const convertNotes = defineCommand({
  id: 'note.convert',
  run(context, { notes, to }: { notes: readonly NoteToConvert[]; to: NoteTarget }) {
    const journey = context.journey();
    const known = notes.flatMap((one) => {
      const note = journey.notes.byId.get(one.id);
      return note ? [{ ...one, note }] : [];
    });
    if (known.length === 0) return refused<readonly string[]>('not-found');
    const { document } = context;
    return document.change('note.convert', (writer) => {
      let order = orderAtEnd(journey.systems.all, document.entropy);
      return known.map((one) => {
        const made = make(context, writer, one, to, order);
        order = orderKeyBetween(order, null, document.entropy);
        const ids = new Map([[one.id, made]]);
        for (const { kind, id } of whereUsed(journey, one.id)) {
          const record = journey[kind].byId.get(id);
          if (record) writer.update(kind, id, changed(record, withReferences(kind, { ...record }, ids)));
        }
        writer.remove('notes', one.id);
        return made;
      });
    });
  },
});

function make(
  { document: { entropy } }: CommandContext,
  writer: DocumentWriter,
  { note, at, offset, subject }: NoteToConvert & { readonly note: Note },
  to: NoteTarget,
  order: string,
): string {
  const { title, text, links } = splitNote(note.text);
  let last: string | null = null;
  const items = links.map((url) => {
    last = orderKeyBetween(last, null, entropy);
    return { id: newRecordId(entropy), order: last, title: '', url };
  });
  if (to === 'systems')
    return writer.create('systems', { name: title, description: text, links: items, order });
  if (to === 'requirements') return writer.create('requirements', { what: title, why: text, subject });
  const evidence = items.map((item) => ({ ...item, level: 'assumed' as const }));
  return writer.create('touchpoints', { title, description: text, at, offset, evidence });
}

function changed(before: object, after: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => (before as Record<string, unknown>)[name] !== value),
  );
}
