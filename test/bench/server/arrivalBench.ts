import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { closeCode, mapsPath, ticketProtocolPrefix } from '../../../src/doc/wire';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import { backoffMs, comeBackMs } from '../../../src/sync/backoff';
import type { Bench } from '../bench';
import { figure, quantile } from '../statistics';
import { table } from '../table';
import { openBenchRoom, wait } from './benchRoom';
import { startBenchServer, type BenchServer } from './benchServer';
import { ticketProtocol } from '../../server/support/tickets';
import { LightClient } from './lightClient';
import { mapOfRecords } from './preparedWork';
import { dialectOf, type Dialect } from './serverKind';

const people = 50;
const arrivalsWithinMs = 10_000;
const records = 1_000;
/** How long everybody may take to be back, ms. */
const longestReturnMs = 30_000;

/** A workshop that begins: everybody comes at once, from one address; and a server that is restarted under them. */
export const arrivalBench: Bench = {
  name: 'server-arrival',
  about: `${people} people open a map within ${arrivalsWithinMs / 1_000} s from one address; a restart under ${people} clients`,
  async run() {
    const map = mapOfRecords(records);
    const joins = await measureJoins(map);
    const returns = await measureRestart(map);
    const inFirstSecond = returns.filter((ms) => ms <= 1_000).length / people;
    return table(
      ['what', 'goal', 'ours', 'met'],
      [
        verdict('joining, slowest, ms', 3_000, Math.max(...joins)),
        verdict('joining, p95, ms', 3_000, quantile(joins, 0.95)),
        verdict('turned away', 0, people - joins.length),
        verdict('restart: last one back after, ms', 15_000, Math.max(...returns)),
        verdict('restart: half of them back after, ms', 15_000, quantile(returns, 0.5)),
        verdict('restart: back in the first second, %', 30, inFirstSecond * 100),
        verdict('restart: not back', 0, people - returns.length),
      ],
    );
  },
};

function verdict(what: string, goal: number, value: number): string[] {
  return [what, `≤ ${figure(goal)}`, figure(value), value <= goal ? 'yes' : 'no'];
}

/** From a person's first request until all of the map is here, for everybody who got in. */
async function measureJoins(map: Y.Doc): Promise<number[]> {
  const server = await startBenchServer('throughline');
  try {
    const workshop = await inviteByLink(server, map);
    const clients: LightClient[] = [workshop.owner];
    const joins = Array.from({ length: people }, async (_, person) => {
      await wait((person / people) * arrivalsWithinMs);
      const begun = performance.now();
      clients.push(await arrive(workshop));
      return performance.now() - begun;
    });
    const settled = await Promise.allSettled(joins);
    await Promise.all(clients.map((client) => client.close()));
    return settled.filter((join) => join.status === 'fulfilled').map(({ value }) => value);
  } finally {
    await server.stop();
  }
}

interface Workshop {
  readonly origin: string;
  /** Address of the map's API. */
  readonly api: string;
  readonly dialect: Dialect;
  readonly secret: string;
  readonly owner: LightClient;
}

/** A map that one link opens to everybody. */
async function inviteByLink(server: BenchServer, map: Y.Doc): Promise<Workshop> {
  const origin = `http://127.0.0.1:${server.port}`;
  const mapId = newMapId(systemEntropy);
  const api = `${origin}${mapsPath}/${mapId}`;
  const cookie = await newCookie(origin);
  const headers = { cookie };
  await fetch(api, { method: 'PUT', headers });
  const made = await fetch(`${api}/links`, { method: 'POST', headers, body: '{"role":"editor"}' });
  const { secret } = (await made.json()) as { secret: string };
  const dialect = dialectOf('throughline', server.port, mapId);
  const owner = new LightClient(dialect, await ticketProtocol({ url: origin }, mapId, cookie));
  await owner.join(Y.encodeStateVector(new Y.Doc()));
  await owner.handIn(Y.encodeStateAsUpdate(map), true);
  return { origin, api, dialect, secret, owner };
}

async function newCookie(origin: string): Promise<string> {
  const me = await fetch(`${origin}/api/me`);
  return (me.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
}

/** What a browser does that follows a link for the first time: who am I, the link for a ticket, the state, the socket. */
async function arrive({ origin, api, dialect, secret }: Workshop): Promise<LightClient> {
  const headers = { cookie: await newCookie(origin) };
  const redeemed = await fetch(`${api}/tickets`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ secret }),
  });
  if (!redeemed.ok) throw new Error(`The link was answered with ${redeemed.status}.`);
  const { ticket } = (await redeemed.json()) as { ticket: string };
  const state = await fetch(`${api}/state`, { headers });
  if (!state.ok) throw new Error(`The state was answered with ${state.status}.`);
  const bytes = gunzipSync(Buffer.from(await state.arrayBuffer()));
  const client = new LightClient(dialect, ticketProtocolPrefix + ticket);
  await client.join(Y.encodeStateVectorFromUpdate(bytes));
  return client;
}

/** What our program does to come back: a fresh ticket, the socket. */
async function comeBack(dialect: Dialect, vector: Uint8Array): Promise<LightClient> {
  const { host, pathname } = new URL(dialect.url);
  const mapId = pathname.split('/').at(-1) ?? '';
  const client = new LightClient(dialect, await ticketProtocol({ url: `http://${host}` }, mapId, ''));
  await client.join(vector);
  return client;
}

/** From the moment the server lets go of them until each is back, by the waits our program uses. */
async function measureRestart(map: Y.Doc): Promise<number[]> {
  const server = await startBenchServer('throughline');
  try {
    const room = await openBenchRoom(server, map, people);
    const vector = Y.encodeStateVector(map);
    const returned: LightClient[] = [];
    const [restarting, begun] = [new AbortController(), performance.now()];
    const returns = room.clients.map(async (client) => {
      const code = await new Promise<number>((resolve) => {
        client.onClosed = resolve;
      });
      for (let failures = 0; !restarting.signal.aborted; failures++) {
        const isLetGo = failures === 0 && code === closeCode.draining;
        await wait(isLetGo ? comeBackMs(systemEntropy) : backoffMs(systemEntropy, failures));
        const again = await comeBack(room.dialect, vector).catch(() => null);
        if (again) {
          returned.push(again);
          return performance.now() - begun;
        }
      }
      throw new Error('not back');
    });
    await server.restart();
    const giveUp = setTimeout(() => restarting.abort(), longestReturnMs);
    const settled = await Promise.allSettled(returns);
    clearTimeout(giveUp);
    await Promise.all(returned.map((client) => client.close()));
    return settled.filter((back) => back.status === 'fulfilled').map(({ value }) => value);
  } finally {
    await server.stop();
  }
}
