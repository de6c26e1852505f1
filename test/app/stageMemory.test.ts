import { expect, test } from 'vitest';
import { readStage } from '../../src/app/stageMemory';
import { memoryStorage } from '../support/memoryStorage';

const stage = { left: 56, top: 52, right: 340, bottom: 0, windowWidth: 1440 };

const storing = (stored: string) => memoryStorage({ 'throughline.stage': stored });

test('PIC-11: where the canvas will lie is known in a window of the same width alone', () => {
  const stored = storing(JSON.stringify(stage));
  expect(readStage(stored, 1440)).toEqual(stage);
  expect(readStage(stored, 1024)).toBeNull();
});

test('PIC-11: nonsense about it is nothing', () => {
  for (const stored of ['', '{', '[]', JSON.stringify({ ...stage, left: 'wide' })])
    expect(readStage(storing(stored), 1440)).toBeNull();
  expect(readStage(memoryStorage(), 1440)).toBeNull();
});
