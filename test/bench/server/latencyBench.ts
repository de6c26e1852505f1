import type * as Y from 'yjs';
import type { Bench } from '../bench';
import { figure, quantile, ratio } from '../statistics';
import { table } from '../table';
import { openBenchRoom } from './benchRoom';
import { startBenchServer, type BenchServer } from './benchServer';
import { mapOfRecords, prepareWriters, type PreparedWriter } from './preparedWork';
import { serverKinds, serverNames, type ServerKind } from './serverKind';
import { workInRooms, type Watched } from './workInRooms';

const sizes = [20, 50, 100] as const;
const rounds = 3;
const writers = 10;
const pace = { editsPerSecondEach: 10, cursorsPerSecondEach: 20 } as const;
/** What a server is warmed up with: more, and faster, so that its code is compiled as it is after a day. */
const warmUp = { editsPerSecondEach: 40, cursorsPerSecondEach: 40, edits: 240 } as const;
const settlingEdits = 10;
const measuredEdits = 60;
const goals = { acknowledgedMs: 15, deliveredMs: 15, cpuRatio: 0.5 } as const;

/** How long an edit takes to be on disk and to reach the others, and what that costs the server. */
export const latencyBench: Bench = {
  name: 'server-latency',
  about:
    '20, 50, 100 clients in a room, 10 of them writing 10 edits/s each with cursors at 20/s; only ours stores before it tells',
  needsPeers: true,
  async run() {
    const map = mapOfRecords(1_000);
    const servers = await Promise.all(serverKinds.map(startBenchServer));
    try {
      const prepared = prepareWriters(map, writers, warmUp.edits);
      for (const server of servers) await warmUpServer(server, map, prepared);
      const rows: string[][] = [];
      for (const size of sizes) rows.push(...(await rowsOf(size, servers, map, prepared)));
      return `${table(head, rows)}\n\n${explanation}`;
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  },
};

const head = [
  'clients',
  'server',
  'acknowledged, p50 ms',
  'p95',
  'to others, p50 ms',
  'p95',
  'of a core',
  '× reference',
  'arrived',
];

const explanation = `Goals at 100 clients: acknowledged (on disk) p95 ≤ ${goals.acknowledgedMs} ms, to others p95 ≤ ${goals.deliveredMs} ms, at ≤ ${goals.cpuRatio} of the reference's processor time.
Hocuspocus acknowledges what it has in memory; the reference does not acknowledge.`;

type Prepared = readonly PreparedWriter[];

async function warmUpServer(server: BenchServer, map: Y.Doc, prepared: Prepared): Promise<void> {
  const room = await openBenchRoom(server, map, sizes[0]);
  await workInRooms(server, [room], {
    ...warmUp,
    writers: prepared,
    from: 0,
    to: warmUp.edits,
    settleMs: 300,
  });
  await room.close();
}

async function rowsOf(
  size: number,
  servers: readonly BenchServer[],
  map: Y.Doc,
  prepared: Prepared,
): Promise<string[][]> {
  const runs = new Map<ServerKind, Watched[]>(serverKinds.map((kind) => [kind, []]));
  // They take turns, so that what else the machine does meets all of them.
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) runs.get(server.kind)?.push(await measure(server, size, map, prepared));
  }
  const baseline = cpuShare(runs.get('reference') ?? []);
  return serverKinds.map((kind) => row(size, kind, runs.get(kind) ?? [], baseline));
}

async function measure(
  server: BenchServer,
  clients: number,
  map: Y.Doc,
  prepared: Prepared,
): Promise<Watched> {
  const room = await openBenchRoom(server, map, clients);
  const work = { writers: prepared, ...pace, settleMs: 300 };
  await workInRooms(server, [room], { ...work, from: 0, to: settlingEdits });
  const watched = await workInRooms(server, [room], {
    ...work,
    from: settlingEdits,
    to: settlingEdits + measuredEdits,
  });
  await room.close();
  return watched;
}

function cpuShare(runs: readonly Watched[]): number {
  return runs.reduce((sum, run) => sum + run.cpuShare, 0) / runs.length;
}

function row(clients: number, kind: ServerKind, runs: readonly Watched[], baseline: number): string[] {
  const acknowledgements = runs.flatMap((run) => run.acknowledgements);
  const deliveries = runs.flatMap((run) => run.deliveries);
  return [
    String(clients),
    serverNames[kind],
    figure(quantile(acknowledgements, 0.5)),
    figure(quantile(acknowledgements, 0.95)),
    figure(quantile(deliveries, 0.5)),
    figure(quantile(deliveries, 0.95)),
    `${figure(cpuShare(runs) * 100)} %`,
    ratio(cpuShare(runs), baseline),
    `${figure(Math.min(...runs.map((run) => run.arrived)) * 100)} %`,
  ];
}
