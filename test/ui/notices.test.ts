import { expect, test } from 'vitest';
import { createNotices } from '../../src/ui/notices';

const texts = (notices: ReturnType<typeof createNotices>) => notices.current().map(({ text }) => text);

test('at most three stay in sight, the oldest gives way', () => {
  const notices = createNotices();
  for (const text of ['a', 'b', 'c', 'd']) notices.show({ text });
  expect(texts(notices)).toEqual(['b', 'c', 'd']);
});

test('LOC-70: one that stays gives way to none that passes', () => {
  const notices = createNotices();
  notices.show({ text: 'A new version is ready.', stays: true });
  for (const text of ['a', 'b', 'c']) notices.show({ text });
  expect(texts(notices)).toEqual(['A new version is ready.', 'b', 'c']);
});

test('one with the same id is replaced, and a dismissed one is gone', () => {
  const notices = createNotices();
  notices.show({ id: 'saved', text: 'Saving' });
  notices.show({ id: 'saved', text: 'Saved' });
  expect(texts(notices)).toEqual(['Saved']);
  notices.dismiss('saved');
  expect(texts(notices)).toEqual([]);
});

test('they keep clear of the highest of what stands at the foot of the page', () => {
  const notices = createNotices();
  const heights: number[] = [];
  notices.subscribe(() => heights.push(notices.room()));
  const clearBars = notices.keepRoom(76);
  const clearTrial = notices.keepRoom(132);
  clearTrial();
  clearBars();
  expect(heights).toEqual([76, 132, 76, 0]);
});
