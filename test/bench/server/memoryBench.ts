import * as Y from 'yjs';
import type { Bench } from '../bench';
import { figure, ratio } from '../statistics';
import { table } from '../table';
import { openBenchRoom, wait, type BenchRoom } from './benchRoom';
import { startBenchServer } from './benchServer';
import { LightClient } from './lightClient';
import { mapOfRecords } from './preparedWork';
import { serverKinds, serverNames, type ServerKind } from './serverKind';

const rooms = 100;
const records = 200;
const moreClientsEach = 9;
/** Longer than our server keeps a map unfolded that nobody edits. */
const quietMs = 15_000;

interface Held {
  readonly edited: number;
  readonly quiet: number;
  readonly resident: number;
  readonly client: number;
}

/** What a server holds in memory for a map that somebody has open, and for each who has. */
export const memoryBench: Bench = {
  name: 'server-memory',
  about: `${rooms} open rooms of ${records} records each: memory per room and per client`,
  needsPeers: true,
  async run() {
    const map = mapOfRecords(records);
    const bytes = Y.encodeStateAsUpdate(map).length;
    const held = new Map<ServerKind, Held>();
    for (const kind of serverKinds) held.set(kind, await measure(kind, map));
    const baseline = held.get('reference')?.quiet ?? Number.NaN;
    const rows = serverKinds.map((kind) => {
      const own = held.get(kind);
      if (!own) return [];
      const figures = [own.edited, own.quiet].map(kilobytes);
      return [
        serverNames[kind],
        ...figures,
        ratio(own.quiet, baseline),
        kilobytes(own.resident),
        kilobytes(own.client),
      ];
    });
    const head = [
      'server',
      'room, just edited, kB',
      'room, open and quiet, kB',
      '× reference',
      'of it resident, kB',
    ];
    return `${table([...head, 'client, kB'], rows)}\n\nThe map itself has ${kilobytes(bytes)} kB. Goal: an open room ≤ ¼ of the reference's.`;
  },
};

async function measure(kind: ServerKind, map: Y.Doc): Promise<Held> {
  const server = await startBenchServer(kind);
  const open: BenchRoom[] = [];
  const more: LightClient[] = [];
  try {
    // One room first: what is made once for all of them is not theirs.
    const warmUp = await openBenchRoom(server, map, 1);
    await wait(500);
    const empty = await server.memory();
    while (open.length < rooms) open.push(await openBenchRoom(server, map, 1));
    await wait(500);
    const edited = await server.memory();
    await wait(quietMs);
    const quiet = await server.memory();
    const vector = Y.encodeStateVector(map);
    for (const { dialect } of open) {
      for (let i = 0; i < moreClientsEach; i++) {
        const client = new LightClient(dialect);
        more.push(client);
        await client.join(vector);
      }
    }
    await wait(quietMs);
    const crowded = await server.memory();
    await warmUp.close();
    return {
      edited: (edited.heldBytes - empty.heldBytes) / rooms,
      quiet: (quiet.heldBytes - empty.heldBytes) / rooms,
      resident: (quiet.residentBytes - empty.residentBytes) / rooms,
      client: (crowded.heldBytes - quiet.heldBytes) / more.length,
    };
  } finally {
    await Promise.all([...open.map((room) => room.close()), ...more.map((client) => client.close())]);
    await server.stop();
  }
}

function kilobytes(bytes: number): string {
  return figure(bytes / 1_024);
}
