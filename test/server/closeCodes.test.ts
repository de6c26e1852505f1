import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, wireLimits } from '../../src/doc/wire';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { awarenessFrame, syncFrame } from '../../server/sync/frames';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { makeMap, runServer, until, type TestServer } from './support/testServer';

/** Sends something bad and returns the close code; a bystander must be left alone and still be served. */
async function codeFor(server: TestServer, bad: Uint8Array | string): Promise<number> {
  const mapId = await makeMap(server);
  const bystander = await new RawClient(server, mapId).synced();
  const client = await new RawClient(server, mapId).synced();
  client.send(bad);
  const code = await client.closed();
  const next = await new RawClient(server, mapId).synced();
  expect(Y.encodeStateAsUpdate(next.doc)).toEqual(Y.encodeStateAsUpdate(bystander.doc));
  expect(next.doc.share.size).toBe(0);
  expect(bystander.closedWith).toBeNull();
  return code;
}

function frameOf(...numbers: number[]): Uint8Array {
  return Uint8Array.from(numbers);
}

describe('SRV-10 a bad frame ends its own connection with a code that says why', () => {
  const cases: readonly [string, () => Uint8Array | string, number][] = [
    ['text', () => 'hello', closeCode.unsupportedData],
    ['a type the protocol does not have', () => frameOf(77, 0), closeCode.unsupportedData],
    ['an authentication message', () => frameOf(2, 0), closeCode.unsupportedData],
    ['nothing at all', () => frameOf(), closeCode.malformed],
    ['a sync frame cut short', () => frameOf(0, 2, 50, 1), closeCode.malformed],
    ['a sync frame with bytes left over', () => frameOf(0, 2, 1, 0, 9), closeCode.malformed],
    ['an unknown kind of sync frame', () => frameOf(0, 9, 0), closeCode.malformed],
    ['presence that does not add up', () => frameOf(1, 2, 200, 1), closeCode.malformed],
    ['a state vector that does not add up', () => syncFrameOf(0, frameOf(9, 1)), closeCode.malformed],
    [
      'an update that cannot be decoded',
      () => syncFrame('update', frameOf(1, 2, 3, 4)),
      closeCode.invalidUpdate,
    ],
    [
      '33 million pieces in 7 bytes',
      () => syncFrame('update', frameOf(1, 0xff, 0xff, 0xff, 0x0f, 1, 0)),
      closeCode.invalidUpdate,
    ],
    [
      'a frame of more than 1 MB',
      () => syncFrame('update', new Uint8Array(wireLimits.frame)),
      closeCode.tooBig,
    ],
    [
      'more than a whole map',
      () => syncFrame('step2', new Uint8Array(wireLimits.map + 20)),
      closeCode.tooBig,
    ],
    [
      'a name at the top that is not ours',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('evil').set('a', 1)),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'an array at the top',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getArray('map').push([1])),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'an array in a record',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('a', new Y.Array())),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'a document in a document',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('a', new Y.Doc())),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'bytes as a value',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('a', frameOf(1))),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'a key that reaches into JavaScript',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('__proto__', 1)),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'such a key inside a value',
      () =>
        syncFrame(
          'update',
          updateOf((doc) => doc.getMap('map').set('a', [{ constructor: 1 }])),
        ),
      closeCode.invalidUpdate,
    ],
    [
      'a string of more than 64 KB',
      () => syncFrame('update', titleUpdate('x'.repeat(65_537))),
      closeCode.invalidUpdate,
    ],
    ['maps nested 9 deep', () => syncFrame('update', nestedUpdate(9)), closeCode.invalidUpdate],
    [
      'presence of more than 4 KB',
      () => presence(1, JSON.stringify({ text: 'x'.repeat(wireLimits.awareness) })),
      closeCode.tooBig,
    ],
    ['presence that is no object', () => presence(1, '"me"'), closeCode.malformed],
    ['presence that is no JSON', () => presence(1, '{'), closeCode.malformed],
  ];
  test.each(cases)('%s', async (_name, bad, expected) => {
    expect(await codeFor(await runServer(), bad())).toBe(expected);
  });
});

describe('SRV-11 an unknown room closes with 4404 after the socket was accepted', () => {
  test.each([
    ['a map nobody made', newMapId(systemEntropy)],
    ['something that is no map id', 'short'],
    ['a path that climbs', '..%2f..%2fetc'],
  ])('%s', async (_name, mapId) => {
    const server = await runServer();
    const client = new RawClient(server, mapId);
    expect(await client.closed()).toBe(closeCode.noSuchMap);
    if (mapId.length === 22) {
      // Asking must not have made it.
      expect((await fetch(`${server.url}/api/maps/${mapId}`)).status).toBe(404);
      expect(await new RawClient(server, mapId).closed()).toBe(closeCode.noSuchMap);
    }
  });
});

test('SRV-12 an origin that is not allowed gets no socket and no map', async () => {
  const server = await runServer({ allowedOrigins: ['https://maps.example.org'] });
  const mapId = await makeMap(server);
  for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:1`]) {
    const client = new RawClient(server, mapId, [], { origin });
    expect(await client.closed()).toBe(1006);
    const put = await fetch(`${server.url}/api/maps/${mapId}`, { method: 'PUT', headers: { origin } });
    expect(put.status).toBe(403);
  }
  for (const origin of ['https://maps.example.org', server.url]) {
    await new RawClient(server, mapId, [], { origin }).synced();
  }
  // A page that pointed its own name at this machine has matching Host and Origin.
  const rebound = new RawClient(server, mapId, [], {
    origin: 'http://evil.example',
    headers: { host: 'evil.example' },
  });
  expect(await rebound.closed()).toBe(1006);
});

function syncFrameOf(type: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function presence(clientId: number, json: string): Uint8Array {
  return awarenessFrame([{ clientId, clock: 1, json }]);
}

function nestedUpdate(depth: number): Uint8Array {
  return updateOf((doc) => {
    let map = doc.getMap('touchpoints');
    for (let i = 2; i <= depth; i++) {
      const inner = new Y.Map();
      map.set('a', inner);
      map = inner as Y.Map<unknown>;
    }
  });
}

test('SRV-10 maps nested 8 deep are fine', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, ['throughline.1']).synced();
  client.sendUpdate(nestedUpdate(8));
  await until('it is acknowledged', () => client.acknowledgements.at(-1) === 1);
});
