import { newRecordId } from '../model/ids';
import type { View } from '../model/records/view';
import { defineCommand, refused } from './command';
import { findByName, orderAtEnd } from './named';

/** How a map is looked at: everything of a view but its name and place in the list. */
export type Look = Pick<View, 'lens' | 'rulers' | 'personas' | 'filter' | 'camera'>;

/**
 * Keeps how a map is looked at under a name, for everybody. The view that goes by the name already takes the new look;
 * otherwise there is a new view, last in the list. Returns its id.
 */
export const saveView = defineCommand({
  id: 'view.save',
  run({ document, journey }, { name, look }: { readonly name: string; readonly look: Look }) {
    if (name.trim() === '') return refused<string>('invalid');
    const { all } = journey().views;
    const known = findByName(all, name);
    return document.change('view.save', (writer) => {
      if (known) {
        writer.update('views', known.id, { ...look });
        return known.id;
      }
      const id = newRecordId(document.entropy);
      const order = orderAtEnd(all, document.entropy);
      return writer.create('views', { ...look, name: name.trim(), order }, id);
    });
  },
});
