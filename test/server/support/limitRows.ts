import { connect } from 'node:net';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { closeCode, mapsPath, stateContentType, subprotocol, wireLimits } from '../../../src/doc/wire';
import { importFiles } from '../../../src/interchange/importFiles';
import { importLimits } from '../../../src/interchange/importResult';
import { english } from '../../../src/interchange/words/en/importWords';
import { systemEntropy } from '../../../src/model/ids';
import { connectionLimits } from '../../../server/connectionLimits';
import { awarenessFrame, syncFrame } from '../../../server/sync/frames';
import { updateLimits } from '../../../server/validation/updateLimits';
import { RawClient, titleUpdate, updateOf } from './rawClient';
import type { ServerProcess } from './serverProcess';
import { until } from './testServer';
import { Visitor } from './visitor';

/** One limit, and what goes beyond it. */
export interface LimitRow {
  readonly limit: string;
  /** Bytes the map holds afterwards because they were taken in before the limit was met. */
  readonly keeps?: number;
  /** Bytes of the process that threads which have worked on it, and compressors, keep for their next work. */
  readonly residentKeeps?: number;
  /** Does what goes beyond the limit; gives what it was told: a close code, an HTTP status, or a reason. */
  readonly attack: (arena: Arena) => Promise<number | string>;
  readonly answer: number | string;
}

/** One map on a real server, and everybody there but the honest client. */
export class Arena {
  readonly server: ServerProcess;
  readonly mapId: string;
  readonly #crowd: RawClient[] = [];

  constructor(server: ServerProcess, mapId: string) {
    this.server = server;
    this.mapId = mapId;
  }

  /** Somebody who has the map and is told what is stored. */
  async enter(): Promise<RawClient> {
    const client = new RawClient(this.server, this.mapId, [subprotocol]);
    this.#crowd.push(client);
    return client.synced();
  }

  /** The code with which a frame is answered. */
  async answerTo(frame: Uint8Array): Promise<number> {
    const attacker = await this.enter();
    attacker.send(frame);
    return attacker.closed();
  }

  /** Everybody goes. */
  clear(): void {
    for (const { socket } of this.#crowd.splice(0)) socket.terminate();
  }
}

/** Of the form of a secret, and none. */
const secret = 'A'.repeat(22);

/** Each row of “Default limits” (promises), in its order. */
export const limitRows: readonly LimitRow[] = [
  {
    limit: 'a frame has 1 MB',
    attack: (arena) => arena.answerTo(syncFrame('update', new Uint8Array(wireLimits.frame))),
    answer: closeCode.tooBig,
  },
  {
    limit: 'a map has 20 MB',
    attack: async (arena) => {
      const attacker = await arena.enter();
      attacker.send(syncFrame('step2', textUpdate('first', 12_000_000)));
      await until('the first 12 MB are in', () => attacker.acknowledgements.at(-1) === 1, 60_000);
      attacker.send(syncFrame('step2', textUpdate('second', 12_000_000)));
      return attacker.closed();
    },
    keeps: 14_000_000,
    residentKeeps: 400_000_000,
    answer: closeCode.tooBig,
  },
  {
    limit: 'there are 20,000 records of a kind',
    residentKeeps: 200_000_000,
    attack: (arena) =>
      arena.answerTo(
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
    attack: (arena) => arena.answerTo(syncFrame('update', titleUpdate('x'.repeat(65_537)))),
    answer: closeCode.invalidUpdate,
  },
  {
    limit: 'a value is 32 deep',
    attack: (arena) =>
      arena.answerTo(
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('deep', nested(updateLimits.valueDepth + 1))),
        ),
      ),
    answer: closeCode.invalidUpdate,
  },
  {
    limit: 'presence has 4 KB',
    attack: (arena) =>
      arena.answerTo(presence(1, JSON.stringify({ text: 'x'.repeat(wireLimits.awareness) }))),
    answer: closeCode.tooBig,
  },
  {
    limit: 'presence is passed on 20 times a second, however often it is said',
    attack: async (arena) => {
      const bystander = await arena.enter();
      let heard = 0;
      const begun = performance.now();
      bystander.socket.on('message', (data: Buffer) => {
        if (data[0] === 1) heard += 1;
      });
      const attacker = await arena.enter();
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
    attack: async (arena) => {
      const attacker = await arena.enter();
      const doc = new Y.Doc();
      for (let i = 0; i < 3 * wireLimits.updateBurst; i++) attacker.sendUpdate(titleUpdate(`${i}`, doc));
      return attacker.closed();
    },
    answer: closeCode.slowDown,
  },
  {
    limit: '8 MB wait for a reader',
    attack: async (arena) => {
      const reader = await arena.enter();
      const writer = await arena.enter();
      reader.socket.pause();
      const linesBefore = arena.server.lines.length;
      const isLetGo = (): boolean =>
        arena.server.lines
          .slice(linesBefore)
          .some((line) => line.includes('it does not read what it is sent'));
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
    residentKeeps: 150_000_000,
    answer: closeCode.slowDown,
  },
  {
    limit: 'a room takes 100 connections',
    attack: async (arena) => {
      // One of them is the honest client.
      await Promise.all(Array.from({ length: wireLimits.connectionsPerRoom - 1 }, () => arena.enter()));
      return new RawClient(arena.server, arena.mapId).closed();
    },
    answer: closeCode.slowDown,
  },
  {
    limit: 'a browser tries 20 secrets a minute',
    attack: async ({ server, mapId }) => {
      const guesser = new Visitor(server);
      return firstOtherStatus(403, 200, () => guesser.redeem(mapId, secret));
    },
    answer: 429,
  },
  {
    limit: 'a browser gets 120 tickets a minute',
    attack: ({ server, mapId }) => {
      const hoarder = new Visitor(server);
      return firstOtherStatus(200, 1_000, () => hoarder.askMap('POST', mapId, '/tickets'));
    },
    answer: 429,
  },
  {
    limit: 'whoever does not say within 5 s who they are is cut',
    attack: async ({ server }) => {
      const halves = ['', 'GET /sync/x HTTP/1.1\r\nHost: ', 'POST /api/maps HTTP/1.1\r\n'];
      const cuts = await Promise.all(
        Array.from({ length: 60 }, (_, i) => cutOff(server, halves[i % 3] ?? '')),
      );
      for (const { ms } of cuts) expect(ms).toBeGreaterThan(4_000);
      expect(new Set(cuts.map(({ status }) => status)).size).toBe(1);
      return cuts[0]?.status ?? 0;
    },
    answer: 408,
  },
  {
    limit: 'a first load comes over HTTP, compressed once for however many ask and hang up',
    keeps: 3_000_000,
    residentKeeps: 150_000_000,
    attack: async (arena) => {
      const writer = await arena.enter();
      writer.send(syncFrame('step2', textUpdate('large', 5_000_000)));
      await until('it is in', () => writer.acknowledgements.at(-1) === 1);
      const ask = (signal?: AbortSignal): Promise<Response> =>
        fetch(`${arena.server.url}${mapsPath}/${arena.mapId}/state`, { signal: signal ?? null });
      const hangUp = new AbortController();
      const begun = await Promise.all(Array.from({ length: 40 }, () => ask(hangUp.signal)));
      hangUp.abort();
      const { status, headers } = await ask();
      expect(new Set([...begun, { headers }].map((answer) => answer.headers.get('etag'))).size).toBe(1);
      expect(headers.get('content-type')).toBe(stateContentType);
      expect(Number(headers.get('content-length'))).toBeLessThan(500_000);
      return status;
    },
    answer: 200,
  },
  {
    limit: 'an import has 20 MB',
    attack: async () => {
      const text = `{"kind":"${'x'.repeat(importLimits.characters)}"}`;
      const result = importFiles([{ name: 'large.json', text }], { entropy: systemEntropy, words: english });
      return result.ok ? 'taken' : result.refusal.reason;
    },
    answer: 'too-big',
  },
  {
    limit: 'a page may load and reach nothing of others, whatever host it is said to come from',
    attack: async ({ server }) => {
      const hosts = [new URL(server.url).host, "x; script-src 'unsafe-eval'", 'x, https://evil.example', ''];
      const policies = await Promise.all(
        hosts.flatMap((host) => ['/', '/api/health', '/nothing'].map((path) => policyOf(server, path, host))),
      );
      const own = new Set([`ws://${hosts[0]}`, `wss://${hosts[0]}`]);
      const allowed = new Set(policies.flatMap((policy) => policy.split('; ').flatMap(sourcesOf)));
      return [...allowed]
        .filter((source) => !own.has(source))
        .sort()
        .join(' ');
    },
    // Inline style is what React Flow places its nodes by.
    answer: "'none' 'self' 'unsafe-inline' blob: data:",
  },
  // The last one: all of this test's browsers share the address.
  {
    limit: 'an address tries 600 secrets a minute, from however many browsers',
    attack: ({ server, mapId }) =>
      firstOtherStatus(403, 3_000, () => new Visitor(server).redeem(mapId, secret)),
    answer: 429,
  },
];

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

/** The first status that differs, of so many requests at most, 20 at once. */
async function firstOtherStatus(usual: number, most: number, ask: () => Promise<Response>): Promise<number> {
  for (let asked = 0; asked < most; asked += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    const other = answers.find(({ status }) => status !== usual);
    if (other) return other.status;
  }
  return usual;
}

/** Connects, says something that is no whole request, and waits to be cut; with what status, and after how long. */
async function cutOff(
  server: ServerProcess,
  words: string,
): Promise<{ readonly ms: number; readonly status: number }> {
  const { hostname, port } = new URL(server.url);
  const begun = performance.now();
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (data) => (heard += data.toString()));
  if (words !== '') socket.write(words);
  await once(socket, 'close');
  return { ms: performance.now() - begun, status: Number(heard.split(' ')[1]) };
}

/** The content-security policy of an answer to somebody who says they came by this host. */
async function policyOf(server: ServerProcess, path: string, host: string): Promise<string> {
  const asked = request(`${server.url}${path}`, { headers: { host } });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return String(response.headers['content-security-policy']);
}

/** What a directive lets in. */
function sourcesOf(directive: string): readonly string[] {
  return directive.split(' ').slice(1);
}
