import { afterEach, expect, test, vi } from 'vitest';
import { readsOthers, setReadsOthers } from '../../../src/app/news/newsSetting';
import { memoryStorage } from '../../support/memoryStorage';

afterEach(() => vi.unstubAllGlobals());

test('SAY-3: the choice is remembered; where nothing can be, others are heard', () => {
  vi.stubGlobal('localStorage', memoryStorage());
  expect(readsOthers()).toBe(true);
  setReadsOthers(false);
  expect(readsOthers()).toBe(false);
  setReadsOthers(true);
  expect(readsOthers()).toBe(true);
  vi.stubGlobal('localStorage', undefined);
  setReadsOthers(false);
  expect(readsOthers()).toBe(true);
});
