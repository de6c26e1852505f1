import { seededRandom } from '../random';
import { wait, type BenchRoom } from './benchRoom';
import type { BenchServer } from './benchServer';
import type { LightClient } from './lightClient';
import { editNumber, type PreparedWriter } from './preparedWork';

/** What writers do in every room. */
export interface Work {
  readonly writers: readonly PreparedWriter[];
  readonly editsPerSecondEach: number;
  readonly cursorsPerSecondEach: number;
  /** Which of the prepared edits are sent. */
  readonly from: number;
  readonly to: number;
  /** How long after the last edit something may still arrive, ms. */
  readonly settleMs: number;
}

/** What was seen. Times in ms. */
export interface Watched {
  /** From sending an edit to its arrival, for every other client. */
  readonly deliveries: readonly number[];
  /** From sending an edit to the word that it is stored or taken; empty for a server that does not tell. */
  readonly acknowledgements: readonly number[];
  /** Share of the deliveries and acknowledgements that came. */
  readonly arrived: number;
  /** Processor time of the server, and of the bench with its clients, over the time of the work; 1 is one core. */
  readonly cpuShare: number;
  readonly benchCpuShare: number;
  readonly serverCpuMs: number;
}

interface Step {
  readonly at: number;
  readonly run: () => void;
}

/** Lets the same prepared writers work in every room at once, each at a pace and in a phase of their own. */
export async function workInRooms(
  server: BenchServer,
  rooms: readonly BenchRoom[],
  work: Work,
): Promise<Watched> {
  const deliveries: number[] = [];
  const acknowledgements: number[] = [];
  const steps = rooms.flatMap((room, index) => prepareRoom(room, index, work, deliveries, acknowledgements));
  steps.sort((a, b) => a.at - b.at);
  const [cpuBefore, ownBefore, startedAt] = [await server.cpuMs(), ownCpuMs(), performance.now()];
  await runInTime(steps);
  await wait(work.settleMs);
  const elapsed = performance.now() - startedAt;
  const benchCpuMs = ownCpuMs() - ownBefore;
  const serverCpuMs = (await server.cpuMs()) - cpuBefore;
  const edits = rooms.length * work.writers.length * (work.to - work.from);
  const expected = rooms.reduce((sum, room) => sum + (edits / rooms.length) * (room.clients.length - 1), 0);
  return {
    deliveries,
    acknowledgements,
    arrived: (deliveries.length + acknowledgements.length) / (expected + (server.tells ? edits : 0)),
    cpuShare: serverCpuMs / elapsed,
    benchCpuShare: benchCpuMs / elapsed,
    serverCpuMs,
  };
}

/** What is done in one room, and the ears of those who are in it. */
function prepareRoom(
  room: BenchRoom,
  seed: number,
  work: Work,
  deliveries: number[],
  acknowledgements: number[],
): Step[] {
  const { writers, to } = work;
  const sentAt = new Float64Array(writers.length * to);
  const random = seededRandom(seed + 1);
  for (const [index, client] of room.clients.entries()) {
    client.onEdit = (edit) => {
      const sent = sentAt[edit] ?? 0;
      // Some servers send an edit back to where it came from.
      if (sent > 0 && edit % writers.length !== index) deliveries.push(performance.now() - sent);
    };
  }
  return writers.flatMap((writer, index) => {
    const client = room.clients[index];
    if (!client) throw new Error('There are more writers than clients.');
    const noteSent = watchAcknowledgements(client, acknowledgements);
    const edits = editsOf(work, random.below(1_000), (edit) => {
      sentAt[editNumber(writers.length, index, edit)] = noteSent();
      client.sendEdit(writer.edits[edit] as Uint8Array);
    });
    return [...edits, ...cursorsOf(work, random.below(1_000), () => client.sendCursor(writer.clientId))];
  });
}

/** Listens for a client's acknowledgements; the returned function notes that it sends something, and when. */
function watchAcknowledgements(client: LightClient, acknowledgements: number[]): () => number {
  // The count goes on from what this client has sent before.
  const before = client.contentFrames;
  const sent: number[] = [];
  let acknowledged = 0;
  client.onAcknowledged = (frames) => {
    const now = performance.now();
    for (; acknowledged < frames - before; acknowledged++)
      acknowledgements.push(now - (sent[acknowledged] ?? now));
  };
  return () => {
    const now = performance.now();
    sent.push(now);
    return now;
  };
}

function editsOf(
  { from, to, editsPerSecondEach }: Work,
  phase: number,
  send: (edit: number) => void,
): Step[] {
  return times(phase, to - from, editsPerSecondEach).map((at, index) => ({
    at,
    run: () => send(from + index),
  }));
}

function cursorsOf(
  { from, to, editsPerSecondEach, cursorsPerSecondEach }: Work,
  phase: number,
  run: () => void,
): Step[] {
  const count = Math.round(((to - from) * cursorsPerSecondEach) / editsPerSecondEach);
  return times(phase, count, cursorsPerSecondEach).map((at) => ({ at, run }));
}

/** Moments of something that happens so often a second, beginning within the first interval. ms from the start. */
function times(phase: number, count: number, perSecond: number): readonly number[] {
  const interval = 1_000 / perSecond;
  return Array.from({ length: count }, (_, index) => (index + phase / 1_000) * interval);
}

/** Does every step at its time, whether or not the server keeps up with it. */
async function runInTime(steps: readonly Step[]): Promise<void> {
  const start = performance.now();
  for (let next = 0; next < steps.length; await wait(1)) {
    const now = performance.now() - start;
    for (let step = steps[next]; step && step.at <= now; step = steps[next]) {
      step.run();
      next += 1;
    }
  }
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
