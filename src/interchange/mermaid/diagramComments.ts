import type { PlainRecord } from '../../model/bundle';
import type { Kind } from '../../model/kinds';
import type { JourneyMap } from '../../model/records/map';
import { fitFields, readCjmLine, type CjmRecord } from './cjmLines';
import type { Journey } from './journey';

type Tell = (message: string, line: number) => void;
type Fields = Readonly<Record<string, unknown>>;

/** What the `%% cjm` lines of one diagram say, checked against the model. */
export class DiagramComments {
  readonly #records: readonly CjmRecord[];
  /** Line of a task or section → what the lines right before it say. */
  readonly #next = new Map<number, CjmRecord>();
  /** Ids as written → as they are in the bundle. */
  readonly #ids = new Map<string, string>();
  /** How far the diagram is moved along the timeline. */
  readonly #shift: number;
  readonly #tell: Tell;
  readonly #stageNames: ReadonlySet<unknown>;
  /** The furthest place on the timeline that a line states. */
  lastPlace = 0;

  constructor(journey: Journey, shift: number, takeId: (stated: string) => string, tell: Tell) {
    this.#shift = shift;
    this.#tell = tell;
    this.#records = journey.cjm.flatMap((line) => readCjmLine(line, tell) ?? []);
    this.#stageNames = new Set(
      this.#records.filter(({ kind }) => kind === 'stages').map(({ fields }) => fields['name']),
    );
    for (const { id } of this.#records) if (id !== null && !this.#ids.has(id)) this.#ids.set(id, takeId(id));
    const statements = [...journey.sections, ...journey.tasks].map(({ line }) => line).sort((a, b) => a - b);
    let index = 0;
    for (const record of this.#records) {
      if (record.kind !== 'next') continue;
      while (index < statements.length && (statements[index] as number) < record.line) index++;
      const line = statements[index];
      if (line === undefined)
        tell('A “%% cjm” line has no task or section after it and was left out', record.line);
      else this.#next.set(line, merge(this.#next.get(line), record));
    }
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
        this.#tell(`A “%% cjm” line of the kind ${kind} has no id and was left out`, record.line);
        return [];
      });
  }

  #idOf({ id }: CjmRecord): string | null {
    return id === null ? null : (this.#ids.get(id) ?? id);
  }

  #fit(kind: Kind | 'map', record: CjmRecord): Record<string, unknown> {
    const fields = fitFields(kind, record, this.#tell);
    const moved = kind === 'touchpoints' ? ['at'] : kind === 'stages' ? ['start', 'end'] : [];
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        if (!moved.includes(name) || typeof value !== 'number') return [name, this.#refer(value)];
        this.lastPlace = Math.max(this.lastPlace, value + this.#shift);
        return [name, value + this.#shift];
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
