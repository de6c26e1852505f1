import type { Bench } from '../bench';
import { figure, quantile, ratio } from '../statistics';
import { table } from '../table';
import { openBenchRoom, type BenchRoom } from './benchRoom';
import { startBenchServer } from './benchServer';
import { mapOfRecords, prepareWriters } from './preparedWork';
import { serverKinds, serverNames, type ServerKind } from './serverKind';
import { workInRooms, type Watched } from './workInRooms';

const clientsPerRoom = 5;
/** A fifth below what our server lets one client do. */
const editsPerSecondEach = 48;
const roomSteps = [10, 10, 20, 30, 40, 50, 60, 80] as const;
const secondsEach = 4;
const editsEach = editsPerSecondEach * secondsEach;
/** A server keeps up as long as edits arrive, 95 of 100 of them within this time, ms. */
const keepsUpWithinMs = 100;

interface Step extends Watched {
  readonly editsPerSecond: number;
}

/** How many edits a second a server takes before it falls behind. */
export const saturationBench: Bench = {
  name: 'server-saturation',
  about: `rooms of ${clientsPerRoom} who all write ${editsPerSecondEach} edits/s, more and more of them until the server falls behind`,
  needsPeers: true,
  async run() {
    const kept = new Map<ServerKind, Step[]>();
    for (const kind of serverKinds) kept.set(kind, await stepsOf(kind));
    const baseline = kept.get('reference')?.findLast(keepsUp)?.editsPerSecond ?? Number.NaN;
    const rows = serverKinds.flatMap((kind) => (kept.get(kind) ?? []).map((step) => row(kind, step)));
    const best = serverKinds.map((kind) => {
      const most = kept.get(kind)?.findLast(keepsUp)?.editsPerSecond ?? Number.NaN;
      return `${serverNames[kind]} ${figure(most)} edits/s (${ratio(most, baseline)})`;
    });
    const head = [
      'server',
      'edits/s',
      'to others, p95 ms',
      'acknowledged, p95 ms',
      'of a core',
      'µs an edit',
    ];
    return `${table([...head, 'clients, of a core', 'arrived', 'keeps up'], rows)}\n\nKept up with: ${best.join(' · ')}. Goal: ≥ 9,600.`;
  },
};

async function stepsOf(kind: ServerKind): Promise<Step[]> {
  const map = mapOfRecords(200);
  const writers = prepareWriters(map, clientsPerRoom, editsEach);
  const server = await startBenchServer(kind);
  const rooms: BenchRoom[] = [];
  const steps: Step[] = [];
  try {
    for (const [index, count] of roomSteps.entries()) {
      // New rooms each time: what a room has been sent before must not differ between them.
      for (const room of rooms.splice(0)) await room.close();
      while (rooms.length < count) rooms.push(await openBenchRoom(server, map, clientsPerRoom));
      const watched = await workInRooms(server, rooms, {
        writers,
        editsPerSecondEach,
        cursorsPerSecondEach: 0,
        from: 0,
        to: editsEach,
        settleMs: 500,
      });
      // The first one warms the server's code up.
      if (index > 0) steps.push({ ...watched, editsPerSecond: count * clientsPerRoom * editsPerSecondEach });
      // Once may be the machine.
      if (steps.length > 1 && !steps.slice(-2).some(keepsUp)) break;
    }
    return steps;
  } finally {
    for (const room of rooms) await room.close();
    await server.stop();
  }
}

function keepsUp(step: Step): boolean {
  return step.arrived > 0.999 && quantile(step.deliveries, 0.95) <= keepsUpWithinMs;
}

function row(kind: ServerKind, step: Step): string[] {
  return [
    serverNames[kind],
    figure(step.editsPerSecond),
    figure(quantile(step.deliveries, 0.95)),
    figure(quantile(step.acknowledgements, 0.95)),
    `${figure(step.cpuShare * 100)} %`,
    figure((step.serverCpuMs * 1_000) / (step.deliveries.length / (clientsPerRoom - 1))),
    `${figure(step.benchCpuShare * 100)} %`,
    `${figure(step.arrived * 100)} %`,
    keepsUp(step) ? 'yes' : 'no',
  ];
}
