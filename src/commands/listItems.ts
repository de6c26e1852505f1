import { newRecordId } from '../model/ids';
import { recordDefinitions, type Kind } from '../model/kinds';
import { orderKeyBetween } from '../model/orderKeys';
import { defineCommand, refused, type CommandContext } from './command';

/** A list field of one record: pains, KPIs, links … */
export interface ListPlace {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
}
type Item = { readonly id: string; readonly order: string } & Readonly<Record<string, unknown>>;

function itemsAt({ journey }: CommandContext, { kind, id, field }: ListPlace): readonly Item[] | null {
  const record = journey()[kind].byId.get(id) as Readonly<Record<string, unknown>> | undefined;
  const isList =
    (recordDefinitions[kind].fields as Record<string, { storage: string }>)[field]?.storage === 'list';
  return record && isList ? ((record[field] as readonly Item[] | undefined) ?? []) : null;
}

/** Adds an item at the end of a list. Returns the item's id. */
export const addListItem = defineCommand({
  id: 'list-item.add',
  run(context, { item, ...place }: ListPlace & { item: Readonly<Record<string, unknown>> }) {
    const items = itemsAt(context, place);
    if (!items) return refused('not-found');
    const { document } = context;
    const id = newRecordId(document.entropy);
    const order = orderKeyBetween(items.at(-1)?.order ?? null, null, document.entropy);
    return document.change('list-item.add', (writer) => {
      writer.update(place.kind, place.id, { [place.field]: [...items, { ...item, id, order }] } as never);
      return id;
    });
  },
});

/** Adds items at the end of a list in their order, as one step. Returns their ids. */
export const addListItems = defineCommand({
  id: 'list-item.add-many',
  run(
    context,
    { items: added, ...place }: ListPlace & { items: readonly Readonly<Record<string, unknown>>[] },
  ) {
    const items = itemsAt(context, place);
    if (!items) return refused<readonly string[]>('not-found');
    if (added.length === 0) return refused<readonly string[]>('nothing-to-do');
    const { document } = context;
    let order = items.at(-1)?.order ?? null;
    const made = added.map((item) => {
      order = orderKeyBetween(order, null, document.entropy);
      return { ...item, id: newRecordId(document.entropy), order };
    });
    return document.change('list-item.add', (writer) => {
      writer.update(place.kind, place.id, { [place.field]: [...items, ...made] } as never);
      return made.map(({ id }) => id);
    });
  },
});

/** Changes an item of a list. */
export const updateListItem = defineCommand({
  id: 'list-item.update',
  run(
    context,
    { item, patch, ...place }: ListPlace & { item: string; patch: Readonly<Record<string, unknown>> },
  ) {
    const items = itemsAt(context, place);
    if (!items?.some(({ id }) => id === item)) return refused('not-found');
    const next = items.map((one) => (one.id === item ? { ...one, ...patch } : one));
    return context.document.change('list-item.update', (writer) =>
      writer.update(place.kind, place.id, { [place.field]: next } as never),
    );
  },
});

/** Takes an item out of a list. */
export const removeListItem = defineCommand({
  id: 'list-item.remove',
  run(context, { item, ...place }: ListPlace & { item: string }) {
    const items = itemsAt(context, place);
    if (!items?.some(({ id }) => id === item)) return refused('not-found');
    const next = items.filter(({ id }) => id !== item);
    return context.document.change('list-item.remove', (writer) =>
      writer.update(place.kind, place.id, { [place.field]: next } as never),
    );
  },
});
