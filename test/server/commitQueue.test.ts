import { expect, test } from 'vitest';
import { CommitQueue } from '../../server/storage/commitQueue';
import type { LogStore } from '../../server/storage/logStore';
import { ManualClock } from './support/manualClock';

const windowMs = 8;

/** A queue over a store whose commits last until they are let go, and how many edits each of them took. */
function heldQueue() {
  const clock = new ManualClock();
  const commits: number[] = [];
  let release = (): void => undefined;
  const append: LogStore['append'] = (entries) => {
    commits.push(entries.length);
    return new Promise((resolve) => {
      release = resolve;
    });
  };
  const queue = new CommitQueue({ append }, clock, windowMs);
  const add = (): Promise<void> => queue.add('map', { data: new Uint8Array(1) });
  return { clock, commits, add, release: () => release() };
}

test('SRV-66 what comes while a commit is under way is committed together, a window after the first of it came', async () => {
  const { clock, commits, add, release } = heldQueue();
  const first = add();
  clock.advance(windowMs);
  void add();
  void add();
  clock.advance(windowMs - 1);
  expect(commits).toEqual([1]);
  release();
  await first;
  expect(commits).toEqual([1]);
  clock.advance(1);
  expect(commits).toEqual([1, 2]);
});

test('SRV-66 an edit waits no longer than that when the clock has been set back while a commit was under way', async () => {
  const { clock, commits, add, release } = heldQueue();
  const first = add();
  clock.advance(windowMs);
  void add();
  clock.setBack(1_000);
  release();
  await first;
  clock.advance(windowMs);
  expect(commits).toEqual([1, 1]);
});
