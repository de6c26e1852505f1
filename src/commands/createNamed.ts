import type { RecordOfKind } from '../model/kinds';
import { refused, type CommandContext } from './command';
import { findByName, orderAtEnd } from './named';

/** Kinds that are known by their name and can be made by typing a new one. */
export type NamedKind = 'systems' | 'parties' | 'dataObjects' | 'personas' | 'rulers' | 'levers';
type NamedFields = { readonly [K in NamedKind]: Partial<Omit<RecordOfKind<K>, 'id' | 'name'>> };

const ordered: ReadonlySet<NamedKind> = new Set(['systems', 'personas', 'rulers', 'levers']);

export interface NewNamed<K extends NamedKind> {
  readonly kind: K;
  readonly name: string;
  readonly fields?: NamedFields[K];
  /** Making it and what is done with it at once are one step of undo when they have the same gesture. */
  readonly gesture?: string;
}

/** Makes a system, party, data object, persona, ruler or lever by name, or finds the one that has the name. Returns its id. */
export const createNamed = {
  id: 'record.create-named',
  run<K extends NamedKind>(
    { document, journey }: CommandContext,
    { kind, name, fields, gesture }: NewNamed<K>,
  ) {
    const all = journey()[kind].all as readonly { id: string; name: string; order?: string }[];
    if (name.trim() === '') return refused<string>('invalid');
    const existing = findByName(all, name);
    if (existing) return { ok: true as const, value: existing.id };
    const order = ordered.has(kind)
      ? {
          order: orderAtEnd(
            all.map((record) => ({ order: record.order ?? '' })),
            document.entropy,
          ),
        }
      : {};
    return document.change(
      `${kind}.create`,
      (writer) => writer.create(kind, { ...order, ...fields, name: name.trim() } as never),
      gesture,
    );
  },
} as const;
