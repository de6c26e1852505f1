import { emptyBundle, type BundleDraft, type PlainRecord } from '../../model/bundle';
import { newRecordId, type Entropy } from '../../model/ids';
import { normalisedName } from '../../model/names';
import { lifecycles, standings } from '../../model/records/system';
import type { Journey } from '../../model/resolve';
import { evenOrderKeys } from '../evenOrderKeys';
import { mergeBundle } from '../mergeBundle';
import type { CellTexts } from './clipboardText';
import type { Pasted, Place } from './pasteClip';
import { addChain } from './pasteLines';

/** What the rows of a table become. */
export const tableTargets = ['touchpoints', 'systems'] as const;
export type TableTarget = (typeof tableTargets)[number];

/** What a column can hold, by what the rows become; the first one is what every row needs. */
export const tableColumns = {
  touchpoints: ['title', 'description', 'channels', 'systems', 'owner', 'emotion', 'pains'],
  systems: [
    'name',
    'description',
    'kind',
    'owner',
    'standing',
    'lifecycle',
    'vendor',
    'hosting',
    'region',
    'aliases',
  ],
} as const satisfies { readonly [T in TableTarget]: readonly string[] };
export type TableColumn = (typeof tableColumns)[TableTarget][number];

/** How a table is read: what its rows become, what each column holds (null: nothing of use), whether it has headings. */
export interface TableMapping {
  readonly target: TableTarget;
  readonly columns: readonly (TableColumn | null)[];
  readonly hasHeadings: boolean;
}

/** Headings by what they mean, in English and German; compared without case. */
const headings: { readonly [C in TableColumn]: readonly string[] } = {
  title: ['title', 'touchpoint', 'step', 'activity', 'titel', 'kontaktpunkt', 'schritt', 'aktivität'],
  name: ['name', 'system', 'application', 'app', 'tool', 'anwendung', 'bezeichnung'],
  description: ['description', 'notes', 'details', 'beschreibung', 'notizen'],
  channels: ['channel', 'channels', 'kanal', 'kanäle'],
  systems: ['systems', 'systems used', 'uses', 'applications', 'tools', 'systeme', 'anwendungen'],
  owner: ['owner', 'accountable', 'team', 'responsible', 'verantwortlich', 'besitzer'],
  emotion: ['emotion', 'mood', 'satisfaction', 'stimmung', 'zufriedenheit'],
  pains: ['pain', 'pains', 'pain point', 'pain points', 'problem', 'probleme'],
  kind: ['kind', 'type', 'category', 'art', 'typ', 'kategorie'],
  standing: ['standing', 'approval', 'status', 'freigabe'],
  lifecycle: ['lifecycle', 'life cycle', 'phase', 'lebenszyklus'],
  vendor: ['vendor', 'supplier', 'manufacturer', 'hersteller', 'anbieter'],
  hosting: ['hosting', 'betrieb'],
  region: ['region', 'location', 'standort'],
  aliases: ['aliases', 'alias', 'also known as', 'other names', 'synonyme'],
};

/** What a table seems to hold, by its headings; without any that are known, the first column is what things are called. */
export function guessMapping(rows: CellTexts): TableMapping {
  const first = (rows[0] ?? []).map((cell) => normalisedName(cell));
  const guessFor = (target: TableTarget): readonly (TableColumn | null)[] => {
    const free = new Set<TableColumn>(tableColumns[target]);
    return first.map((cell) => {
      const found = [...free].find((column) => headings[column].includes(cell)) ?? null;
      if (found) free.delete(found);
      return found;
    });
  };
  const guesses = tableTargets.map((target) => ({ target, columns: guessFor(target) }));
  const known = (columns: readonly unknown[]): number => columns.filter((column) => column !== null).length;
  const best = guesses.toSorted((a, b) => score(b) - score(a))[0];
  function score({ target, columns }: (typeof guesses)[number]): number {
    return known(columns) + (columns.includes(tableColumns[target][0]) ? 0.5 : 0);
  }
  if (!best || known(best.columns) === 0)
    return {
      target: 'touchpoints',
      columns: first.map((_, at) => (at === 0 ? 'title' : null)),
      hasHeadings: false,
    };
  const [name] = tableColumns[best.target];
  const at = best.columns.includes(name) ? -1 : best.columns.indexOf(null);
  return {
    target: best.target,
    columns: at < 0 ? best.columns : best.columns.with(at, name),
    hasHeadings: true,
  };
}

/** What becomes of a table, and how many of its cells could not be understood. */
export interface PastedTable extends Pasted {
  readonly rows: number;
  readonly notUnderstood: number;
}

/** A row as texts by what they are. */
type Row = Readonly<Partial<Record<TableColumn, string>>>;

/** Rows that have what they need. */
export function rowsOf(rows: CellTexts, { columns, hasHeadings, target }: TableMapping): readonly Row[] {
  const [name] = tableColumns[target];
  return rows
    .slice(hasHeadings ? 1 : 0)
    .map((cells) => {
      const row: Partial<Record<TableColumn, string>> = {};
      columns.forEach((column, at) => {
        const text = (cells[at] ?? '').trim();
        if (column !== null && text !== '') row[column] = text;
      });
      return row;
    })
    .filter((row) => row[name] !== undefined);
}

/** Where touchpoints of a table go: a place, and one that the first of them follows. */
export interface TablePlace {
  readonly place: Place;
  readonly after: string | null;
}

/**
 * Makes touchpoints, in their order and joined, or systems of the rows of a table (CLIP-5). Systems and owners go by their
 * names: what the map has already is used; a system of a row that is there has what is missing filled in.
 */
export function pasteTable(
  table: CellTexts,
  mapping: TableMapping,
  { place, after }: TablePlace,
  journey: Journey,
  entropy: Entropy,
): PastedTable {
  const rows = rowsOf(table, mapping);
  const maker = new TableMaker(journey, entropy);
  if (mapping.target === 'touchpoints') {
    const ids = maker.touchpoints(rows, place, after);
    const selected = ids.map((id) => ({ kind: 'touchpoints' as const, id }));
    return { bundle: maker.bundle, selected, rows: rows.length, notUnderstood: maker.notUnderstood };
  }
  maker.systems(rows);
  const { bundle } = mergeBundle(maker.bundle, journey);
  const selected = bundle.systems.map(({ id }) => ({ kind: 'systems' as const, id }));
  return { bundle, selected, rows: rows.length, notUnderstood: maker.notUnderstood };
}

/** Fills a bundle from rows, with one record for each name. */
class TableMaker {
  readonly bundle: BundleDraft = emptyBundle();
  notUnderstood = 0;
  readonly #journey: Journey;
  readonly #entropy: Entropy;
  readonly #byName = new Map<string, string>();

  constructor(journey: Journey, entropy: Entropy) {
    this.#journey = journey;
    this.#entropy = entropy;
  }

  touchpoints(rows: readonly Row[], place: Place, after: string | null): readonly string[] {
    const fields = rows.map(({ title, description, channels, emotion, pains }) => ({
      title: title ?? '',
      ...(description === undefined ? {} : { description }),
      ...(channels === undefined ? {} : { channels: partsOf(channels) }),
      ...this.#emotion(emotion),
      ...(pains === undefined ? {} : { pains: this.#items(partsOf(pains)) }),
    }));
    const ids = addChain(this.bundle, fields, place, after, this.#entropy);
    rows.forEach(({ systems, owner }, index) => {
      const touchpoint = ids[index] ?? '';
      for (const name of partsOf(systems ?? '')) {
        const system = this.#named('systems', name);
        this.bundle.usages.push({ id: newRecordId(this.#entropy), touchpoint, system });
      }
      this.#own(touchpoint, owner);
    });
    return ids;
  }

  systems(rows: readonly Row[]): void {
    const orders = evenOrderKeys(rows.length);
    rows.forEach(({ name = '', owner, standing, lifecycle, aliases, ...texts }, index) => {
      const id = newRecordId(this.#entropy);
      const record: PlainRecord<'systems'> = {
        id,
        name,
        order: orders[index] ?? '',
        ...textFields(texts),
        ...(aliases === undefined ? {} : { aliases: partsOf(aliases) }),
        ...this.#choice('standing', standings, standing),
        ...this.#choice('lifecycle', lifecycles, lifecycle),
      };
      this.bundle.systems.push(record);
      this.#own(id, owner);
    });
  }

  #own(subject: string, owner: string | undefined): void {
    if (owner === undefined) return;
    const party = this.#named('parties', owner);
    this.bundle.assignments.push({ id: newRecordId(this.#entropy), party, subject, role: 'accountable' });
  }

  /** The record that goes by a name: the map's, one made for an earlier row, or a new one. */
  #named(kind: 'systems' | 'parties', name: string): string {
    const key = `${kind} ${normalisedName(name)}`;
    const known = this.#byName.get(key) ?? this.#idInMap(kind, name);
    const id = known ?? newRecordId(this.#entropy);
    if (known === undefined) this.bundle[kind].push({ id, name });
    this.#byName.set(key, id);
    return id;
  }

  #idInMap(kind: 'systems' | 'parties', name: string): string | undefined {
    const all: readonly { readonly id: string; readonly name: string }[] = this.#journey[kind].all;
    return all.find((record) => normalisedName(record.name) === normalisedName(name))?.id;
  }

  #items(texts: readonly string[]): readonly { id: string; order: string; text: string }[] {
    const orders = evenOrderKeys(texts.length);
    return texts.map((text, index) => ({ id: newRecordId(this.#entropy), order: orders[index] ?? '', text }));
  }

  #emotion(text: string | undefined): { readonly emotion?: number } {
    if (text === undefined) return {};
    const emotion = Number(text.replace(',', '.').replace('−', '-'));
    if (Number.isFinite(emotion) && Math.abs(emotion) <= 2) return { emotion };
    this.notUnderstood += 1;
    return {};
  }

  #choice<F extends string, V extends string>(
    field: F,
    values: readonly V[],
    text: string | undefined,
  ): { readonly [K in F]?: V } {
    if (text === undefined) return {};
    const wanted = normalisedName(text).replaceAll(' ', '-');
    const value = values.find((one) => one === wanted);
    if (value === undefined) {
      this.notUnderstood += 1;
      return {};
    }
    return { [field]: value } as { readonly [K in F]?: V };
  }
}

function textFields(
  texts: Row,
): Partial<Record<'description' | 'kind' | 'vendor' | 'hosting' | 'region', string>> {
  const { description, kind, vendor, hosting, region } = texts;
  const fields = { description, kind, vendor, hosting, region };
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined));
}

/** Several values in one cell: by line, semicolon or comma, whichever comes first in this order. */
function partsOf(text: string): readonly string[] {
  const mark = ['\n', ';', ','].find((one) => text.includes(one));
  const parts = mark === undefined ? [text] : text.split(mark);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
