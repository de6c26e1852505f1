import { afterEach, expect, test, vi } from 'vitest';
import { readsOthers, setReadsOthers } from '../../../src/app/news/newsSetting';

afterEach(() => vi.unstubAllGlobals());

test('SAY-3: the choice is remembered; where nothing can be, others are heard', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  expect(readsOthers()).toBe(true);
  setReadsOthers(false);
  expect(readsOthers()).toBe(false);
  setReadsOthers(true);
  expect(readsOthers()).toBe(true);
  vi.stubGlobal('localStorage', undefined);
  setReadsOthers(false);
  expect(readsOthers()).toBe(true);
});
