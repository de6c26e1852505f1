import * as Y from 'yjs';
import { wireLimits } from '../../src/doc/wire';
import { kinds } from '../../src/model/kinds';
import { UpdateIndex } from '../validation/updateIndex';
import { validateUpdate } from '../validation/validateUpdate';
import { references, updateParts, type DecodedUpdate } from './updateParts';

/** What has to be known of a large update before any of it comes in. */
export interface UpdateSummary {
  readonly bytes: number;
  /** Client ids it brings pieces of, with the clock of the first. */
  readonly begins: ReadonlyMap<number, number>;
  /** The same with the clock after the last. */
  readonly reach: ReadonlyMap<number, number>;
  /** Client ids it builds on, with the clock up to which they must be here. */
  readonly needs: ReadonlyMap<number, number>;
  /** Keys of the records it brings or changes, by kind. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A large update as smaller ones to be taken in one after the other, or why it is not taken in at all. */
export type TakenApart =
  | { readonly kind: 'parts'; readonly parts: readonly Uint8Array[]; readonly summary: UpdateSummary }
  | { readonly kind: 'refused'; readonly reason: 'invalid' | 'tooBig'; readonly problem: string };

/**
 * Decodes a large update, checks all that can be checked without the document it is meant for, and cuts it into parts.
 * Each part is judged again as any update is when it comes in.
 */
export function takeApart(update: Uint8Array): TakenApart {
  const verdict = validateUpdate(new Y.Doc(), update, () => 'yes');
  if (verdict.kind === 'invalid') return { kind: 'refused', reason: 'invalid', problem: verdict.problem };
  const decoded = Y.decodeUpdate(update);
  const records = recordsIn(decoded);
  if ([...records.values()].some(({ size }) => size > wireLimits.recordsPerKind))
    return { kind: 'refused', reason: 'tooBig', problem: 'too many records of a kind' };
  const parts = updateParts(decoded);
  if (!parts) return { kind: 'refused', reason: 'invalid', problem: 'pieces that build on each other' };
  return { kind: 'parts', parts, summary: { bytes: update.length, ...reachAndNeeds(decoded), records } };
}

function recordsIn({ structs }: DecodedUpdate): ReadonlyMap<string, ReadonlySet<string>> {
  const records = new Map<string, Set<string>>(kinds.map((kind) => [kind, new Set()]));
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.parentSub === null) continue;
    const parent = struct.parent as unknown;
    if (typeof parent === 'string') records.get(parent)?.add(struct.parentSub);
  }
  return records;
}

function reachAndNeeds({ structs, ds }: DecodedUpdate): Pick<UpdateSummary, 'begins' | 'reach' | 'needs'> {
  const { clients } = new UpdateIndex(new Y.Doc(), structs);
  const needs = new Map<number, number>();
  const need = (client: number, clock: number): void => {
    if (clock > (needs.get(client) ?? 0)) needs.set(client, clock);
  };
  const begins = new Map<number, number>();
  const reach = new Map<number, number>();
  for (const [client, own] of clients) {
    const last = own.at(-1);
    begins.set(client, own[0]?.id.clock ?? 0);
    reach.set(client, last ? last.id.clock + last.length : 0);
    need(client, own[0]?.id.clock ?? 0);
    for (const struct of own) if (struct instanceof Y.Skip) need(client, struct.id.clock + struct.length);
  }
  for (const struct of structs)
    for (const { client, clock } of references(struct))
      if (clock >= (reach.get(client) ?? 0)) need(client, clock + 1);
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      if (clock + len > (reach.get(client) ?? 0)) need(client, clock + len);
  return { begins, reach, needs };
}
