import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { mapsPath } from '../../../src/doc/wire';
import type { Bench } from '../bench';
import { figure, median, ratio } from '../statistics';
import { table } from '../table';
import { openBenchRoom } from './benchRoom';
import { startBenchServer, type BenchServer } from './benchServer';
import { LightClient } from './lightClient';
import { mapOfRecords } from './preparedWork';
import { serverKinds, serverNames, type Dialect, type ServerKind } from './serverKind';

const sizes = [2_000, 10_000, 50_000] as const;
const rounds = 3;

interface Loads {
  /** Until the newcomer has all bytes, ms. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly bytes: number;
}

/** How long somebody waits for a map they have nothing of. */
export const loadingBench: Bench = {
  name: 'server-loading',
  about:
    'a newcomer gets a map of 2,000, 10,000, 50,000 records that others have open; applying it not included',
  needsPeers: true,
  async run() {
    const rows: string[][] = [];
    for (const size of sizes) {
      const map = mapOfRecords(size);
      const loads = new Map<ServerKind, Loads>();
      for (const kind of serverKinds) loads.set(kind, await measure(kind, map));
      const baseline = loads.get('reference')?.ms ?? Number.NaN;
      for (const kind of serverKinds) {
        const own = loads.get(kind);
        if (own)
          rows.push([
            figure(size),
            serverNames[kind],
            figure(own.ms),
            ratio(own.ms, baseline),
            figure(own.cpuMs),
            figure(own.bytes / 1_024),
          ]);
      }
    }
    const head = [
      'records',
      'server',
      'until all is here, ms',
      '× reference',
      'server’s processor, ms',
      'kB sent',
    ];
    return `${table(head, rows)}\n\nOurs over HTTP, compressed, as the program does it, then the tail over the socket. Medians of ${rounds}, the first one, which compresses, among them.`;
  },
};

async function measure(kind: ServerKind, map: Y.Doc): Promise<Loads> {
  const server = await startBenchServer(kind);
  try {
    const room = await openBenchRoom(server, map, 1);
    const vector = Y.encodeStateVector(map);
    const loads: Loads[] = [];
    for (let round = 0; round < rounds; round++) {
      const [cpuBefore, begun] = [await server.cpuMs(), performance.now()];
      const bytes =
        kind === 'throughline'
          ? await loadOurs(server, room.dialect, vector)
          : await loadBySocket(room.dialect);
      const ms = performance.now() - begun;
      loads.push({ ms, bytes, cpuMs: (await server.cpuMs()) - cpuBefore });
    }
    await room.close();
    return {
      ms: median(loads.map(({ ms }) => ms)),
      cpuMs: median(loads.map(({ cpuMs }) => cpuMs)),
      bytes: median(loads.map(({ bytes }) => bytes)),
    };
  } finally {
    await server.stop();
  }
}

async function loadOurs(server: BenchServer, dialect: Dialect, vector: Uint8Array): Promise<number> {
  const mapId = dialect.url.slice(dialect.url.lastIndexOf('/') + 1);
  const response = await fetch(`http://127.0.0.1:${server.port}${mapsPath}/${mapId}/state`);
  const compressed = Buffer.from(await response.arrayBuffer());
  gunzipSync(compressed);
  const client = new LightClient(dialect);
  const tail = await client.join(vector);
  await client.close();
  return compressed.length + tail;
}

async function loadBySocket(dialect: Dialect): Promise<number> {
  const client = new LightClient(dialect);
  const bytes = await client.join(Y.encodeStateVector(new Y.Doc()));
  await client.close();
  return bytes;
}
