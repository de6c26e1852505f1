import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rest } from '../../../src/canvas/picture/rest';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

test('PIC-8: what comes at rest comes so long after the last thing that happened, once', () => {
  const times: number[] = [];
  const start = performance.now();
  const rest = new Rest(100, () => times.push(performance.now() - start));
  for (let move = 0; move < 30; move++) {
    rest.note();
    vi.advanceTimersByTime(16);
  }
  expect(times).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([29 * 16 + 100]);
  rest.note();
  vi.advanceTimersByTime(99);
  rest.stop();
  vi.advanceTimersByTime(1_000);
  expect(times).toHaveLength(1);
  rest.note();
  vi.advanceTimersByTime(100);
  expect(times).toHaveLength(2);
});
