import { readRecord } from '../../src/model/defineRecord';
import { kinds, recordDefinitions, type Kind } from '../../src/model/kinds';
import { resolve, type Journey } from '../../src/model/resolve';
import { emptyMap } from '../../src/model/tables';
import type { Tables } from '../../src/model/tables';

/** Records as a test writes them: by kind and id, only the fields that matter. */
export type Sketch = { readonly [K in Kind]?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

/** The journey of a sketch. Everything not said has its empty value. */
export function mapOf(sketch: Sketch): Journey {
  const tables = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      new Map(
        Object.entries(sketch[kind] ?? {}).map(([id, values]) => [
          id,
          readRecord(recordDefinitions[kind], id, values),
        ]),
      ),
    ]),
  );
  return resolve({ ...tables, map: emptyMap } as unknown as Tables);
}
