import type { Entropy } from '../model/ids';
import { orderKeyBetween } from '../model/orderKeys';

/** A name for comparison: case, accents' form and surrounding blanks aside. */
export function normalisedName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en');
}

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
