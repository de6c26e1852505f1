import type { Picture } from '../../src/model/picture';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A picture of one pixel, or one that takes so many characters. */
export function tinyPicture(length?: number): Picture {
  const data = `data:image/png;base64,${png}`;
  const filled = length === undefined ? data : `data:image/png;base64,iVBORw0KGgo`.padEnd(length, 'A');
  return { data: filled, width: 1, height: 1 };
}
