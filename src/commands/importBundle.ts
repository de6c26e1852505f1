import type { Bundle, PlainRecord } from '../model/bundle';
import { bundleSize } from '../model/bundle';
import { kinds, type Kind } from '../model/kinds';
import { withinPictureRoom } from '../model/pictureRoom';
import { defineCommand, refused } from './command';
import { roomForPictures } from './pictures';

/**
 * Takes a bundle into the open map, as one step. A record whose id is in the map already is updated (an importer gives
 * records it recognised the map's ids); the others are made. Returns how many were made and updated, and how many pictures
 * there was no room for (EVD-7).
 *
 * @param mapFields whether the bundle's title and description become the map's
 */
export const importBundle = defineCommand({
  id: 'map.import',
  run({ document }, { bundle, mapFields }: { bundle: Bundle; mapFields: boolean }) {
    if (bundleSize(bundle) === 0 && Object.keys(bundle.map).length === 0) return refused('nothing-to-do');
    const fitting = withinPictureRoom(
      bundle,
      roomForPictures(document),
      (touchpoint) => document.read('touchpoints', touchpoint)?.pictures ?? [],
    );
    return document.change('map.import', (writer) => {
      let created = 0;
      let updated = 0;
      for (const kind of kinds) {
        for (const { id, ...values } of fitting.bundle[kind] as readonly PlainRecord<Kind>[]) {
          if (writer.adopt(kind, id, values)) created++;
          else updated++;
        }
      }
      if (mapFields) writer.adoptMap(bundle.map);
      return { created, updated, picturesLeft: fitting.left };
    });
  },
});
