import * as Y from 'yjs';
import type { BenchServer } from './benchServer';
import { LightClient } from './lightClient';
import type { Dialect } from './serverKind';

/** A room with a map in it, and clients who have it all. */
export interface BenchRoom {
  readonly dialect: Dialect;
  readonly clients: readonly LightClient[];
  close(): Promise<void>;
}

/** Makes a room, hands a map in and lets clients join; the first of them brought the map. */
export async function openBenchRoom(server: BenchServer, map: Y.Doc, clients: number): Promise<BenchRoom> {
  const dialect = await server.newRoom();
  const first = new LightClient(dialect);
  await first.join(Y.encodeStateVector(new Y.Doc()));
  await first.handIn(Y.encodeStateAsUpdate(map), server.tells);
  const vector = Y.encodeStateVector(map);
  const others = await Promise.all(
    Array.from({ length: clients - 1 }, async () => {
      const client = new LightClient(dialect);
      await client.join(vector);
      return client;
    }),
  );
  const all = [first, ...others];
  return {
    dialect,
    clients: all,
    close: async () => void (await Promise.all(all.map((client) => client.close()))),
  };
}

/** Settles after so many ms. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
