import { expect, test } from 'vitest';
import { inkPlace, type Ink } from '../../../src/canvas/picture/inks';
import { isStoredPicture, pictureFormat } from '../../../src/canvas/picture/storedPicture';
import { flag } from '../../../src/canvas/picture/scene';
import { openTestMap } from '../openTestMap';
import { sceneOf } from './testScene';

test('PIC-11: what another version of the program has stored is not shown', () => {
  expect(isStoredPicture({ format: pictureFormat })).toBe(true);
  for (const other of [null, undefined, 'x', {}, { format: pictureFormat + 1 }])
    expect(isStoredPicture(other)).toBe(false);
});

test('PIC-11: the format counts up when scenes or inks mean something else', () => {
  const { map } = openTestMap((m) => m.touchpoint('Pay'));
  const ends: readonly Ink[] = ['paper', 'danger', 'note-pink', 'persona-4'];
  const format = {
    format: pictureFormat,
    scene: Object.keys(sceneOf(map)).sort().join(' '),
    inks: ends.map(inkPlace),
    flags: Object.keys(flag).join(' '),
  };
  // Whoever has to change this expectation changes `pictureFormat` too.
  expect(format).toEqual({
    format: 1,
    scene:
      'cards dropLines emotions feelings flows left lineY notes ribbons right rows stages stations tracks transitions',
    inks: [0, 16, 22, 26],
    flags: 'dim strong lit selected warns dashed badge thin',
  });
});
