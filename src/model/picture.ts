import * as z from 'zod';
import { maxStringLength } from './field';

/** Longest picture that may be kept, in characters of its `data:` address: about 48 kB of picture. */
export const maxPictureLength = maxStringLength;

/**
 * Characters that the pictures of one map may take together. A file holds each of them twice (as a record and in the
 * document), the second time a third longer: that stays well below the 20 MB that a file may have.
 */
export const mostPictureCharacters = 6_000_000;

/** Kinds of picture that are kept. None of them can hold anything that runs; an SVG could. */
export const pictureTypes = ['image/webp', 'image/jpeg', 'image/png'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** A kind of picture and the bytes it begins with, as base64 writes them: what is called one kind must be that kind. */
const beginnings: Readonly<Record<PictureType, string>> = {
  'image/webp': 'UklGR',
  'image/jpeg': '/9j/',
  'image/png': 'iVBORw0KGgo',
};

const pattern = new RegExp(
  `^data:(?:${pictureTypes.map((type) => `${type};base64,${beginnings[type]}`).join('|')})[A-Za-z0-9+/]+={0,2}$`,
);

/** A picture as text, ready to be shown: a `data:` address of one of `pictureTypes`. */
export const pictureData = z.string().max(maxPictureLength).regex(pattern);

/** Length of a picture's side, in its own pixels. */
export const pictureSide = z.number().int().min(1).max(10_000);

/** A picture as a record keeps it. */
export interface Picture {
  readonly data: string;
  /** In the picture's own pixels. */
  readonly width: number;
  readonly height: number;
}
