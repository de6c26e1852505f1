/** An object as JSON and YAML have it. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether something is an object with keys. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
