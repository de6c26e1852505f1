import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoredPictures } from '../../src/sync/storedPictures';
import { author, Device, valueOf } from './support/device';

let device: Device;
let pictures: StoredPictures;
beforeEach(() => {
  device = new Device();
  pictures = new StoredPictures(device.indexedDB);
});
afterEach(() => device.close());

const picture = { points: new Float32Array([1, 2, 3]) };

/** A map on the device with a picture of it. */
async function pictured(store = device.store()) {
  const id = valueOf(await store.createMap(author));
  await store.keepPicture(id, picture);
  return { store, id };
}

test('PIC-11: a picture is kept beside its map and read without opening the map', async () => {
  const { store, id } = await pictured();
  expect(await pictures.read(id)).toEqual(picture);
  await store.keepPicture(id, { points: new Float32Array(0) });
  expect(await pictures.read(id)).toEqual({ points: new Float32Array(0) });
  await store.keepPicture(id, null);
  expect(await pictures.read(id)).toBeNull();
});

test('PIC-13: a deleted map has no picture, and gets none from a tab that still has it open', async () => {
  const { store, id } = await pictured();
  const elsewhere = device.store();
  await elsewhere.deleteMap(id);
  expect(await pictures.read(id)).toBeNull();
  await store.keepPicture(id, picture);
  expect(await pictures.read(id)).toBeNull();
  await store.restoreMap(id);
  await store.keepPicture(id, picture);
  expect(await pictures.read(id)).toEqual(picture);
});

test('PIC-13: what was written of a map takes its picture along when it is forgotten', async () => {
  const { store, id } = await pictured();
  await store.forgetUpdates(id);
  expect(await pictures.read(id)).toBeNull();
});

test('PIC-13: a map the browser has cleared leaves no picture behind', async () => {
  const { store, id } = await pictured();
  store.close();
  await new Promise((resolve, reject) => {
    const request = device.indexedDB.deleteDatabase('throughline');
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
  expect(valueOf(await device.store().loadMap(id))).toBeNull();
  await expect.poll(() => pictures.read(id)).toBeNull();
});

test('PIC-13: where nothing can be stored there is simply no picture', async () => {
  const full = new IDBFactory();
  full.open = () => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  const none = new StoredPictures(full);
  await none.write('map', picture);
  expect(await none.read('map')).toBeNull();
  expect(await new StoredPictures(null).read('map')).toBeNull();
});
