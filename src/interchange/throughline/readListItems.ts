import type { Field } from '../../model/field';
import { newRecordId, type Entropy } from '../../model/ids';
import { orderKeyBetween } from '../../model/orderKeys';

/** Whether a text can be part of a document key: list items are stored under one. */
function isItemId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_.:-]{1,128}$/.test(value);
}

/**
 * Reads the items of a list field: plain texts are taken for an item's text, missing ids and order keys are made so that
 * the order of the file stays. Items that do not fit are left out and told.
 */
export function readListItems(
  values: readonly unknown[],
  field: Field<unknown>,
  entropy: Entropy,
  leftOut: (index: number, why: string) => void,
): readonly unknown[] {
  const items: Record<string, unknown>[] = [];
  const ids = new Set<string>();
  let last: string | null = null;
  values.forEach((value, index) => {
    const item: unknown = typeof value === 'string' ? { text: value } : value;
    if (typeof item !== 'object' || item === null || field.item?.safeParse(item).success === false) {
      leftOut(index, 'An item was left out: it does not have the shape of this list');
      return;
    }
    const given = item as Record<string, unknown>;
    const id = isItemId(given['id']) && !ids.has(given['id']) ? given['id'] : newRecordId(entropy);
    const order: string =
      typeof given['order'] === 'string' && given['order'] !== ''
        ? given['order']
        : orderKeyBetween(last, null, entropy);
    last = order;
    ids.add(id);
    items.push({ ...given, id, order });
  });
  return items;
}
