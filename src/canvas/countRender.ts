type Renders = Map<string, number>;

/** Tests that measure what an edit renders put a counter here; the app never does. */
const hook = globalThis as { throughlineRenders?: Renders };

/** Notes that the element of a record was rendered, where somebody counts. */
export function countRender(id: string): void {
  const renders = hook.throughlineRenders;
  if (renders) renders.set(id, (renders.get(id) ?? 0) + 1);
}
