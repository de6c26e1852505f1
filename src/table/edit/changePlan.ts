import type { NewRecord, RecordChange, RecordChanges } from '../../commands/changeRecords';
import type { NamedKind } from '../../commands/createNamed';
import { findByName } from '../../commands/named';
import { newRecordId, type Entropy } from '../../model/ids';
import type { AnyRecord, Kind, RecordRef } from '../../model/kinds';
import { normalisedName } from '../../model/names';
import { orderKeyBetween } from '../../model/orderKeys';
import type { Journey } from '../../model/resolve';

type Fields = Record<string, unknown>;

/** Kinds that stand in an order people choose. */
const ordered: ReadonlySet<Kind> = new Set(['systems', 'personas', 'rulers', 'levers']);

/**
 * Gathers what an edit of a table means for the records, so that all of it becomes one step. What is gathered is seen by what
 * comes after it: two cells that name one new system make it once.
 */
export class ChangePlan {
  readonly journey: Journey;
  readonly #entropy: Entropy;
  readonly #created = new Map<string, { readonly kind: Kind; readonly fields: Fields }>();
  readonly #updated = new Map<string, { readonly kind: Kind; readonly patch: Fields }>();
  readonly #removed = new Map<string, RecordRef>();
  readonly #lastOrder = new Map<Kind, string>();
  #lastAt: number | null = null;
  #lastNoteAt: number | null = null;

  constructor(journey: Journey, entropy: Entropy) {
    this.journey = journey;
    this.#entropy = entropy;
  }

  /** Makes a record; what it needs to have a place (an order, a point on the timeline) is added. Returns its id. */
  create(kind: Kind, fields: Fields): string {
    const id = newRecordId(this.#entropy);
    this.#created.set(id, { kind, fields: { ...this.#placeOf(kind), ...fields } });
    return id;
  }

  /** Changes fields of a record, one that is being made included. */
  update(kind: Kind, id: string, patch: Fields): void {
    const made = this.#created.get(id);
    if (made) Object.assign(made.fields, patch);
    else this.#updated.set(id, { kind, patch: { ...this.#updated.get(id)?.patch, ...patch } });
  }

  remove(record: RecordRef): void {
    if (!this.#created.delete(record.id)) this.#removed.set(record.id, record);
  }

  /** The value of a field as it will be. */
  valueOf(kind: Kind, id: string, field: string): unknown {
    const pending = this.#created.get(id)?.fields ?? this.#updated.get(id)?.patch;
    if (pending && Object.hasOwn(pending, field)) return pending[field];
    return (this.journey[kind].byId.get(id) as (AnyRecord & Fields) | undefined)?.[field];
  }

  /** The id of the record that goes by a name, made when there is none. */
  named(kind: NamedKind | 'touchpoints', name: string): string {
    const wanted = normalisedName(name);
    const nameField = kind === 'touchpoints' ? 'title' : 'name';
    for (const [id, made] of this.#created) {
      if (made.kind === kind && normalisedName(String(made.fields[nameField] ?? '')) === wanted) return id;
    }
    const all = this.journey[kind].all as readonly AnyRecord[];
    const known = findByName(
      all.map((record) => ({
        id: record.id,
        name: 'title' in record ? record.title : 'name' in record ? record.name : '',
      })),
      name,
    );
    return known?.id ?? this.create(kind, { [nameField]: name.trim() });
  }

  /** All that was gathered. */
  changes(): RecordChanges {
    const create: NewRecord[] = [...this.#created].map(([id, { kind, fields }]) => ({ kind, id, fields }));
    const update: RecordChange[] = [...this.#updated]
      .filter(([id]) => !this.#removed.has(id))
      .map(([id, { kind, patch }]) => ({ kind, id, patch }));
    return { create, update, remove: [...this.#removed.values()] };
  }

  #placeOf(kind: Kind): Fields {
    if (ordered.has(kind)) return { order: this.#nextOrder(kind) };
    if (kind === 'touchpoints') return { at: this.#nextAt(), offset: 0 };
    if (kind === 'stages') {
      const last = this.journey.stages.all.reduce((end, stage) => Math.max(end, stage.end), -0.5);
      return { start: last, end: last + 2, ruler: this.journey.rulers.all[0]?.id ?? null };
    }
    return kind === 'notes' ? { at: this.#nextNoteAt(), offset: -1.5 } : {};
  }

  #nextOrder(kind: Kind): string {
    const all = this.journey[kind].all as readonly { readonly order?: string }[];
    const last =
      this.#lastOrder.get(kind) ?? all.reduce((most, { order = '' }) => (order > most ? order : most), '');
    const next = orderKeyBetween(last === '' ? null : last, null, this.#entropy);
    this.#lastOrder.set(kind, next);
    return next;
  }

  /** New notes lie above the first row, side by side (a note is as wide as 1.6 places). */
  #nextNoteAt(): number {
    const last =
      this.#lastNoteAt ??
      this.journey.notes.all.reduce(
        (most, { at, offset }) => (offset < -0.5 ? Math.max(most, at) : most),
        -2,
      );
    this.#lastNoteAt = last + 2;
    return this.#lastNoteAt;
  }

  /** New touchpoints stand behind the last one, one step apart. */
  #nextAt(): number {
    const last =
      this.#lastAt ?? this.journey.touchpoints.all.reduce((most, { at }) => Math.max(most, at), -1);
    this.#lastAt = last + 1;
    return this.#lastAt;
  }
}
