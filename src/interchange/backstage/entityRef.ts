/** The full name of an entity, in lower case as catalogues compare it: `component:default/checkout`. */
export type EntityRef = string;

interface RefParts {
  readonly kind: string | null;
  readonly namespace: string | null;
  readonly name: string;
}

/** Takes `[kind:][namespace/]name` apart; null when it is not a reference. */
export function parseEntityRef(text: string): RefParts | null {
  const match = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(text.trim());
  const name = match?.[3];
  if (!match || name === undefined) return null;
  return { kind: match[1] ?? null, namespace: match[2] ?? null, name };
}

/** The full name from its parts. */
export function entityRef(kind: string, namespace: string, name: string): EntityRef {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/**
 * What a reference may mean, best first: without a namespace the referring entity's own is tried (as the catalogue
 * itself does), then `default`.
 *
 * @param kinds the kinds a reference without one may have, best first
 */
export function possibleRefs(
  text: string,
  kinds: readonly string[],
  ownNamespace: string,
): readonly EntityRef[] {
  const parts = parseEntityRef(text);
  if (!parts) return [];
  const namespaces = parts.namespace === null ? [ownNamespace, 'default'] : [parts.namespace];
  const wanted = parts.kind === null ? kinds : [parts.kind];
  return [
    ...new Set(wanted.flatMap((kind) => namespaces.map((space) => entityRef(kind, space, parts.name)))),
  ];
}
