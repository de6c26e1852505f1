import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { closeCode, subprotocol } from '../../src/doc/wire';
import { seededRandom, type Random } from '../bench/random';
import { killPoints, killSetting, lastWords, phaseOf, type KillPoint } from './support/killPoints';
import { RawClient, titleUpdate } from './support/rawClient';
import { startProcess, type ServerProcess } from './support/serverProcess';
import { SteadyWriter } from './support/steadyWriter';
import { buildTrappedServer } from './support/trappedServer';
import { makeMap, temporaryFolder, until } from './support/testServer';

/** 20 in every run; the nightly one sets 200. */
const kills = Number(process.env['THROUGHLINE_KILLS'] ?? 20);
/** The same seed kills at the same points in the same order. */
const seed = 20_260_401;
/** Fewer than the server takes from one connection at once. */
const mostFrames = 250;
/** Only a bug takes longer, on a busy machine too. */
const patienceMs = 60_000;
/** Three of these are more than a log may grow before it is compacted. */
const fillingBytes = 400_000;

/** What happens to one server: it dies at a point, at its how manieth time; or at any moment, killed from outside. */
type Kill = { readonly point: KillPoint; readonly times: number } | { readonly afterMs: number };

/** Every point as often as any other, in random order, and every fifth time a random moment. */
function plan(random: Random): readonly Kill[] {
  const planned: Kill[] = [];
  let points: KillPoint[] = [];
  while (planned.length < kills) {
    if (planned.length % 5 === 4) planned.push({ afterMs: 5 + random.below(120) });
    if (points.length === 0) points = [...killPoints];
    const [point] = points.splice(random.below(points.length), 1);
    if (point) planned.push({ point, times: phaseOf(point) === 'append' ? 1 + random.below(8) : 1 });
  }
  return planned.slice(0, kills);
}

/** Two who write and a plain client that looks on, while a server lives. */
async function work(
  server: ServerProcess,
  mapId: string,
  writers: readonly SteadyWriter[],
  kill: Kill,
): Promise<void> {
  const isOver = (): boolean => server.process.exitCode !== null || server.process.signalCode !== null;
  const phase = 'point' in kill ? phaseOf(kill.point) : null;
  const onlooker = new RawClient(server, mapId);
  await Promise.all(writers.map((writer) => writer.connect(server)));
  const begun = performance.now();
  for (let round = 0; !isOver(); round++) {
    if (performance.now() - begun > 60_000) throw new Error(`it never died: ${JSON.stringify(kill)}`);
    for (const writer of writers)
      // Beyond that slowly: a busy machine commits many edits at once, and yet must come by the point.
      if (writer.framesSent < mostFrames || round % 25 === 0)
        writer.write(phase === 'compaction' && round < 3 ? fillingBytes : 0);
    if (phase === 'goodbye' && round === 10) server.process.kill('SIGTERM');
    if ('afterMs' in kill && performance.now() - begun > kill.afterMs) server.process.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await until('all notice', () => onlooker.closedWith !== null && writers.every((one) => !one.isConnected));
}

test(
  `SRV-60 no acknowledged edit is lost in ${kills} kills of the server, at each step of what it does (seed ${seed})`,
  { timeout: 240_000 + kills * 20_000 },
  async () => {
    const folder = temporaryFolder();
    const trapped = await buildTrappedServer();
    onTestFinished(() => trapped.remove());
    let mapId: string | undefined;
    let writers: readonly SteadyWriter[] = [];
    /** Whoever comes first to a server finds all that any before it has acknowledged. */
    const expectNothingLost = (stored: RawClient, when: string): void => {
      const map = stored.doc.getMap('map');
      const lost = writers.flatMap(({ acknowledged }) => [...acknowledged].filter((key) => !map.has(key)));
      expect(lost, `lost ${when}, seed ${seed}`).toEqual([]);
      expect(stored.doc.store.pendingStructs).toBeNull();
    };
    for (const [index, kill] of plan(seededRandom(seed)).entries()) {
      const what = `${index}: ${JSON.stringify(kill)}`;
      const trap: Record<string, string> =
        'point' in kill ? { [killSetting]: `${kill.point} ${kill.times}` } : {};
      const server = await startProcess({ THROUGHLINE_DATA: folder, ...trap }, trapped.program);
      const dead = once(server.process, 'close');
      mapId = await makeMap(server, mapId);
      if (writers.length === 0)
        writers = ['ann', 'ben'].map((name) => new SteadyWriter(name, mapId as string));
      if ('point' in kill && phaseOf(kill.point) === 'load') {
        expect(await new RawClient(server, mapId).closed(patienceMs)).toBe(1006);
      } else {
        expectNothingLost(await new RawClient(server, mapId).synced(patienceMs), `before kill ${what}`);
        await work(server, mapId, writers, kill);
      }
      const [, signal] = (await dead) as [number | null, string | null];
      for (const writer of writers) writer.note();
      if ('point' in kill) expect(server.lines.at(-1)).toBe(lastWords(kill.point));
      const ends = writers.map(({ closedWith }) => closedWith ?? 1006);
      expect([signal, ends.filter((code) => code !== 1006 && code !== closeCode.draining)], what).toEqual([
        'SIGKILL',
        [],
      ]);
    }
    const server = await startProcess({ THROUGHLINE_DATA: folder });
    expectNothingLost(await new RawClient(server, mapId as string).synced(patienceMs), 'at the end');
    await Promise.all(writers.map((writer) => writer.connect(server)));
    const all = new Set(writers.flatMap(({ doc }) => [...doc.getMap('map').keys()]));
    const fresh = await new RawClient(server, mapId as string).synced(patienceMs);
    const docs = [...writers.map(({ doc }) => doc), fresh.doc];
    await until('all have all', () => docs.every((doc) => doc.getMap('map').size === all.size), patienceMs);
    const acknowledged = writers.map((writer) => writer.acknowledged.size);
    expect(Math.min(...acknowledged)).toBeGreaterThan(kills);
    process.stdout.write(`${kills} kills; ${acknowledged.join(' and ')} edits acknowledged, none lost\n`);
  },
);

test('SRV-61 SIGTERM stores what was received, lets everybody go with 4503 and ends within 10 s', async () => {
  const folder = temporaryFolder();
  const server = await startProcess({ THROUGHLINE_DATA: folder });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  client.sendUpdate(titleUpdate('Last words'));
  await until('it is acknowledged', () => client.acknowledgements.at(-1) === 1);
  const begun = performance.now();
  server.process.kill('SIGTERM');
  const [code] = (await once(server.process, 'exit')) as [number | null];
  expect([code, await client.closed()]).toEqual([0, closeCode.draining]);
  expect(performance.now() - begun).toBeLessThan(10_000);
  const again = await startProcess({ THROUGHLINE_DATA: folder });
  const reader = await new RawClient(again, mapId).synced();
  expect(reader.doc.getMap('map').get('title')).toBe('Last words');
});
