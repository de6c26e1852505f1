/**
 * Loads a module of a program that is measured against, from this folder's own packages and with their own copy of Yjs; so
 * only in a process of its own. The caller says what it uses of the module: types are not installed with the product.
 */
export async function importPeer<T>(specifier: string): Promise<T> {
  return (await import(specifier)) as T;
}
