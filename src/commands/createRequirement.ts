import type { Requirement } from '../model/records/requirement';
import { defineCommand, refused } from './command';

/** Asks for something where it is needed: on a touchpoint, a system or a data flow. Returns its id. */
export const createRequirement = defineCommand({
  id: 'requirement.create',
  run({ document }, fields: Partial<Omit<Requirement, 'id'>> & { subject: string; what: string }) {
    if (fields.what.trim() === '') return refused('invalid');
    return document.change('requirement.create', (writer) => writer.create('requirements', fields));
  },
});
