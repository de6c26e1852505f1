import { checkFields } from '../model/defineRecord';
import { mapDefinition } from '../model/records/map';
import type { MapPatch } from '../doc/documentWriter';
import { defineCommand, refused } from './command';

/** Changes the map's own fields: title, description, state, experience owner. */
export const updateMap = defineCommand({
  id: 'map.update',
  run({ document }, { patch, gesture }: { patch: MapPatch; gesture?: string }) {
    if (checkFields(mapDefinition, patch).length > 0) return refused('invalid');
    return document.change('map.update', (writer) => writer.updateMap(patch), gesture);
  },
});
