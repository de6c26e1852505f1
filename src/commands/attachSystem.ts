import type { DocumentWriter } from '../doc/documentWriter';
import type { UsageAccess } from '../model/records/usage';
import { defineCommand, refused } from './command';
import { findByName, orderAtEnd } from './named';

/** A system by id, or one to be made by its name. */
export type SystemChoice = { readonly system: string } | { readonly name: string };

export interface NewUsage {
  /** One, or several at once, as one change whatever their number (BULK-4). */
  readonly touchpoint: string | readonly string[];
  readonly access?: UsageAccess | null;
  /** Attachments of the same gesture, one after the other, are one step of undo: one system for a whole selection. */
  readonly gesture?: string;
}

/**
 * Says that touchpoints use a system. A name that a system already has means that system; a new name makes one.
 * Returns the ids of the system and of the first one's usage.
 */
export const attachSystem = defineCommand({
  id: 'usage.create',
  run({ document, journey }, { touchpoint, access = null, gesture, ...choice }: NewUsage & SystemChoice) {
    const { touchpoints, systems, relations } = journey();
    const wanted = typeof touchpoint === 'string' ? [touchpoint] : touchpoint;
    const users = wanted.filter((id) => touchpoints.byId.has(id));
    const [first] = users;
    if (first === undefined) return refused('not-found');
    const known = 'system' in choice ? systems.byId.get(choice.system) : findByName(systems.all, choice.name);
    if ('system' in choice && !known) return refused('not-found');
    if ('name' in choice && choice.name.trim() === '') return refused('invalid');
    const usageOf = (id: string): string | undefined =>
      known && relations.usagesByTouchpoint.get(id)?.find((one) => one.system === known.id)?.id;
    const [there, others] = [usageOf(first), users.filter((id) => usageOf(id) === undefined)];
    if (known && there !== undefined && others.length === 0)
      return { ok: true, value: { system: known.id, usage: there } };
    const attach = (writer: DocumentWriter): { system: string; usage: string } => {
      const name = 'name' in choice ? choice.name.trim() : '';
      const order = orderAtEnd(systems.all, document.entropy);
      const system = known?.id ?? writer.create('systems', { name, order });
      const made = others.map((one) => writer.create('usages', { touchpoint: one, system, access }));
      return { system, usage: there ?? made[0] ?? '' };
    };
    return document.change('usage.create', attach, gesture);
  },
});
