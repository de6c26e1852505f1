import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { ensurePostgres } from '../../../scripts/findPostgres';
import { ensureRedis } from '../../../scripts/findRedis';

const readyWithinMs = 60_000;

/** A real Postgres of this test file's own. */
export interface TestPostgres {
  /** Makes an empty database and returns its address. */
  makeDatabase(): Promise<string>;
  /** Where its files are. */
  readonly data: string;
  stop(): Promise<void>;
}

/** A real Valkey or Redis of this test's own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Kills it; whoever starts one again on the same port comes back in its place. */
  kill(): Promise<void>;
}

/** Starts Postgres in a folder of its own, on a free port. It refuses to run as root, so root runs it as somebody else. */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = ensurePostgres(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
  const user = process.getuid?.() === 0 ? anotherUser() : null;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = ['-D', data, '-U', 'test', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
  const made = spawnSync(join(programs, 'initdb'), options, { ...user, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=80', 'shared_buffers=16MB'];
  const named = settings.flatMap((setting) => ['-c', setting]);
  const args = ['-D', data, '-k', folder, '-p', String(port), ...named];
  const child = spawn(join(programs, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
  const address = (database: string): string => `postgres://test@127.0.0.1:${port}/${database}`;
  let databases = 0;
  const makeDatabase = async (): Promise<string> => {
    const name = `test${(databases += 1)}`;
    await onDatabase(address('postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
    return address(name);
  };
  await eventually('Postgres answers', child, () => onDatabase(address('postgres'), () => Promise.resolve()));
  const stop = async (): Promise<void> => {
    await end(child, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  return { makeDatabase, data, stop };
}

/** Runs one of the tools that come with Postgres, such as pg_dump; throws with what it says when it fails. */
export function runPostgresTool(name: string, ...args: readonly string[]): void {
  const beside = join(
    ensurePostgres(() => undefined),
    name,
  );
  const ran = spawnSync(existsSync(beside) ? beside : name, args, {
    encoding: 'utf8',
    timeout: readyWithinMs,
  });
  if (ran.status !== 0) throw new Error(`${name} failed: ${ran.error?.message ?? ran.stderr}`);
}

/** Starts Valkey or Redis; on a given port, or any free one. */
export async function startRedis(port?: number): Promise<TestRedis> {
  const chosen = port ?? (await freePort());
  const args = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(
    ensureRedis(() => undefined),
    args,
    { cwd: tmpdir(), stdio: 'ignore' },
  );
  const url = `redis://127.0.0.1:${chosen}`;
  await eventually('Redis answers', child, async () => {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.ping();
    } finally {
      client.disconnect();
    }
  });
  return { url, port: chosen, kill: () => end(child, 'SIGKILL') };
}

/** Runs something with a connection of its own to a database. */
export async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function anotherUser(): { readonly uid: number; readonly gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = (lines.find((line) => line.startsWith(`${name}:`)) ?? '').split(':');
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('there is no user but root to run Postgres as');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function eventually(what: string, child: ChildProcess, attempt: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + readyWithinMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > end)
        throw new Error(`waited in vain: ${what}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
