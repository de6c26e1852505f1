import type { Field } from '../../model/field';
import { isRecordId, newRecordId, type Entropy } from '../../model/ids';
import { orderKeysBetween } from '../../model/orderKeys';

/** Whether a text can be part of a document key: list items are stored under one. */
function isItemId(value: unknown): value is string {
  return typeof value === 'string' && isRecordId(value);
}

type Item = Record<string, unknown>;

/**
 * Reads the items of a list field: plain texts are taken for an item's text, missing ids are made. When any item has no
 * order key all get new ones, so that the order of the file stays. Items that do not fit are left out and told.
 */
export function readListItems(
  values: readonly unknown[],
  field: Field<unknown>,
  entropy: Entropy,
  leftOut: (index: number) => void,
): readonly Item[] {
  const items: Item[] = [];
  values.forEach((value, index) => {
    const item: unknown = typeof value === 'string' ? { text: value } : value;
    if (typeof item !== 'object' || item === null || field.item?.safeParse(item).success === false) {
      leftOut(index);
    } else items.push({ ...item });
  });
  const ids = new Set<unknown>();
  for (const item of items) {
    if (!isItemId(item['id']) || ids.has(item['id'])) item['id'] = newRecordId(entropy);
    ids.add(item['id']);
  }
  if (items.every(hasOrder)) return items;
  const keys = orderKeysBetween(null, null, items.length, entropy);
  return items.map((item, index) => ({ ...item, order: keys[index] }));
}

function hasOrder({ order }: Item): boolean {
  return typeof order === 'string' && order !== '' && order.length <= 256;
}
