import type { Bench } from '../bench';
import { figure, quantile, ratio } from '../statistics';
import { table } from '../table';
import { measureFanOut, type FanOutRun, type Load } from './measureFanOut';
import { startServerProcess } from './serverHandle';
import type { ServerKind } from './serverProcess';

const rounds = 3;
const loads: readonly Load[] = [
  { name: '1 writer, 10 edits/s', writers: 1, editsPerSecondEach: 10 },
  { name: '10 writers, 10 edits/s each', writers: 10, editsPerSecondEach: 10 },
];
const servers: readonly ServerKind[] = ['reference', 'throughline'];

/** An edit on its way from one client to twenty others, through our server and through the reference one. */
export const fanOutBench: Bench = {
  name: 'fan-out',
  about:
    'an edit to 20 light clients; our server stores it first, the reference @y/websocket-server stores nothing',
  needsPeers: true,
  async run() {
    const rows: string[][] = [];
    for (const load of loads) {
      const runs = await interleaved(load);
      const baseline = summary(runs.reference);
      rows.push(row(load, '@y/websocket-server', baseline, baseline));
      rows.push(row(load, 'ours', summary(runs.throughline), baseline));
    }
    const head = [
      'load',
      'server',
      'p50 ms',
      'p95 ms',
      '× reference',
      'last of 20, p95 ms',
      'stored, p50 ms',
    ];
    return table([...head, 'stored, p95 ms', 'CPU of a core', 'lost'], rows);
  },
};

/** Both servers take turns, so that what else the machine does meets both. */
async function interleaved(load: Load): Promise<Record<ServerKind, FanOutRun[]>> {
  const runs: Record<ServerKind, FanOutRun[]> = { reference: [], throughline: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of servers) {
      const server = await startServerProcess(kind);
      try {
        // The first run warms the server's code up.
        if (round === 0) await measureFanOut(server, load);
        runs[kind].push(await measureFanOut(server, load));
      } finally {
        await server.stop();
      }
    }
  }
  return runs;
}

interface Summary {
  readonly deliveries: readonly number[];
  readonly lastDeliveries: readonly number[];
  readonly acknowledgements: readonly number[];
  readonly cpuShare: number;
  readonly lost: number;
}

function summary(runs: readonly FanOutRun[]): Summary {
  return {
    deliveries: runs.flatMap((run) => run.deliveries),
    lastDeliveries: runs.flatMap((run) => run.lastDeliveries),
    acknowledgements: runs.flatMap((run) => run.acknowledgements),
    cpuShare: runs.reduce((sum, run) => sum + run.cpuShare, 0) / runs.length,
    lost: runs.reduce((sum, run) => sum + run.lost, 0),
  };
}

function row(load: Load, server: string, measured: Summary, baseline: Summary): string[] {
  const p95 = quantile(measured.deliveries, 0.95);
  return [
    load.name,
    server,
    figure(quantile(measured.deliveries, 0.5)),
    figure(p95),
    ratio(p95, quantile(baseline.deliveries, 0.95)),
    figure(quantile(measured.lastDeliveries, 0.95)),
    figure(quantile(measured.acknowledgements, 0.5)),
    figure(quantile(measured.acknowledgements, 0.95)),
    `${figure(measured.cpuShare * 100)} %`,
    String(measured.lost),
  ];
}
