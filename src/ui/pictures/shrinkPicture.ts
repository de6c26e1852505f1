import { pictureKind } from './pictureKind';

/** A picture made small enough to be kept, as a `data:` address, with its size in its own pixels. */
export interface SmallPicture {
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** Why something cannot be kept as a picture. */
export type PictureProblem =
  /** It is no picture, or of a kind that is not taken. */
  | 'not-a-picture'
  /** It begins like a picture, and cannot be read. */
  | 'damaged'
  /** The file is larger than anybody should have to wait for. */
  | 'too-large';

export type ShrunkPicture =
  | { readonly ok: true; readonly picture: SmallPicture }
  | { readonly ok: false; readonly reason: PictureProblem };

/** Largest file that is looked at, in bytes. */
const largestFile = 25_000_000;

/** How large and how well a picture is tried to be kept, best first: long side in pixels, quality as encoders have it. */
const attempts: readonly (readonly [side: number, quality: number])[] = [
  [1280, 0.8],
  [1280, 0.6],
  [1024, 0.6],
  [800, 0.55],
  [640, 0.5],
  [480, 0.45],
  [320, 0.4],
  [160, 0.3],
];

/**
 * Draws a picture anew, as large and as sharp as fits (EVD-2). What a camera wrote beside it (place, time, owner) is not
 * drawn and so is left behind; of a moving picture the first frame stays.
 *
 * @param maxLength most characters that its `data:` address may have
 */
export async function shrinkPicture(file: Blob, maxLength: number): Promise<ShrunkPicture> {
  if (file.size > largestFile) return { ok: false, reason: 'too-large' };
  const start = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const type = pictureKind(start);
  if (type === null) return { ok: false, reason: 'not-a-picture' };
  let bitmap: ImageBitmap;
  try {
    // What it is called may be wrong; what it begins with is not.
    bitmap = await createImageBitmap(new Blob([file], { type }));
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  try {
    for (const [side, quality] of attempts) {
      const picture = drawn(bitmap, side, quality);
      if (picture && picture.data.length <= maxLength) return { ok: true, picture };
    }
  } finally {
    bitmap.close();
  }
  return { ok: false, reason: 'too-large' };
}

/** The picture at most so large; null where the browser has no memory to draw it. */
function drawn(bitmap: ImageBitmap, side: number, quality: number): SmallPicture | null {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return null;
  // White below what is transparent: so it was seen where it was made, and so it is seen in the dark.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const webp = canvas.toDataURL('image/webp', quality);
  // A browser that cannot write WebP answers with another kind.
  const data = webp.startsWith('data:image/webp') ? webp : canvas.toDataURL('image/jpeg', quality);
  return { data, width, height };
}
