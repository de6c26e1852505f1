import type { Bundle } from './bundle';
import { mostPictureCharacters, type Picture } from './picture';

/** Room for pictures that is given away to one after another. */
export interface PictureRoom {
  /** Whether a picture still fits; it has its place then. */
  take(picture: Pick<Picture, 'data'>): boolean;
  /** How many did not fit. */
  readonly left: number;
}

/** @param characters how many characters of pictures there is room for */
export function pictureRoom(characters: number): PictureRoom {
  let free = characters;
  let left = 0;
  return {
    take({ data }) {
      if (data.length > free) {
        left++;
        return false;
      }
      free -= data.length;
      return true;
    },
    get left() {
      return left;
    },
  };
}

/** The pictures a map has of a touchpoint already; they need no more room. */
type KnownPictures = (touchpoint: string) => readonly (Picture & { readonly id: string })[];

/**
 * A bundle with as many of its pictures as a map has room for, and how many it has to do without (EVD-7). Their evidence
 * and everything else stay.
 *
 * @param characters what there is room for; in a new map for all that a map may hold
 */
export function withinPictureRoom(
  bundle: Bundle,
  characters = mostPictureCharacters,
  known: KnownPictures = () => [],
): { readonly bundle: Bundle; readonly left: number } {
  const room = pictureRoom(characters);
  const touchpoints = bundle.touchpoints.map((touchpoint) => {
    if (!touchpoint.pictures?.length) return touchpoint;
    const here = new Map(known(touchpoint.id).map(({ id, data }) => [id, data]));
    const pictures = touchpoint.pictures.filter(
      (picture) => here.get(picture.id) === picture.data || room.take(picture),
    );
    return { ...touchpoint, pictures };
  });
  return { bundle: room.left === 0 ? bundle : { ...bundle, touchpoints }, left: room.left };
}
