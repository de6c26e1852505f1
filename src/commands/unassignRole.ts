import type { RaciRole } from '../model/records/assignment';
import { defineCommand, refused } from './command';

/** Takes a role away from a party. Equal assignments that a merge left are removed with it. */
export const unassignRole = defineCommand({
  id: 'assignment.delete',
  run({ document, journey }, { subject, party, role }: { subject: string; party: string; role: RaciRole }) {
    const { relations, assignments } = journey();
    const found = [...(relations.assignmentsBySubject.get(subject) ?? []), ...assignments.doubles].filter(
      (one) => one.subject === subject && one.party === party && one.role === role,
    );
    if (found.length === 0) return refused('not-found');
    return document.change('assignment.delete', (writer) => {
      for (const { id } of found) writer.remove('assignments', id);
    });
  },
});
