import * as Y from 'yjs';
import type { Bench } from '../bench';
import { figure, ratio } from '../statistics';
import { table } from '../table';
import { openBenchRoom, wait, type BenchRoom } from './benchRoom';
import { startBenchServer, type BenchServer } from './benchServer';
import { LightClient } from './lightClient';
import { mapOfRecords, prepareWriters } from './preparedWork';
import { serverKinds, serverNames, type ServerKind } from './serverKind';
import { workInRooms } from './workInRooms';

const rooms = 10;
const records = 2_000;
const writers = 10;
const editsPerSecondEach = 50;
const edits = 100_000;
/** Hocuspocus stores ten seconds after an edit at the latest. */
const longestQuietMs = 15_000;

interface Stored {
  readonly before: number;
  readonly after: number;
  readonly compacted: number;
  readonly cpuMs: number;
}

/** What 100,000 edits leave behind on disk. */
export const growthBench: Bench = {
  name: 'server-growth',
  about: `bytes stored after ${figure(edits)} edits of titles, in ${rooms} rooms of ${figure(records)} records`,
  needsPeers: true,
  async run() {
    const stored = new Map<ServerKind, Stored>();
    const storing = serverKinds.filter((kind) => kind !== 'reference');
    for (const kind of storing) stored.set(kind, await measure(kind));
    const rows = storing.map((kind) => {
      const own = stored.get(kind);
      if (!own) return [];
      return [
        serverNames[kind],
        ...[own.before, own.after, own.after - own.before, own.compacted].map((bytes) =>
          figure(bytes / 1_024),
        ),
        ratio(own.after, own.compacted),
        figure(own.cpuMs),
      ];
    });
    const head = [
      'server',
      'before, kB',
      'after, kB',
      'growth, kB',
      'compacted documents, kB',
      'stored / compacted',
    ];
    return `${table([...head, 'server’s processor, ms'], rows)}\n\nAll files of the store, nobody connected any more. Goal: stored ≤ 1.2 × compacted. The reference stores nothing.`;
  },
};

async function measure(kind: ServerKind): Promise<Stored> {
  const map = mapOfRecords(records);
  const editsEach = edits / rooms / writers;
  const prepared = prepareWriters(map, writers, editsEach);
  const server = await startBenchServer(kind);
  const open: BenchRoom[] = [];
  try {
    while (open.length < rooms) open.push(await openBenchRoom(server, map, writers));
    await wait(longestQuietMs);
    const [before, cpuBefore] = [await server.storedBytes(), await server.cpuMs()];
    const work = { writers: prepared, editsPerSecondEach, cursorsPerSecondEach: 0, settleMs: 1_000 };
    await workInRooms(server, open, { ...work, from: 0, to: editsEach });
    const cpuMs = (await server.cpuMs()) - cpuBefore;
    const compacted = await sizeOfDocuments(open);
    for (const room of open) await room.close();
    return { before, after: await settledBytes(server), compacted, cpuMs };
  } finally {
    for (const room of open) await room.close();
    await server.stop();
  }
}

async function sizeOfDocuments(open: readonly BenchRoom[]): Promise<number> {
  let sum = 0;
  for (const { dialect } of open) {
    const client = new LightClient(dialect);
    sum += await client.join(Y.encodeStateVector(new Y.Doc()));
    await client.close();
  }
  return sum;
}

/** Bytes of the store once it has stood still for a while. */
async function settledBytes(server: BenchServer): Promise<number> {
  await wait(longestQuietMs);
  return server.storedBytes();
}
