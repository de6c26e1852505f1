import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { mapsPath, subprotocol } from '../../src/doc/wire';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { loadState } from '../../src/sync/firstLoad';
import { systemScheduler } from '../../src/sync/scheduler';
import { syncFrame } from '../../server/sync/frames';
import { RawClient, updateOf } from '../server/support/rawClient';
import { makeMap, runServer, until } from '../server/support/testServer';
import { Visitor } from '../server/support/visitor';
import { watchStore } from '../server/support/watchedStore';
import { slowLine, type SlowLine } from '../support/slowLine';

let lines: SlowLine[] = [];
afterEach(() => {
  for (const line of lines) line.close();
  lines = [];
});

/** A document that compresses no better than by half: hexadecimal digits from a seeded generator. */
function bigDocument(records: number, groups = 12): Y.Doc {
  const doc = new Y.Doc();
  let state = 7;
  const digits = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state.toString(16).padStart(8, '0');
  };
  doc.transact(() => {
    for (let i = 0; i < records; i++) {
      const record = new Y.Map<unknown>();
      doc.getMap('touchpoints').set(`t${i}`, record);
      record.set('name', Array.from({ length: groups }, digits).join(''));
    }
  });
  return doc;
}

async function serverWith(doc: Y.Doc): Promise<{
  readonly server: Awaited<ReturnType<typeof runServer>>;
  readonly mapId: string;
  readonly writer: RawClient;
  readonly reads: () => number;
}> {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const writer = await new RawClient(server, mapId, [subprotocol]).synced();
  writer.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('it is saved', () => writer.acknowledgements.at(-1) === 1);
  return { server, mapId, writer, reads: () => store().reads };
}

function load(url: string, mapId: string): Promise<Uint8Array | null> {
  const server = { socketUrl: '', httpUrl: url, fetch };
  return loadState(mapId, { server, scheduler: systemScheduler, entropy: systemEntropy });
}

/** 10 MB over 0.3 Mbit/s and 600 ms in the night; by day a tenth of the size at eight times the speed. */
const slow = process.env['THROUGHLINE_SLOW_LINE']
  ? { records: 18_000, groups: 68, bytesPerSecond: 37_500, delayMs: 600 }
  : { records: 8_000, groups: 12, bytesPerSecond: 300_000, delayMs: 60 };
/** More than the whole would take. */
const slowestMs = 600_000;

test(
  'LOAD-1 a big map arrives over a slow line that breaks, each byte about once; the socket brings only the rest',
  { timeout: 2 * slowestMs },
  async () => {
    const doc = bigDocument(slow.records, slow.groups);
    const whole = Y.encodeStateAsUpdate(doc).length;
    const { server, mapId, writer } = await serverWith(doc);
    const line = await slowLine(server.url, slow);
    lines.push(line);
    const loading = load(line.url, mapId);
    for (const share of [0.3, 0.7]) {
      await until('some of it has come', () => line.carried() > (whole / 2) * share, slowestMs);
      line.cut();
    }
    const update = await loading;
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, update as Uint8Array);
    expect(loaded.getMap('touchpoints').size).toBe(slow.records);
    expect(whole).toBeGreaterThan(1_000_000);
    expect(line.carried()).toBeLessThan(whole * 0.75);
    writer.sendUpdate(updateOf((target) => target.getMap('map').set('title', 'Meanwhile'), doc));
    await until('it is saved', () => writer.acknowledgements.at(-1) === 2);
    const before = line.carried();
    const client = await new RawClient(line, mapId).opened();
    client.send(syncFrame('step1', Y.encodeStateVector(loaded)));
    await until('the rest is here', () => client.hasState);
    expect(line.carried() - before).toBeLessThan(2_000);
  },
);

test('LOAD-2 fifty who come at once are handed what was read once', async () => {
  const { server, mapId, reads } = await serverWith(bigDocument(200));
  const before = reads();
  const all = await Promise.all(Array.from({ length: 50 }, () => load(server.url, mapId)));
  expect(new Set(all.map((update) => update && Buffer.from(update).toString('base64'))).size).toBe(1);
  expect(reads() - before).toBe(1);
});

test('LOAD-3 the state is for those alone who may open the map, and ranges are answered to the letter', async () => {
  const server = await runServer();
  const owner = new Visitor(server);
  const mapId = await owner.shareMap();
  const stranger = new Visitor(server);
  const answers = [
    await stranger.askMap('GET', mapId, '/state'),
    await stranger.askMap('GET', newMapId(systemEntropy), '/state'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect(await load(server.url, mapId)).toBeNull();
  const whole = await owner.askMap('GET', mapId, '/state');
  const tag = whole.headers.get('etag') ?? '';
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect([whole.status, whole.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const ask = (range: string, ifRange: string): Promise<Response> =>
    owner.jar.fetch(`${server.url}${mapsPath}/${mapId}/state`, {
      headers: { Range: range, 'If-Range': ifRange },
    });
  const part = await ask('bytes=5-', tag);
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes 5-${bytes.length - 1}/${bytes.length}`,
  ]);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(5))).toBe(true);
  // Bytes of another state would not fit what somebody has already.
  expect((await ask('bytes=5-', '"another"')).status).toBe(200);
  expect((await ask(`bytes=${bytes.length}-`, tag)).status).toBe(416);
});
