import * as Y from 'yjs';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import { syntheticDocument } from '../syntheticMap';
import { editValue, LightClient } from './lightClient';
import type { ServerHandle } from './serverHandle';

/** How much is going on in the room. */
export interface Load {
  readonly name: string;
  readonly writers: number;
  readonly editsPerSecondEach: number;
}

/** What one run of a load gave. Times in ms. */
export interface FanOutRun {
  /** From sending an edit to its arrival, for every other client. */
  readonly deliveries: readonly number[];
  /** From sending an edit to its arrival at the last of the other clients. */
  readonly lastDeliveries: readonly number[];
  /** From sending an edit to the word that it is stored. Empty for a server that does not tell. */
  readonly acknowledgements: readonly number[];
  /** Deliveries that never came. */
  readonly lost: number;
  /** Processor time of the server over the time of the run, 1 being one core. */
  readonly cpuShare: number;
}

/** An edit reaches everybody but its writer. */
const receivers = 20;
const mapSize = 200;
const runMs = 4_000;
/** How long after the last edit something may still arrive. */
const settleMs = 1_000;

interface Edit {
  readonly update: Uint8Array;
  readonly writer: number;
  sentAt: number;
  lastAt: number;
  heardBy: number;
}

/** Lets 21 clients work in one room and watches every edit on its way to the 20 others. */
export async function measureFanOut(server: ServerHandle, load: Load): Promise<FanOutRun> {
  const map = syntheticDocument(mapSize);
  const edits = prepareEdits(map, load);
  const deliveries: number[] = [];
  const acknowledgements: number[] = [];
  const sentBy: number[][] = Array.from({ length: load.writers }, () => []);
  const acknowledgedBy = new Map<number, number>();

  const onEdit = (client: number, number: number): void => {
    const edit = edits[number];
    if (!edit || edit.writer === client) return;
    edit.lastAt = performance.now();
    edit.heardBy += 1;
    deliveries.push(edit.lastAt - edit.sentAt);
  };
  const onAcknowledged = (client: number, frames: number): void => {
    const now = performance.now();
    const sent = sentBy[client] ?? [];
    for (let i = acknowledgedBy.get(client) ?? 0; i < frames; i++)
      acknowledgements.push(now - (sent[i] ?? now));
    acknowledgedBy.set(client, frames);
  };

  const url = await server.openRoom(newMapId(systemEntropy));
  await seedRoom(url, map);
  const clients = await Promise.all(
    Array.from({ length: receivers + 1 }, async (_, client) => {
      const light = new LightClient({
        url,
        onEdit: (edit) => onEdit(client, edit),
        onAcknowledged: (frames) => onAcknowledged(client, frames),
      });
      await light.join(Y.encodeStateVector(map));
      return light;
    }),
  );
  const [startedAt, cpuBefore] = [performance.now(), await server.cpuMs()];
  await sendInTime(edits, load, (edit) => {
    edit.sentAt = performance.now();
    sentBy[edit.writer]?.push(edit.sentAt);
    clients[edit.writer]?.send(edit.update);
  });
  await wait(settleMs);
  const cpuShare = ((await server.cpuMs()) - cpuBefore) / (performance.now() - startedAt);
  await Promise.all(clients.map((client) => client.close()));
  return {
    deliveries,
    lastDeliveries: edits
      .filter((edit) => edit.heardBy === receivers)
      .map((edit) => edit.lastAt - edit.sentAt),
    acknowledgements,
    lost: edits.length * receivers - deliveries.length,
    cpuShare,
  };
}

/** One changed title an edit, each on a touchpoint of its own writer, as a document's update. */
function prepareEdits(map: Y.Doc, load: Load): Edit[] {
  const state = Y.encodeStateAsUpdate(map);
  const ids = [...map.getMap('touchpoints').keys()];
  const docs = Array.from({ length: load.writers }, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    return doc;
  });
  const count = (load.writers * load.editsPerSecondEach * runMs) / 1_000;
  return Array.from({ length: count }, (_, number) => {
    const writer = number % load.writers;
    const doc = docs[writer] as Y.Doc;
    const before = Y.encodeStateVector(doc);
    const record = doc.getMap('touchpoints').get(ids[number % ids.length] ?? '') as Y.Map<unknown>;
    record.set('title', editValue(number));
    return { update: Y.encodeStateAsUpdate(doc, before), writer, sentAt: 0, lastAt: 0, heardBy: 0 };
  });
}

/** Brings the map into the room and leaves. */
async function seedRoom(url: string, map: Y.Doc): Promise<void> {
  const { promise: stored, resolve } = withResolver();
  const owner = new LightClient({ url, onEdit: () => undefined, onAcknowledged: resolve });
  await owner.join(Y.encodeStateVector(new Y.Doc()));
  owner.send(Y.encodeStateAsUpdate(map));
  // The reference tells nothing; it needs no longer than this.
  await Promise.race([stored, wait(settleMs)]);
  await owner.close();
}

/** Sends every edit at its time, whether or not the server keeps up with it. */
async function sendInTime(edits: readonly Edit[], load: Load, send: (edit: Edit) => void): Promise<void> {
  const everyMs = 1_000 / (load.writers * load.editsPerSecondEach);
  const start = performance.now();
  let next = 0;
  while (next < edits.length) {
    const due = Math.floor((performance.now() - start) / everyMs) + 1;
    for (const edit of edits.slice(next, due)) send(edit);
    next = Math.max(next, due);
    await wait(1);
  }
}

function withResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
