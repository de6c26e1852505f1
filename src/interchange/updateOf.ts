import type { PlainRecord } from '../model/bundle';
import { recordDefinitions, type AnyRecord, type Kind } from '../model/kinds';
import type { Field } from '../model/field';
import { isStated } from './sameRecords';

/** A record of the open map that an imported one was recognised as, and by what. */
export interface Recognised {
  readonly record: AnyRecord;
  readonly by: 'id' | 'source' | 'name' | 'ends';
}

type Values = Readonly<Record<string, unknown>>;

/** Where a person put something in the map is theirs to say. */
const places: ReadonlySet<string> = new Set(['at', 'offset', 'start', 'end', 'order']);

/**
 * What an import changes on a record the map has already. A field that the import leaves open stays as it is; members
 * of sets and items of lists are only added; places stay. What was imported before takes the import's new values, what
 * only goes by the same name has its empty fields filled in.
 */
export function updateOf(
  kind: Kind,
  imported: PlainRecord<Kind>,
  { record, by }: Recognised,
): PlainRecord<Kind> {
  const fields = recordDefinitions[kind].fields as Readonly<Record<string, Field<unknown>>>;
  const current = record as unknown as Values;
  const update: Record<string, unknown> = { id: record.id };
  for (const [name, value] of Object.entries(imported)) {
    if (name === 'id' || places.has(name) || !isStated(value)) continue;
    const known = current[name];
    const storage = Object.hasOwn(fields, name) ? fields[name]?.storage : 'value';
    if (storage === 'set') update[name] = [...new Set([...asList(known), ...asList(value)])].sort();
    else if (storage === 'list') update[name] = withItems(asList(known), asList(value));
    else if (name === 'ext') update[name] = { ...(known as Values | null), ...(value as Values) };
    else if (by === 'id' || by === 'source' || !isStated(known)) update[name] = value;
  }
  return update as PlainRecord<Kind>;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The known items, and those imported ones that say something none of them says. */
function withItems(known: readonly unknown[], imported: readonly unknown[]): readonly unknown[] {
  const said = new Set(known.map(contentOf));
  return [...known, ...imported.filter((item) => !said.has(contentOf(item)))];
}

function contentOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item);
  const content = Object.entries(item).filter(([key]) => key !== 'id' && key !== 'order');
  return JSON.stringify(content.sort(([a], [b]) => (a < b ? -1 : 1)));
}
