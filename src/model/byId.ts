/** Things at hand by their ids; of several with one id, the last. */
export function byId<T extends { readonly id: string }>(things: Iterable<T>): Map<string, T> {
  const found = new Map<string, T>();
  for (const thing of things) found.set(thing.id, thing);
  return found;
}
