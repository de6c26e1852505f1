import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { serverBuild } from '../../scripts/vite/serverBuild';
import { subprotocol } from '../../src/doc/wire';
import { parseSettings, type Settings } from '../../server/settings';
import { settingsTable } from '../../server/settingsTable';
import {
  pairsOf,
  readCompose,
  readDockerfile,
  readUnit,
  stepsOf,
  wordsOf,
  type BuildStage,
} from './support/deployFiles';
import { RawClient, updateOf } from './support/rawClient';
import { makeMap, temporaryFolder, until } from './support/testServer';

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
};
const names = new Set([...settingsTable.map(({ name }) => name), 'NODE_ENV']);
/** How long a server takes to stop at most, s (promises.md). */
const drainSeconds = 10;

/** Settings as the server itself reads them, from names it knows. */
function settingsOf(env: Readonly<Record<string, string>>): Settings {
  for (const name of Object.keys(env)) expect(names.has(name), name).toBe(true);
  const parsed = parseSettings(env);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.settings;
}

/** Packages that built code loads. */
function packagesOf({ output }: Rolldown.RolldownOutput): readonly string[] {
  const files = new Set(output.map(({ fileName }) => fileName));
  const loaded = output.flatMap((part) =>
    part.type === 'chunk' ? [...part.imports, ...part.dynamicImports] : [],
  );
  const outside = loaded.filter((name) => !files.has(name) && !isBuiltin(name));
  return [...new Set(outside.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')))];
}

let stages: readonly [BuildStage, BuildStage];
beforeAll(() => {
  const [building, running, ...more] = readDockerfile();
  expect(more).toEqual([]);
  stages = [building as BuildStage, running as BuildStage];
});

test('OPS-10 the container is built by commands and from files that exist', () => {
  const [building, running] = stages;
  const least = Number(/(\d+)/.exec(manifest.engines.node)?.[1]);
  for (const { image } of stages)
    expect(Number(/^node:(\d+)/.exec(image)?.[1])).toBeGreaterThanOrEqual(least);
  expect(running.image).toBe(building.image);
  const ignored = new Set(read('.dockerignore').trim().split('\n'));
  // What was installed or made outside must not take the place of what is installed or made inside.
  expect([...ignored]).toEqual(expect.arrayContaining(['node_modules', 'dist', 'data', '.git']));
  for (const from of stepsOf(building, 'COPY').flatMap((step) => step.split(' ').slice(0, -1)))
    expect([existsSync(from), ignored.has(from)], from).toEqual([true, false]);
  const scripts = stepsOf(building, 'RUN').flatMap((step) => [
    ...step.matchAll(/npm run (?:-s )?([\w:-]+)/g),
  ]);
  expect(scripts.map(([, script]) => script)).toEqual(['build']);
  expect(manifest.scripts['build']).toBeDefined();
  expect(stepsOf(building, 'WORKDIR')).toEqual(['/app']);
  const taken = stepsOf(running, 'COPY').map((step) => step.split(' '));
  for (const [from, path] of taken) expect([from, path?.startsWith('/app/')]).toEqual(['--from=build', true]);
  expect(taken.map(([, path]) => path?.slice('/app/'.length))).toEqual([
    'package.json',
    'node_modules',
    'dist',
  ]);
});

test('OPS-10 the container runs as nobody special, keeps its data in its volume, and listens where it says', () => {
  const [, running] = stages;
  const settings = settingsOf(pairsOf(stepsOf(running, 'ENV')));
  const [folder = ''] = stepsOf(running, 'VOLUME');
  expect([settings.host, settings.dataFolder]).toEqual(['0.0.0.0', folder]);
  expect(stepsOf(running, 'USER')).toEqual(['node']);
  expect(stepsOf(running, 'RUN')).toEqual([`mkdir ${folder} && chown node:node ${folder}`]);
  expect(stepsOf(running, 'EXPOSE')).toEqual([String(settings.port)]);
});

test('OPS-10 compose names settings, services and volumes that exist, and waits until a server has stopped', () => {
  const { services, volumes } = readCompose();
  const { environment = {}, ...server } = services['throughline'] ?? {};
  const env = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'password'),
    ]),
  );
  const settings = settingsOf(env);
  expect(settings.host).toBe('0.0.0.0');
  for (const url of [settings.postgres, settings.redis])
    expect(Object.keys(services)).toContain(new URL(url ?? '').hostname);
  expect(server.build).toEqual({ context: '..', dockerfile: 'deploy/Dockerfile' });
  expect(server.ports).toEqual(stepsOf(stages[1], 'EXPOSE'));
  expect(Number.parseInt(server.stop_grace_period ?? '', 10)).toBeGreaterThan(drainSeconds);
  for (const [name, { condition }] of Object.entries(server.depends_on ?? {})) {
    expect(services[name]).toBeDefined();
    expect(services[name]?.healthcheck !== undefined || condition !== 'service_healthy', name).toBe(true);
  }
  const { user, database } = {
    user: new URL(env['THROUGHLINE_POSTGRES'] ?? '').username,
    database: 'throughline',
  };
  expect(services['postgres']?.environment).toMatchObject({ POSTGRES_USER: user, POSTGRES_DB: database });
  const used = Object.values(services).flatMap((service) => service.volumes ?? []);
  expect(used.map((volume) => volume.split(':', 1)[0])).toEqual(Object.keys(volumes));
});

test('OPS-10 the systemd unit starts the same program, with settings that exist and a folder it may write', () => {
  const { Service = {}, Install = {} } = readUnit();
  const command = (Service['ExecStart']?.[0] ?? '').split(' ');
  expect(command[0]).toBe('/usr/bin/node');
  expect(command.slice(1)).toEqual(wordsOf(stepsOf(stages[1], 'CMD')[0] ?? '').slice(1));
  const settings = settingsOf(pairsOf(Service['Environment'] ?? []));
  expect(settings.dataFolder).toBe(`/var/lib/${Service['StateDirectory']?.[0]}`);
  expect(Number(Service['TimeoutStopSec']?.[0])).toBeGreaterThan(drainSeconds);
  expect(Install['WantedBy']).toEqual(['multi-user.target']);
});

test('OPS-10 what the container starts, checks and is stopped by works', async () => {
  const folder = temporaryFolder();
  const [, running] = stages;
  const env = {
    ...pairsOf(stepsOf(running, 'ENV')),
    HOST: '127.0.0.1',
    THROUGHLINE_DATA: join(folder, 'data'),
    PORT: '0',
  };
  const built = (await build(serverBuild(join(folder, 'dist/server')))) as Rolldown.RolldownOutput;
  // Whatever it loads is there without what is only needed for developing.
  const packages = packagesOf(built);
  expect(packages).toEqual(expect.arrayContaining(['libsql', 'pg', 'ws', 'yjs']));
  expect(packages.filter((name) => manifest.dependencies[name] === undefined)).toEqual([]);
  mkdirSync(join(folder, 'dist/app'));
  cpSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  const run = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, words.slice(1), {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env, ...more },
    });
  const exitOf = async (
    words: readonly string[],
    more?: Readonly<Record<string, string>>,
  ): Promise<unknown> => (await once(run(words, more), 'exit'))[0];

  const start = wordsOf(stepsOf(running, 'CMD')[0] ?? '');
  const server = run(start);
  onTestFinished(() => void server.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  const url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
  const check = wordsOf((stepsOf(running, 'HEALTHCHECK')[0] ?? '').replace(/^.*CMD /, ''));
  const { port } = new URL(url);
  expect(await exitOf(check, { PORT: port })).toBe(0);

  // Large enough for the second thread, which is a file of its own beside the program.
  const mapId = await makeMap({ url });
  const client = await new RawClient({ url }, mapId, [subprotocol]).synced();
  const many = updateOf((doc) => {
    for (let i = 0; i < 5; i++) doc.getMap('map').set(`field${i}`, String(i).repeat(40_000));
  });
  client.sendUpdate(many);
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  expect(await exitOf([...start, 'backup', join(folder, 'backup')])).toBe(0);
  expect(existsSync(join(folder, 'backup'))).toBe(true);
  client.socket.terminate();
  const stopped = once(server, 'exit');
  server.kill('SIGTERM');
  expect((await stopped)[0]).toBe(0);
  expect(await exitOf(check, { PORT: port })).toBe(1);
});
