interface Named {
  readonly id: string;
  readonly name: string;
}

/** Compares two records by name, then id: by code units, so that the order is the same on every device. */
export function compareByName(a: Named, b: Named): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
