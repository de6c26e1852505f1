import { describe, expect, test } from 'vitest';
import { updateListItem } from '../../src/commands/listItems';
import { duplicateRecords } from '../../src/commands/duplicateRecords';
import { importBundle } from '../../src/commands/importBundle';
import { addPictures, removeEvidence, roomForPictures } from '../../src/commands/pictures';
import { undo } from '../../src/commands/undoRedo';
import { deleteRecords } from '../../src/commands/deleteRecords';
import { emptyBundle, type Bundle } from '../../src/model/bundle';
import { maxPictureLength, mostPictureCharacters } from '../../src/model/picture';
import { withinPictureRoom } from '../../src/model/pictureRoom';
import { JourneyDocument } from '../../src/doc/journeyDocument';
import { notices } from '../../src/ui/notices';
import { sayPicturesOver } from '../../src/ui/pictures/sayPicturesLeft';
import { openTestMap } from '../canvas/openTestMap';
import { tinyPicture } from '../support/tinyPicture';

function open() {
  const { map, built } = openTestMap((m) => void m.touchpoint('Pay'));
  const touchpoint = built.id('Pay');
  const now = () => {
    const found = map.journey().touchpoints.byId.get(touchpoint);
    if (!found) throw new Error('the touchpoint is gone');
    return found;
  };
  const add = (...titles: readonly string[]) =>
    addPictures.run(map, {
      touchpoint,
      pictures: titles.map((title) => ({ title, url: '', picture: tinyPicture() })),
    });
  return { map, touchpoint, now, add };
}

test('EVD-1 pictures become evidence in their order, as one step that undo takes back whole', () => {
  const { map, now, add } = open();
  expect(add('Queue at the till', 'Receipt')).toMatchObject({ ok: true });
  expect(now().evidence.map(({ title, level }) => [title, level])).toEqual([
    ['Queue at the till', 'assumed'],
    ['Receipt', 'assumed'],
  ]);
  expect(now().pictures.map(({ id }) => id)).toEqual(now().evidence.map(({ picture }) => picture));
  undo.run(map);
  expect(now().evidence).toEqual([]);
  expect(now().pictures).toEqual([]);
  expect(add()).toEqual({ ok: false, reason: 'nothing-to-do' });
  expect(addPictures.run(map, { touchpoint: 'gone', pictures: [] })).toEqual({
    ok: false,
    reason: 'not-found',
  });
});

describe('EVD-3', () => {
  test('saying how sure it is writes no picture', () => {
    const { map, touchpoint, now, add } = open();
    add('Queue');
    const written: number[] = [];
    const stop = (update: Uint8Array) => void written.push(update.length);
    map.document.ydoc.on('update', stop);
    const [item] = now().evidence;
    const place = { kind: 'touchpoints', id: touchpoint, field: 'evidence' } as const;
    updateListItem.run(map, { ...place, item: item?.id ?? '', patch: { level: 'observed' } });
    map.document.ydoc.off('update', stop);
    expect(now().evidence[0]).toMatchObject({ level: 'observed', picture: now().pictures[0]?.id });
    expect(Math.max(...written)).toBeLessThan(tinyPicture().data.length * 2);
    expect(written.length).toBeGreaterThan(0);
  });

  test('taking evidence away takes its own picture and no other, and undo brings both back', () => {
    const { map, touchpoint, now, add } = open();
    add('Queue', 'Receipt');
    const [queue, receipt] = now().evidence;
    expect(removeEvidence.run(map, { touchpoint, item: queue?.id ?? '' }).ok).toBe(true);
    expect(now().evidence.map(({ title }) => title)).toEqual(['Receipt']);
    expect(now().pictures.map(({ id }) => id)).toEqual([receipt?.picture]);
    undo.run(map);
    expect(now().pictures).toHaveLength(2);
    expect(removeEvidence.run(map, { touchpoint, item: 'gone' })).toEqual({ ok: false, reason: 'not-found' });
  });

  test('a picture that other evidence names stays', () => {
    const { map, touchpoint, now, add } = open();
    add('Queue');
    const [queue] = now().evidence;
    const evidence = [...now().evidence, { ...queue, id: 'again', order: 'z' }];
    map.document.change('twice', (writer) => writer.update('touchpoints', touchpoint, { evidence } as never));
    removeEvidence.run(map, { touchpoint, item: queue?.id ?? '' });
    expect(now().evidence.map(({ id }) => id)).toEqual(['again']);
    expect(now().pictures).toHaveLength(1);
  });
});

test('EVD-4 the pictures of a map take so much together and no more, those of deleted touchpoints among them', () => {
  const { map, touchpoint, now } = open();
  const full = { title: '', url: '', picture: tinyPicture(maxPictureLength) };
  const most = Math.floor(mostPictureCharacters / maxPictureLength);
  const pictures = Array.from({ length: most }, () => full);
  expect(addPictures.run(map, { touchpoint, pictures }).ok).toBe(true);
  expect(roomForPictures(map.document)).toBe(mostPictureCharacters - most * maxPictureLength);
  expect(addPictures.run(map, { touchpoint, pictures: [full] })).toEqual({ ok: false, reason: 'invalid' });
  expect(now().pictures).toHaveLength(most);
  deleteRecords.run(map, { records: [{ kind: 'touchpoints', id: touchpoint }] });
  expect(roomForPictures(map.document)).toBeLessThan(maxPictureLength);
});

describe('EVD-7', () => {
  const most = Math.floor(mostPictureCharacters / maxPictureLength);

  /** A file's content: one touchpoint with so many pictures of the largest size, each with its evidence. */
  function withPictures(count: number, id: string): Bundle {
    const items = Array.from({ length: count }, (_, index) => ({ id: `p${index}`, order: `a${index}` }));
    const pictures = items.map((item) => ({ ...item, ...tinyPicture(maxPictureLength) }));
    const evidence = items.map((item) => ({
      ...item,
      title: `Queue ${item.id}`,
      url: '',
      level: 'observed' as const,
      picture: item.id,
    }));
    return { ...emptyBundle(), touchpoints: [{ id, title: 'Collect', pictures, evidence }] };
  }

  test('what an import brings over the bound is left out and counted, and its evidence stays', () => {
    const { map } = open();
    const bundle = withPictures(most + 2, 'collect');
    const done = importBundle.run(map, { bundle, mapFields: false });
    expect(done).toMatchObject({ ok: true, value: { created: 1, updated: 0, picturesLeft: 2 } });
    const collect = map.journey().touchpoints.byId.get('collect');
    expect(collect?.pictures).toHaveLength(most);
    expect(collect?.evidence).toHaveLength(most + 2);
    expect(roomForPictures(map.document)).toBeGreaterThanOrEqual(0);
  });

  test('a file that comes again takes no room for the pictures that are there', () => {
    const { map } = open();
    const bundle = withPictures(most, 'collect');
    importBundle.run(map, { bundle, mapFields: false });
    const again = importBundle.run(map, { bundle, mapFields: false });
    expect(again).toMatchObject({ ok: true, value: { updated: 1, picturesLeft: 0 } });
    expect(map.journey().touchpoints.byId.get('collect')?.pictures).toHaveLength(most);
  });

  test('copies of records take their pictures along as long as there is room', () => {
    const { map } = open();
    importBundle.run(map, { bundle: withPictures(most - 1, 'collect'), mapFields: false });
    const by = { at: 1, offset: 0 };
    const records = [{ kind: 'touchpoints', id: 'collect' }] as const;
    const done = duplicateRecords.run(map, { records, by });
    expect(done).toMatchObject({ ok: true, value: { picturesLeft: most - 2 } });
    const copy = map.journey().touchpoints.byId.get(done.ok ? (done.value.copies[0]?.id ?? '') : '');
    expect(copy?.pictures).toHaveLength(1);
    expect(copy?.evidence).toHaveLength(most - 1);
    expect(roomForPictures(map.document)).toBeGreaterThanOrEqual(0);
  });

  test('a new map is made with as many as it may hold; with fewer the file stays as it is', () => {
    const few = withPictures(3, 'collect');
    expect(withinPictureRoom(few)).toEqual({ bundle: few, left: 0 });
    const { bundle, left } = withinPictureRoom(withPictures(most + 5, 'collect'));
    expect(left).toBe(5);
    expect(bundle.touchpoints[0]).toMatchObject({ id: 'collect', title: 'Collect' });
    expect(bundle.touchpoints[0]?.pictures).toHaveLength(most);
    expect(bundle.touchpoints[0]?.evidence).toHaveLength(most + 5);
  });
});

test('EVD-8 merging two states of a map leaves no picture out, both agree, and what is too much is said', () => {
  const { map, touchpoint, now } = open();
  const most = Math.floor(mostPictureCharacters / maxPictureLength);
  const filled = (count: number) =>
    Array.from({ length: count }, () => ({ title: '', url: '', picture: tinyPicture(maxPictureLength) }));
  let dice = 0;
  const other = new JourneyDocument({
    entropy: { now: () => 1, random32: () => Math.imul(++dice, 2_654_435_761) >>> 0 },
    actor: 'other',
  });
  other.applyUpdate(map.document.encode());
  addPictures.run(map, { touchpoint, pictures: filled(most - 1) });
  addPictures.run({ document: other, journey: map.journey }, { touchpoint, pictures: filled(2) });
  sayPicturesOver(roomForPictures(map.document));
  expect(notices.current()).toEqual([]);

  map.document.applyUpdate(other.encode());
  other.applyUpdate(map.document.encode());
  expect(now().pictures).toHaveLength(most + 1);
  expect(other.read('touchpoints', touchpoint)).toEqual(map.document.read('touchpoints', touchpoint));
  expect(roomForPictures(map.document)).toBeLessThan(0);
  expect(addPictures.run(map, { touchpoint, pictures: filled(1) }).ok).toBe(false);
  expect(now().pictures).toHaveLength(most + 1);
  sayPicturesOver(roomForPictures(map.document));
  expect(notices.current().map(({ text }) => text)).toEqual([
    expect.stringContaining('nothing was left out') as string,
  ]);
  notices.dismiss(notices.current()[0]?.id ?? '');
});
