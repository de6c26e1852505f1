import { expect, test } from 'vitest';
import { fetched } from '../../../src/app/map/fetched';
import { notices } from '../../../src/ui/notices';

test('what a device without a network does not have is said, and had once there is one', async () => {
  const network = { isThere: false };
  const load = () =>
    network.isThere ? Promise.resolve('the code') : Promise.reject(new TypeError('Failed to fetch'));
  expect(await fetched(load)).toBeNull();
  expect(notices.current().map(({ text }) => text)).toEqual([
    'This needs a part of the program that is not on this device. Try again with a network.',
  ]);
  network.isThere = true;
  expect(await fetched(load)).toBe('the code');
});
