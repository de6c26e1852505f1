import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';

/** Two copies of Yjs break `instanceof` without a word in the document; Yjs itself only logs a sentence. */
test('whoever imports Yjs gets the same one', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const own = await import('yjs');
  const { WebsocketProvider } = await import('y-websocket');
  const sync = await import('y-protocols/sync');
  const { createEncoder, toUint8Array } = await import('lib0/encoding');
  const doc = new own.Doc();
  const provider = new WebsocketProvider('ws://127.0.0.1:1', 'room', doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  const encoder = createEncoder();
  sync.writeSyncStep1(encoder, provider.doc);
  expect(toUint8Array(encoder).length).toBeGreaterThan(0);
  expect(provider.doc.constructor).toBe(own.Doc);
  provider.destroy();
  doc.destroy();
  expect(said.mock.calls.filter(([text]) => String(text).includes('already imported'))).toEqual([]);
  said.mockRestore();
});

test('one version of each package that must be one is installed', async () => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, unknown>;
  };
  for (const name of ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom']) {
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
    expect(copies).toEqual([`node_modules/${name}`]);
  }
});
