import { expect, test } from 'vitest';
import { readStage } from '../../src/app/stageMemory';

const stage = { left: 56, top: 52, right: 340, bottom: 0, windowWidth: 1440 };

test('PIC-11: where the canvas will lie is known in a window of the same width alone', () => {
  const stored = JSON.stringify(stage);
  expect(readStage(stored, 1440)).toEqual(stage);
  expect(readStage(stored, 1024)).toBeNull();
});

test('PIC-11: nonsense about it is nothing', () => {
  for (const stored of [null, '', '{', '[]', JSON.stringify({ ...stage, left: 'wide' })])
    expect(readStage(stored, 1440)).toBeNull();
});
