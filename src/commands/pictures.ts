import type { JourneyDocument } from '../doc/journeyDocument';
import { newRecordId } from '../model/ids';
import { orderKeysBetween } from '../model/orderKeys';
import { mostPictureCharacters, type Picture } from '../model/picture';
import { defineCommand, refused } from './command';

/** A picture that backs something up: what it shows, and where it comes from if that is known. */
export interface PictureEvidence {
  readonly title: string;
  readonly url: string;
  readonly picture: Picture;
}

/**
 * Adds pictures to the evidence of a touchpoint in their order, as one step (EVD-1). Returns the ids of the evidence.
 * Refused as `invalid` where there is no room for them (`roomForPictures`).
 */
export const addPictures = defineCommand({
  id: 'picture.add',
  run({ document, journey }, args: { touchpoint: string; pictures: readonly PictureEvidence[] }) {
    const touchpoint = journey().touchpoints.byId.get(args.touchpoint);
    if (!touchpoint) return refused<readonly string[]>('not-found');
    if (args.pictures.length === 0) return refused<readonly string[]>('nothing-to-do');
    const { entropy } = document;
    const added = args.pictures.reduce((sum, { picture }) => sum + picture.data.length, 0);
    if (added > roomForPictures(document)) return refused<readonly string[]>('invalid');
    const count = args.pictures.length;
    const evidenceKeys = orderKeysBetween(touchpoint.evidence.at(-1)?.order ?? null, null, count, entropy);
    const pictureKeys = orderKeysBetween(touchpoint.pictures.at(-1)?.order ?? null, null, count, entropy);
    const evidence = [...touchpoint.evidence];
    const pictures = [...touchpoint.pictures];
    args.pictures.forEach(({ title, url, picture }, index) => {
      const id = newRecordId(entropy);
      pictures.push({ ...picture, id, order: pictureKeys[index] ?? '' });
      const item = { title, url, level: 'assumed' as const, picture: id };
      evidence.push({ ...item, id: newRecordId(entropy), order: evidenceKeys[index] ?? '' });
    });
    return document.change('picture.add', (writer) => {
      writer.update('touchpoints', touchpoint.id, { evidence, pictures });
      return evidence.slice(-count).map(({ id }) => id);
    });
  },
});

/**
 * Takes a piece of evidence away, and with it the picture that nothing else names (EVD-3): what somebody took off a map is
 * not carried along unseen.
 */
export const removeEvidence = defineCommand({
  id: 'evidence.remove',
  run({ document, journey }, args: { touchpoint: string; item: string }) {
    const touchpoint = journey().touchpoints.byId.get(args.touchpoint);
    if (!touchpoint?.evidence.some(({ id }) => id === args.item)) return refused('not-found');
    const evidence = touchpoint.evidence.filter(({ id }) => id !== args.item);
    const gone = touchpoint.evidence.find(({ id }) => id === args.item)?.picture;
    const isNamed = evidence.some(({ picture }) => picture === gone);
    const pictures = isNamed ? touchpoint.pictures : touchpoint.pictures.filter(({ id }) => id !== gone);
    return document.change('evidence.remove', (writer) =>
      writer.update('touchpoints', touchpoint.id, { evidence, pictures }),
    );
  },
});

/**
 * How many characters of pictures a map still takes (EVD-4). Those of deleted touchpoints count: they are stored all the
 * same.
 */
export function roomForPictures(document: JourneyDocument): number {
  let room = mostPictureCharacters;
  for (const id of document.recordsOf('touchpoints').keys()) {
    for (const { data } of document.read('touchpoints', id)?.pictures ?? []) room -= data.length;
  }
  return room;
}
