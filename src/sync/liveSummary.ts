import * as Y from 'yjs';
import { tombstoneKey } from '../doc/documentWriter';
import type { DocumentChange, JourneyDocument } from '../doc/journeyDocument';
import type { DocumentSummary } from './mapSummary';

/** The kinds that the list of maps counts. */
const counted = ['touchpoints', 'stages', 'systems'] as const;
type Counted = (typeof counted)[number];

/**
 * What the list of maps shows of an open map, kept up to date: asked for with every stored batch, it must not cost what
 * the map is large. The first time all records are counted, then those that changed. It lasts as long as the document.
 */
export class LiveSummary {
  readonly #document: JourneyDocument;
  #alive: Readonly<Record<Counted, Set<string>>> | null = null;
  /** What has changed since it was asked for last. */
  readonly #touched: Readonly<Record<Counted, Set<string>>> = {
    touchpoints: new Set(),
    stages: new Set(),
    systems: new Set(),
  };

  constructor(document: JourneyDocument) {
    this.#document = document;
    document.observe((change) => this.#follow(change));
  }

  /** Title and counts as the document has them now; the same as `summarise` says. */
  read(): DocumentSummary {
    const { touchpoints, stages, systems } = this.#aliveNow();
    return {
      title: this.#document.readMap().title,
      counts: { touchpoints: touchpoints.size, stages: stages.size, systems: systems.size },
    };
  }

  #countAll(): Readonly<Record<Counted, Set<string>>> {
    const aliveOf = (kind: Counted): Set<string> =>
      new Set([...this.#document.recordsOf(kind).keys()].filter((id) => this.#isAlive(kind, id)));
    return { touchpoints: aliveOf('touchpoints'), stages: aliveOf('stages'), systems: aliveOf('systems') };
  }

  #follow({ records }: DocumentChange): void {
    if (!this.#alive) return;
    for (const kind of counted) for (const id of records.get(kind) ?? []) this.#touched[kind].add(id);
  }

  #aliveNow(): Readonly<Record<Counted, ReadonlySet<string>>> {
    const alive = (this.#alive ??= this.#countAll());
    for (const kind of counted) {
      for (const id of this.#touched[kind]) {
        if (this.#isAlive(kind, id)) alive[kind].add(id);
        else alive[kind].delete(id);
      }
      this.#touched[kind].clear();
    }
    return alive;
  }

  #isAlive(kind: Counted, id: string): boolean {
    const record = this.#document.recordsOf(kind).get(id);
    return record instanceof Y.Map && !record.has(tombstoneKey);
  }
}
