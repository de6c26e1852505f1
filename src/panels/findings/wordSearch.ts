import type { Finding } from '../../analysis/finding';
import { kinds } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';

/**
 * Whether a finding has all words of a query, in any order and whatever their case: in the names of what it is about, or
 * in what its kind is called. Sentences are not searched: writing tens of thousands of them takes seconds.
 */
export function wordSearch(journey: Journey, query: string): (finding: Finding) => boolean {
  const words = lower(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const names = namesOf(journey);
  const matches = words.map((word) => {
    const ids = new Set<string>();
    for (const [id, name] of names) if (name.includes(word)) ids.add(id);
    const isKind = (kind: Finding['kind']): boolean => lower(t(`findings.kind.${kind}`)).includes(word);
    return { ids, isKind: remembered(isKind) };
  });
  return (finding) =>
    matches.every(({ ids, isKind }) => isKind(finding.kind) || someText(finding, (text) => ids.has(text)));
}

function lower(text: string): string {
  return text.toLocaleLowerCase();
}

function remembered<A, B>(make: (from: A) => B): (from: A) => B {
  const known = new Map<A, B>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const made = make(from);
    known.set(from, made);
    return made;
  };
}

/** Whether the test holds for any text in a finding; the ids of what it is about are among these. */
function someText(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (typeof value !== 'object' || value === null) return false;
  for (const part of Object.values(value)) if (someText(part, test)) return true;
  return false;
}

/** Names in lower case by id, made once per journey and only when somebody searches. */
const namesByJourney = new WeakMap<Journey, ReadonlyMap<string, string>>();

function namesOf(journey: Journey): ReadonlyMap<string, string> {
  const known = namesByJourney.get(journey);
  if (known) return known;
  const names = new Map<string, string>();
  for (const kind of kinds) {
    for (const record of journey[kind].all) {
      const { title, name, what } = record as Partial<Record<'title' | 'name' | 'what', string>>;
      const own = title ?? name ?? what ?? '';
      if (own !== '') names.set(record.id, lower(own));
    }
  }
  // A flow without a name of its own is called by its ends.
  for (const { id, name, from, to } of journey.dataFlows.all)
    if (name.trim() === '') names.set(id, `${names.get(from ?? '') ?? ''} ${names.get(to ?? '') ?? ''}`);
  namesByJourney.set(journey, names);
  return names;
}
