import { emptyBundle, type Bundle, type BundleDraft, type PlainRecord } from '../model/bundle';
import { kinds, type Kind } from '../model/kinds';
import type { ReportEntry } from './importResult';
import { lastPlace, placeAfter } from './placeAfter';
import { withIds } from './references';
import { addByName, contradict, isAlive, isStated, type NamedKind, namedKinds, nameKey } from './sameRecords';
import type { JoiningWords } from './words/en/joiningWords';

/** One of the bundles to join, and what it was read from, as a person calls it. */
export interface BundlePart {
  readonly bundle: Bundle;
  readonly from: string;
}

interface Joined {
  readonly bundle: Bundle;
  readonly report: readonly ReportEntry[];
  /** Ids of records that were joined with another, and that other's id. */
  readonly mergedIds: ReadonlyMap<string, string>;
}

/**
 * Joins bundles that were read from different files into one: living rulers, parties, systems, personas and data
 * objects of one name become one record unless they contradict each other, journeys are laid one after the other along
 * the timeline. The first title stays.
 */
export function joinBundles(parts: readonly BundlePart[], words: JoiningWords): Joined {
  const joiner = new Joiner(words);
  for (const part of parts) joiner.add(part);
  return { bundle: joiner.bundle(), report: joiner.report, mergedIds: joiner.mergedIds };
}

interface Origin {
  readonly record: PlainRecord<Kind>;
  readonly from: string;
}

type NamedRecord = PlainRecord<NamedKind>;

class Joiner {
  readonly report: ReportEntry[] = [];
  readonly mergedIds = new Map<string, string>();
  readonly #records = new Map<Kind, Map<string, Origin>>(kinds.map((kind) => [kind, new Map()]));
  /** As they were when they came: what was filled in since is looked up by id. */
  readonly #named = new Map<NamedKind, Map<string, NamedRecord[]>>(
    namedKinds.map((kind) => [kind, new Map()]),
  );
  readonly #ids = new Set<string>();
  readonly #words: JoiningWords;
  #map: Bundle['map'] = {};
  #last: number | null = null;

  constructor(words: JoiningWords) {
    this.#words = words;
  }

  add({ bundle, from }: BundlePart): void {
    const ids = this.#sameNames(bundle);
    for (const [id, same] of ids) this.mergedIds.set(id, same);
    const placed = placeAfter(withIds(bundle, ids), this.#last, (id) => !this.#ids.has(id));
    const joinedByName = new Set(ids.values());
    for (const kind of kinds)
      for (const record of placed[kind] as readonly PlainRecord<Kind>[])
        this.#put(kind, { record, from }, joinedByName.has(record.id));
    const last = lastPlace(placed);
    if (last !== null) this.#last = Math.max(this.#last ?? last, last);
    this.#joinMap(placed.map);
  }

  bundle(): Bundle {
    const result: BundleDraft = emptyBundle();
    result.map = this.#map;
    for (const kind of kinds)
      Object.assign(result, { [kind]: [...this.#of(kind).values()].map(({ record }) => record) });
    return result;
  }

  #of(kind: Kind): Map<string, Origin> {
    return this.#records.get(kind) ?? new Map<string, Origin>();
  }

  /** Which records of the next bundle are known by name, each known one at most once. */
  #sameNames(next: Bundle): Map<string, string> {
    const ids = new Map<string, string>();
    for (const kind of namedKinds) {
      const known = this.#of(kind);
      // Who is there under the same id is found by it.
      const taken = new Set(next[kind].map(({ id }) => id));
      for (const record of next[kind] as readonly NamedRecord[]) {
        if (known.has(record.id) || !isAlive(record)) continue;
        const rivals = this.#named.get(kind)?.get(nameKey(kind, record.name ?? '')) ?? [];
        const same = rivals.find(({ id }) => {
          const current = known.get(id)?.record;
          return !taken.has(id) && current && isAlive(current) && !contradict(kind, current, record);
        });
        if (same) {
          taken.add(same.id);
          ids.set(record.id, same.id);
        }
        if (rivals.length > 0) this.#reportName(kind, record, same ?? null);
      }
    }
    return ids;
  }

  #reportName(kind: NamedKind, record: NamedRecord, same: NamedRecord | null): void {
    const { name = '' } = record;
    if (same) {
      const message = this.#words.becameOne({ name });
      this.report.push({ level: 'merged', message, pointer: `${kind}.${same.id}` });
      return;
    }
    const message = this.#words.keptBoth({ name });
    this.report.push({ level: 'guessed', message, pointer: `${kind}.${record.id}` });
  }

  #put(kind: Kind, next: Origin, isJoinedByName: boolean): void {
    const { id } = next.record;
    const records = this.#of(kind);
    const known = records.get(id);
    if (!known) {
      records.set(id, next);
      this.#ids.add(id);
    } else if (isJoinedByName) records.set(id, filledIn(known, next));
    else records.set(id, this.#twin(kind, known, next));
    // A living record may have taken the place of a deleted one.
    const isNewlyAlive = isAlive(next.record) && !(known && isAlive(known.record));
    const table = isNewlyAlive ? namesOf(this.#named, kind) : undefined;
    if (table) addByName(kind, table, next.record as NamedRecord);
  }

  /** Of two records with one id the living one stays, else the first, filled in from the second. */
  #twin(kind: Kind, known: Origin, next: Origin): Origin {
    const called = { kind, record: known.record };
    const tell = (message: string): void => {
      this.report.push({ level: 'merged', message, file: next.from, pointer: `${kind}.${known.record.id}` });
    };
    if (isAlive(known.record) !== isAlive(next.record)) {
      const [living, deleted] = isAlive(known.record) ? [known, next] : [next, known];
      tell(this.#words.deletedInOne({ ...called, deletedIn: deleted.from, livingIn: living.from }));
      return living;
    }
    const both = { ...called, first: known.from, second: next.from };
    const fields = differing(known.record, next.record);
    tell(fields.length === 0 ? this.#words.takenOnce(both) : this.#words.differs({ ...both, fields }));
    return filledIn(known, next);
  }

  #joinMap(next: Bundle['map']): void {
    const { title } = next;
    const first = this.#map.title;
    if (isStated(title) && isStated(first) && title !== first) {
      const message = this.#words.titleFollows({ title: title ?? '', first: first ?? '' });
      this.report.push({ level: 'merged', message });
    }
    this.#map = { ...next, ...statedOf(this.#map) };
  }
}

function namesOf<T>(tables: ReadonlyMap<NamedKind, T>, kind: Kind): T | undefined {
  const named: Kind | undefined = namedKinds.find((name) => name === kind);
  return named && tables.get(named as NamedKind);
}

function filledIn(known: Origin, next: Origin): Origin {
  const record = { ...next.record, ...statedOf(known.record), id: known.record.id };
  return { record, from: known.from };
}

/** The fields that both state, differently. */
function differing(one: object, other: object): readonly string[] {
  const values = statedOf(other) as Readonly<Record<string, unknown>>;
  return Object.entries(statedOf(one))
    .filter(([name, value]) => name in values && JSON.stringify(value) !== JSON.stringify(values[name]))
    .map(([name]) => name);
}

function statedOf<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isStated(value))) as Partial<T>;
}
