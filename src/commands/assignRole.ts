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
  /** What the party gets the role for: one record or the map, or several at once, as one change whatever their number (BULK-4). */
  readonly subject: string | readonly string[];
  readonly role: RaciRole;
  /** Whether this party takes the place of everybody who has the role now. */
  readonly replace?: boolean;
}

/** Gives a party a RACI role for records or the map; `accountable` makes it the owner. Returns the party's id. */
export const assignRole = defineCommand({
  id: 'assignment.create',
  run({ document, journey }, { subject, role, replace = false, ...choice }: RoleAssignment & PartyChoice) {
    const now = journey();
    const wanted = typeof subject === 'string' ? [subject] : subject;
    const subjects = wanted.filter((one) => one === mapSubject || kindOf(now, one) !== null);
    if (subjects.length === 0) return refused('not-found');
    const known =
      'party' in choice ? now.parties.byId.get(choice.party) : findByName(now.parties.all, choice.name);
    if ('party' in choice && !known) return refused('not-found');
    if ('name' in choice && choice.name.trim() === '') return refused('invalid');
    const assign = (writer: DocumentWriter): string => {
      const made = 'name' in choice ? { name: choice.name.trim(), function: choice.function ?? null } : {};
      const party = known?.id ?? writer.create('parties', made);
      for (const one of subjects) {
        const others = (now.relations.assignmentsBySubject.get(one) ?? []).filter(
          (other) => other.role === role,
        );
        if (!others.some((other) => other.party === party))
          writer.create('assignments', { party, subject: one, role });
        if (!replace) continue;
        for (const other of others) if (other.party !== party) writer.remove('assignments', other.id);
      }
      return party;
    };
    return document.change('assignment.create', assign);
  },
});
