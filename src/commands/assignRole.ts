import type { DocumentWriter } from '../doc/documentWriter';
import { mapSubject } from '../model/ids';
import { kindOf } from '../model/resolve';
import type { PartyFunction } from '../model/records/party';
import type { RaciRole } from '../model/records/assignment';
import { defineCommand, refused } from './command';
import { findByName } from './named';

/** A party by id, or one to be made by its name (and function, where known). */
export type PartyChoice =
  | { readonly party: string }
  | { readonly name: string; readonly function?: PartyFunction | null };

export interface RoleAssignment {
  readonly subject: string;
  readonly role: RaciRole;
  /** Whether this party takes the place of everybody who has the role now. */
  readonly replace?: boolean;
  /** Assignments of the same gesture, one after the other, are one step of undo: one owner for a whole selection. */
  readonly gesture?: string;
}

/** Gives a party a RACI role for a record or the map; `accountable` makes it the owner. Returns the party's id. */
export const assignRole = defineCommand({
  id: 'assignment.create',
  run(
    { document, journey },
    { subject, role, replace = false, gesture, ...choice }: RoleAssignment & PartyChoice,
  ) {
    const now = journey();
    if (subject !== mapSubject && kindOf(now, subject) === null) return refused('not-found');
    const known =
      'party' in choice ? now.parties.byId.get(choice.party) : findByName(now.parties.all, choice.name);
    if ('party' in choice && !known) return refused('not-found');
    if ('name' in choice && choice.name.trim() === '') return refused('invalid');
    const others = (now.relations.assignmentsBySubject.get(subject) ?? []).filter((one) => one.role === role);
    const assign = (writer: DocumentWriter): string => {
      const made = 'name' in choice ? { name: choice.name.trim(), function: choice.function ?? null } : {};
      const party = known?.id ?? writer.create('parties', made);
      if (!others.some((one) => one.party === party)) writer.create('assignments', { party, subject, role });
      if (replace) for (const one of others) if (one.party !== party) writer.remove('assignments', one.id);
      return party;
    };
    return document.change('assignment.create', assign, gesture);
  },
});
