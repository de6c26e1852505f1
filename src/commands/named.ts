import type { Entropy } from '../model/ids';
import { normalisedName } from '../model/names';
import { orderKeyBetween } from '../model/orderKeys';

/** The record that goes by this name, if there is one. */
export function findByName<T extends { readonly name: string }>(
  records: readonly T[],
  name: string,
): T | undefined {
  const wanted = normalisedName(name);
  return wanted === '' ? undefined : records.find((record) => normalisedName(record.name) === wanted);
}

/** An order key behind all the others. */
export function orderAtEnd(records: readonly { readonly order: string }[], entropy: Entropy): string {
  const last = records.reduce((highest, { order }) => (order > highest ? order : highest), '');
  return orderKeyBetween(last === '' ? null : last, null, entropy);
}
