import * as encoding from 'lib0/encoding';
import { subprotocol, syncPath } from '../../../src/doc/wire';

/**
 * Which server is measured: ours, y-websocket's own (which stores nothing), or Hocuspocus with its SQLite extension (which
 * stores two to ten seconds after an edit).
 */
export type ServerKind = 'throughline' | 'reference' | 'hocuspocus';

/** In the order in which tables list them; the reference is what the others are compared with. */
export const serverKinds: readonly ServerKind[] = ['reference', 'hocuspocus', 'throughline'];

export const serverNames: Readonly<Record<ServerKind, string>> = {
  reference: '@y/websocket-server',
  hocuspocus: 'Hocuspocus + SQLite',
  throughline: 'ours',
};

/** How a client addresses a map on one kind of server. The frames themselves are those of y-protocols everywhere. */
export interface Dialect {
  readonly url: string;
  readonly protocols: readonly string[];
  /** In front of every frame, both ways. */
  readonly prefix: Uint8Array;
  /** What has to be said before anything else; null for nothing. */
  readonly hello: Uint8Array | null;
}

export function dialectOf(kind: ServerKind, port: number, mapId: string): Dialect {
  const origin = `ws://127.0.0.1:${port}`;
  const none = new Uint8Array(0);
  if (kind === 'throughline')
    return { url: `${origin}${syncPath}/${mapId}`, protocols: [subprotocol], prefix: none, hello: null };
  if (kind === 'reference') return { url: `${origin}/${mapId}`, protocols: [], prefix: none, hello: null };
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, mapId));
  // Type “authentication”, subtype “token”, and a token nobody looks at.
  const hello = Uint8Array.from([...prefix, 2, 0, 1, 120]);
  return { url: origin, protocols: [], prefix, hello };
}
