import type { DocumentWriter } from '../doc/documentWriter';
import type { UsageAccess } from '../model/records/usage';
import { defineCommand, refused } from './command';
import { findByName, orderAtEnd } from './named';

/** A system by id, or one to be made by its name. */
export type SystemChoice = { readonly system: string } | { readonly name: string };

export interface NewUsage {
  readonly touchpoint: string;
  readonly access?: UsageAccess | null;
  /** Attachments of the same gesture, one after the other, are one step of undo: one system for a whole selection. */
  readonly gesture?: string;
}

/**
 * Says that a touchpoint uses a system. A name that a system already has means that system; a new name makes one.
 * Returns the ids of system and usage.
 */
export const attachSystem = defineCommand({
  id: 'usage.create',
  run({ document, journey }, { touchpoint, access = null, gesture, ...choice }: NewUsage & SystemChoice) {
    const { touchpoints, systems, relations } = journey();
    if (!touchpoints.byId.has(touchpoint)) return refused('not-found');
    const known = 'system' in choice ? systems.byId.get(choice.system) : findByName(systems.all, choice.name);
    if ('system' in choice && !known) return refused('not-found');
    if ('name' in choice && choice.name.trim() === '') return refused('invalid');
    const usage =
      known && relations.usagesByTouchpoint.get(touchpoint)?.find((one) => one.system === known.id);
    if (known && usage) return { ok: true, value: { system: known.id, usage: usage.id } };
    const attach = (writer: DocumentWriter): { system: string; usage: string } => {
      const name = 'name' in choice ? choice.name.trim() : '';
      const order = orderAtEnd(systems.all, document.entropy);
      const system = known?.id ?? writer.create('systems', { name, order });
      return { system, usage: writer.create('usages', { touchpoint, system, access }) };
    };
    return document.change('usage.create', attach, gesture);
  },
});
