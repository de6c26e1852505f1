import type { Bench } from '../bench';
import { figure, quantile, ratio } from '../statistics';
import { table } from '../table';
import { openBenchRoom } from './benchRoom';
import { startBenchServer } from './benchServer';
import { mapOfRecords, prepareWriters, type PreparedWriter } from './preparedWork';
import { serverKinds, serverNames, type ServerKind } from './serverKind';
import { workInRooms, type Watched } from './workInRooms';

const sizes = [20, 50, 100] as const;
const rounds = 3;
const writers = 10;
const pace = { editsPerSecondEach: 10, cursorsPerSecondEach: 20 } as const;
const warmUpEdits = 20;
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
    const prepared = prepareWriters(map, writers, warmUpEdits + measuredEdits);
    const rows: string[][] = [];
    for (const size of sizes) {
      const runs = new Map<ServerKind, Watched[]>(serverKinds.map((kind) => [kind, []]));
      // They take turns, so that what else the machine does meets all of them.
      for (let round = 0; round < rounds; round++) {
        for (const kind of serverKinds) runs.get(kind)?.push(await measure(kind, size, map, prepared));
      }
      const baseline = cpuShare(runs.get('reference') ?? []);
      for (const kind of serverKinds) rows.push(row(size, kind, runs.get(kind) ?? [], baseline));
    }
    const head = ['clients', 'server', 'acknowledged, p50 ms', 'p95', 'to others, p50 ms', 'p95'];
    return `${table([...head, 'of a core', '× reference', 'arrived'], rows)}\n\n${explanation}`;
  },
};

const explanation = `Goals at 100 clients: acknowledged (on disk) p95 ≤ ${goals.acknowledgedMs} ms, to others p95 ≤ ${goals.deliveredMs} ms, at ≤ ${goals.cpuRatio} of the reference's processor time.
Hocuspocus acknowledges what it has in memory; the reference does not acknowledge.`;

async function measure(
  kind: ServerKind,
  clients: number,
  map: Parameters<typeof openBenchRoom>[1],
  prepared: readonly PreparedWriter[],
): Promise<Watched> {
  const server = await startBenchServer(kind);
  try {
    const room = await openBenchRoom(server, map, clients);
    const work = { writers: prepared, ...pace, settleMs: 300 };
    await workInRooms(server, [room], { ...work, from: 0, to: warmUpEdits });
    const watched = await workInRooms(server, [room], {
      ...work,
      from: warmUpEdits,
      to: warmUpEdits + measuredEdits,
    });
    await room.close();
    return watched;
  } finally {
    await server.stop();
  }
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
