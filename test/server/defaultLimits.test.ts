import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Arena, limitRows } from './support/limitRows';
import { updateOf } from './support/rawClient';
import { spawnServer, type ServerProcess } from './support/serverProcess';
import { makeMap, until } from './support/testServer';
import { buildTrappedServer, type TrappedServer } from './support/trappedServer';

/** One server for all rows, with the garbage collector in hand. */
let server: ServerProcess;
let trapped: TrappedServer;
const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
beforeAll(async () => {
  trapped = await buildTrappedServer();
  server = await spawnServer({ THROUGHLINE_DATA: folder }, trapped.program);
});
afterAll(async () => {
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
  trapped.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Held {
  /** What the main thread holds. */
  readonly own: number;
  /** What the process holds, other threads and buffers outside of JavaScript included. */
  readonly resident: number;
}

/** Bytes the server holds once its garbage is collected. */
async function memory(): Promise<Held> {
  const answer = once(server.process, 'message') as Promise<[NodeJS.MemoryUsage]>;
  server.process.send('memory');
  const [{ heapUsed, external, rss }] = await answer;
  return { own: heapUsed + external, resident: rss };
}

/** What may be left behind, bytes: code that has been compiled, people and maps remembered. */
const leftBehind = 8_000_000;
/** As the operating system counts it: what was freed is not given back at once, nor evenly. */
const residentLeftBehind = 100_000_000;

/** Sockets take a moment to be gone, and what they held with them. */
async function untilHeld(most: Held): Promise<void> {
  const end = performance.now() + 20_000;
  let held = await memory();
  while ((held.own > most.own || held.resident > most.resident) && performance.now() < end)
    held = await memory();
  expect(held.own).toBeLessThanOrEqual(most.own);
  expect(held.resident).toBeLessThanOrEqual(most.resident);
}

const named = limitRows.map((row) => [row.limit, row] as const);

test.each(named)(
  'SRV-36 SRV-37 %s',
  { timeout: 120_000 },
  async (_limit, { attack, answer, keeps = 0, residentKeeps = 0 }) => {
    const mapId = await makeMap(server);
    const honest = await new Arena(server, mapId).enter();
    const arena = new Arena(server, mapId);
    const doc = new Y.Doc();
    let written = 0;
    const write = async (when: string): Promise<void> => {
      written += 1;
      honest.sendUpdate(updateOf((target) => target.getMap('map').set('summary', when), doc));
      await until(
        `the honest edit ${when} is acknowledged`,
        () => honest.acknowledgements.at(-1) === written,
      );
    };
    await write('before');
    const before = await memory();
    const answered = attack(arena);
    await write('during');
    expect(await answered).toBe(answer);
    await write('after');
    arena.clear();
    expect(honest.closedWith).toBeNull();
    await untilHeld({
      own: before.own + leftBehind + keeps,
      resident: before.resident + residentLeftBehind + residentKeeps,
    });
    const newcomer = await arena.enter();
    expect(newcomer.doc.getMap('map').get('summary')).toBe('after');
  },
);
