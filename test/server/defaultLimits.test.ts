import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol, wireLimits } from '../../src/doc/wire';
import { updateLimits } from '../../server/validation/updateLimits';
import { connectionLimits } from '../../server/connectionLimits';
import { awarenessFrame, syncFrame } from '../../server/sync/frames';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { spawnServer, type ServerProcess } from './support/serverProcess';
import { makeMap, until } from './support/testServer';
import { buildTrappedServer, type TrappedServer } from './support/trappedServer';
import { Visitor } from './support/visitor';

/** One server for all rows, with the garbage collector in hand. */
let server: ServerProcess;
let trapped: TrappedServer;
/** What it holds before anything has happened, bytes. */
let baseline: number;
/** After how many ms each of those who say nothing, or half of something, is cut. */
let silentEnds: Promise<readonly number[]>;
const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
beforeAll(async () => {
  trapped = await buildTrappedServer();
  server = await spawnServer({ THROUGHLINE_DATA: folder }, trapped.program);
  silentEnds = Promise.all(['', 'GET /sync/x HTTP/1.1\r\nHost: '].map(timeUntilCut));
  baseline = await memory();
});
afterAll(async () => {
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
  trapped.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What may be left behind in the server's memory, bytes: code that has been compiled, people and maps remembered. */
const leftBehind = 12_000_000;

/** Everybody of this row but the honest client. */
const crowd: RawClient[] = [];

interface Row {
  readonly limit: string;
  /** Bytes the map holds afterwards because they were taken in before the limit was met. */
  readonly keeps?: number;
  /** Does what goes beyond the limit; gives what it was told. */
  readonly attack: (mapId: string) => Promise<number>;
  readonly answer: number;
}

const rows: readonly Row[] = [
  {
    limit: 'a frame has 1 MB',
    attack: (mapId) => answerTo(mapId, syncFrame('update', new Uint8Array(wireLimits.frame))),
    answer: closeCode.tooBig,
  },
  {
    limit: 'a map has 20 MB',
    attack: async (mapId) => {
      const attacker = await enter(mapId);
      attacker.send(syncFrame('step2', textUpdate('first', 12_000_000)));
      await until('the first 12 MB are in', () => attacker.acknowledgements.at(-1) === 1, 60_000);
      attacker.send(syncFrame('step2', textUpdate('second', 12_000_000)));
      return attacker.closed();
    },
    keeps: 14_000_000,
    answer: closeCode.tooBig,
  },
  {
    limit: 'there are 20,000 records of a kind',
    attack: (mapId) =>
      answerTo(
        mapId,
        syncFrame(
          'update',
          updateOf((doc) => {
            for (let i = 0; i <= wireLimits.recordsPerKind; i++)
              doc.getMap('notes').set(`n${i}`, new Y.Map());
          }),
        ),
      ),
    answer: closeCode.tooBig,
  },
  {
    limit: 'a string has 64 KB',
    attack: (mapId) => answerTo(mapId, syncFrame('update', titleUpdate('x'.repeat(65_537)))),
    answer: closeCode.invalidUpdate,
  },
  {
    limit: 'a value is 32 deep',
    attack: (mapId) =>
      answerTo(
        mapId,
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('deep', nested(updateLimits.valueDepth + 1))),
        ),
      ),
    answer: closeCode.invalidUpdate,
  },
  {
    limit: 'presence has 4 KB',
    attack: (mapId) =>
      answerTo(mapId, presence(1, JSON.stringify({ text: 'x'.repeat(wireLimits.awareness) }))),
    answer: closeCode.tooBig,
  },
  {
    limit: 'presence is passed on 20 times a second, however often it is said',
    attack: async (mapId) => {
      const bystander = await enter(mapId);
      let heard = 0;
      const begun = performance.now();
      bystander.socket.on('message', (data: Buffer) => {
        if (data[0] === 1) heard += 1;
      });
      const attacker = await enter(mapId);
      for (let i = 1; i <= 5 * connectionLimits.frameBurst; i++) attacker.send(presence(i, '{"x":1}'));
      const code = await attacker.closed();
      const seconds = (performance.now() - begun) / 1000;
      expect(heard).toBeLessThanOrEqual(seconds * wireLimits.awarenessPerSecond + 2);
      return code;
    },
    answer: closeCode.slowDown,
  },
  {
    limit: 'there are 60 updates a second, 300 at once',
    attack: async (mapId) => {
      const attacker = await enter(mapId);
      const doc = new Y.Doc();
      for (let i = 0; i < 3 * wireLimits.updateBurst; i++) attacker.sendUpdate(titleUpdate(`${i}`, doc));
      return attacker.closed();
    },
    answer: closeCode.slowDown,
  },
  {
    limit: '8 MB wait for a reader',
    attack: async (mapId) => {
      const reader = await enter(mapId);
      const writer = await enter(mapId);
      reader.socket.pause();
      const linesBefore = server.lines.length;
      const isLetGo = (): boolean =>
        server.lines.slice(linesBefore).some((line) => line.includes('it does not read what it is sent'));
      for (let round = 1; !isLetGo(); round++) {
        if (round > 40) throw new Error('36 MB lie unread');
        writer.sendUpdate(textUpdate('same', 900_000, writer.doc));
        await until('it is in', () => writer.acknowledgements.at(-1) === round);
      }
      reader.socket.resume();
      // Whoever still does not read soon is cut without hearing why.
      const code = await reader.closed();
      return code === 1006 ? closeCode.slowDown : code;
    },
    keeps: 2_000_000,
    answer: closeCode.slowDown,
  },
  {
    limit: 'a room takes 100 connections',
    attack: async (mapId) => {
      // One of them is the honest client.
      await Promise.all(Array.from({ length: wireLimits.connectionsPerRoom - 1 }, () => enter(mapId)));
      return new RawClient(server, mapId).closed();
    },
    answer: closeCode.slowDown,
  },
  {
    limit: 'a caller may try a few secrets a minute',
    attack: async (mapId) => {
      const guesser = new Visitor(server);
      const guess = async (): Promise<number> => (await guesser.redeem(mapId, 'A'.repeat(43))).status;
      for (let tries = 0; tries < 200; tries++) {
        const status = await guess();
        if (status === 429) return status;
      }
      return guess();
    },
    answer: 429,
  },
];

/** Somebody who has the map and is told what is stored. */
async function enter(mapId: string): Promise<RawClient> {
  const client = new RawClient(server, mapId, [subprotocol]);
  crowd.push(client);
  return client.synced();
}

/** The code with which a frame is answered. */
async function answerTo(mapId: string, frame: Uint8Array): Promise<number> {
  const attacker = await enter(mapId);
  attacker.send(frame);
  return attacker.closed();
}

/** So many bytes of text, no string longer than allowed. */
function textUpdate(name: string, bytes: number, doc = new Y.Doc()): Uint8Array {
  return updateOf((target) => {
    for (let part = 0; part * 60_000 < bytes; part++)
      target.getMap('map').set(`${name} ${part}`, 'x'.repeat(60_000));
  }, doc);
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

function presence(clock: number, json: string): Uint8Array {
  return awarenessFrame([{ clientId: 1, clock, json }]);
}

/** Bytes the server's main thread holds once its garbage is collected. */
async function memory(): Promise<number> {
  const answer = once(server.process, 'message') as Promise<[NodeJS.MemoryUsage]>;
  server.process.send('memory');
  const [{ heapUsed, external }] = await answer;
  return heapUsed + external;
}

/** Sockets take a moment to be gone, and what they held with them. */
async function untilMemoryIsBelow(limit: number): Promise<void> {
  const end = performance.now() + 20_000;
  let now = await memory();
  while (now > limit && performance.now() < end) now = await memory();
  expect(now).toBeLessThan(limit);
}

const named = rows.map((row) => [row.limit, row] as const);

test.each(named)('SRV-36 %s', { timeout: 120_000 }, async (_limit, { attack, keeps = 0, answer }) => {
  const mapId = await makeMap(server);
  const honest = await enter(mapId);
  crowd.length = 0;
  const doc = new Y.Doc();
  let written = 0;
  const write = async (when: string): Promise<void> => {
    written += 1;
    honest.sendUpdate(updateOf((target) => target.getMap('map').set('summary', when), doc));
    await until(`the honest edit ${when} is acknowledged`, () => honest.acknowledgements.at(-1) === written);
  };
  await write('before');
  const answered = attack(mapId);
  await write('during');
  expect(await answered).toBe(answer);
  await write('after');
  for (const { socket } of crowd.splice(0)) socket.terminate();
  expect(honest.closedWith).toBeNull();
  await untilMemoryIsBelow(baseline + leftBehind + keeps);
  const newcomer = await enter(mapId);
  expect(newcomer.doc.getMap('map').get('summary')).toBe('after');
});

/** Connects, says something that is no whole request, and waits to be cut. */
async function timeUntilCut(words: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const begun = performance.now();
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.resume();
  if (words !== '') socket.write(words);
  await once(socket, 'close');
  return performance.now() - begun;
}

test('SRV-37 whoever connects and says nothing, or half of something, is cut after 5 s', async () => {
  for (const ms of await silentEnds) expect(ms).toBeGreaterThan(4_000);
});
