import type { PlainRecord } from '../../model/bundle';
import type { Kind } from '../../model/kinds';
import type { JourneyMap } from '../../model/records/map';
import type { ImportWords } from '../words/importWords';
import { fitFields, readCjmLine, type CjmRecord } from './cjmLines';
import type { Journey } from './journey';

type Tell = (message: string, line: number) => void;
type Fields = Readonly<Record<string, unknown>>;

/** Far enough for every journey, and near enough that what follows still has a place (see `coordinateField`). */
const furthestPlace = 1e6;

/** What the comments of a diagram need from the import they belong to. */
interface CommentContext {
  /** How far the diagram is moved along the timeline. */
  readonly shift: number;
  readonly words: ImportWords;
  readonly takeId: (stated: string) => string;
  readonly tell: Tell;
}

/** What the `%% cjm` lines of one diagram say, checked against the model. */
export class DiagramComments {
  readonly #records: readonly CjmRecord[];
  /** Line of a task or section → what the lines right before it say. */
  readonly #next = new Map<number, CjmRecord>();
  /** Ids as written → as they are in the bundle. */
  readonly #ids = new Map<string, string>();
  readonly #assigned = new Map<CjmRecord, string>();
  /** How far the diagram is moved along the timeline. */
  readonly #shift: number;
  readonly #words: ImportWords;
  readonly #tell: Tell;
  readonly #stageNames: ReadonlySet<unknown>;
  /** The furthest place on the timeline that a line states. */
  lastPlace = 0;

  constructor(journey: Journey, { shift, words, takeId, tell }: CommentContext) {
    this.#shift = shift;
    this.#words = words;
    this.#tell = tell;
    this.#records = journey.cjm.flatMap((line) => readCjmLine(line, words, tell) ?? []);
    this.#stageNames = new Set(
      this.#records.filter(({ kind }) => kind === 'stages').map(({ fields }) => fields['name']),
    );
    const statements = [...journey.sections, ...journey.tasks].map(({ line }) => line).sort((a, b) => a - b);
    let index = 0;
    for (const record of this.#records) {
      if (record.kind !== 'next') continue;
      while (index < statements.length && (statements[index] as number) < record.line) index++;
      const line = statements[index];
      if (line === undefined) tell(words.mermaid.cjm.nothingAfter, record.line);
      else this.#next.set(line, merge(this.#next.get(line), record));
    }
    const whole = this.#records.filter(({ kind }) => kind !== 'next');
    for (const record of [...whole, ...this.#next.values()]) this.#assignId(record, takeId);
  }

  /** Whether the lines state everything themselves: then the order of tasks makes no transitions. */
  get isOwnExport(): boolean {
    return this.#records.some(({ kind }) => kind === 'map');
  }

  /** Fields of the map. */
  get map(): Partial<Omit<JourneyMap, 'id'>> {
    const stated = this.#records.find(({ kind }) => kind === 'map');
    return stated ? this.#fit('map', stated) : {};
  }

  /** Whether whole records of a kind are stated. */
  states(kind: Kind): boolean {
    return this.#records.some((record) => record.kind === kind);
  }

  /** Whether a stage of that name is stated as a whole record, so that its section need not make one. */
  namesStage(name: string): boolean {
    return this.#stageNames.has(name);
  }

  /** Id and fields for the task or section in a line. */
  of(kind: 'touchpoints' | 'stages', line: number): { id: string | null; fields: Fields } {
    const stated = this.#next.get(line);
    if (!stated) return { id: null, fields: {} };
    return { id: this.#idOf(stated), fields: this.#fit(kind, stated) };
  }

  /** The whole records of a kind that are stated; one without an id is left out. */
  records<K extends Kind>(kind: K): readonly PlainRecord<K>[] {
    return this.#records
      .filter((record) => record.kind === kind)
      .flatMap((record) => {
        const id = this.#idOf(record);
        if (id !== null) return [{ ...this.#fit(kind, record), id } as PlainRecord<K>];
        this.#tell(this.#words.mermaid.cjm.noId({ kind }), record.line);
        return [];
      });
  }

  #assignId(record: CjmRecord, takeId: (stated: string) => string): void {
    if (record.id === null) return;
    const id = takeId(record.id);
    this.#assigned.set(record, id);
    if (!this.#ids.has(record.id)) this.#ids.set(record.id, id);
    else this.#tell(this.#words.mermaid.cjm.idTwice({ id: record.id }), record.line);
  }

  #idOf(record: CjmRecord): string | null {
    return this.#assigned.get(record) ?? null;
  }

  #fit(kind: Kind | 'map', record: CjmRecord): Record<string, unknown> {
    const fields = fitFields(kind, record, this.#words, this.#tell);
    const moved = kind === 'touchpoints' ? ['at'] : kind === 'stages' ? ['start', 'end'] : [];
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        if (!moved.includes(name) || typeof value !== 'number') return [[name, this.#refer(value)]];
        const place = value + this.#shift;
        if (Math.abs(place) > furthestPlace) {
          this.#tell(this.#words.mermaid.cjm.tooFar({ field: name }), record.line);
          return [];
        }
        this.lastPlace = Math.max(this.lastPlace, place);
        return [[name, place]];
      }),
    );
  }

  /** Follows records that had to get another id. */
  #refer(value: unknown): unknown {
    if (typeof value === 'string') return this.#ids.get(value) ?? value;
    return Array.isArray(value) ? value.map((item) => this.#refer(item)) : value;
  }
}

function merge(first: CjmRecord | undefined, second: CjmRecord): CjmRecord {
  if (!first) return second;
  return { ...second, id: second.id ?? first.id, fields: { ...first.fields, ...second.fields } };
}
