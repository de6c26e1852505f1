import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messageOf, type Log } from './log';
import { serveMetrics } from './metrics';
import { serveAdmin } from './operations/adminSocket';
import { runOperation } from './operations/runOperation';
import { isLoopbackName } from './origin';
import { startServer, type RunningServer } from './server';
import { parseSettings, type Settings } from './settings';

/** Where the build puts the app: beside this file's folder once bundled (`dist/server`), below it in development. */
const appFolders = ['../app', '../dist/app'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

function sayText(line: string): void {
  console.log(line);
}

function sayJson(line: string): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), message: line }));
}

function stopOnSignal(close: () => Promise<void>, say: Log): void {
  const stop = (): void => {
    say('Stopping: storing what is left and letting everybody go.');
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`Stopping failed: ${messageOf(error)}`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function main(): Promise<void> {
  const parsed = parseSettings(process.env);
  if (!parsed.ok) {
    console.error(parsed.problem);
    process.exitCode = 2;
    return;
  }
  const { settings } = parsed;
  const words = process.argv.slice(2);
  try {
    if (words.length > 0) process.exitCode = await runOperation(words, settings, sayText);
    else await serve(settings, settings.logFormat === 'json' ? sayJson : sayText);
  } catch (error) {
    const what = words.length > 0 ? `Could not ${words[0]}` : 'Throughline could not start';
    console.error(`${what}: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

async function serve(settings: Settings, say: Log): Promise<void> {
  const staticFolder = appFolders.find((folder) => existsSync(folder));
  const server = await startServer({ ...settings, staticFolder, log: say });
  const reach = isLoopbackName(settings.host)
    ? 'from this machine only; set HOST=0.0.0.0 to let colleagues in the network open shared links'
    : `from the network (HOST=${settings.host})`;
  const data = settings.postgres === undefined ? settings.dataFolder : 'Postgres';
  const stops = await serveOperator(server, settings, say);
  say(`Throughline is at ${server.url} (${reach}); data in ${data}`);
  stopOnSignal(() => {
    for (const stop of stops) stop();
    return server.close();
  }, say);
}

/** What only the operator reaches: metrics on their own port, commands through the data folder. */
async function serveOperator(
  { backup, metrics }: RunningServer,
  settings: Settings,
  say: Log,
): Promise<readonly (() => void)[]> {
  const stops: (() => void)[] = [];
  if (settings.metrics) {
    const { port, stop } = await serveMetrics(settings.metrics, metrics);
    say(`Metrics are at ${settings.metrics.host}:${port}/metrics`);
    stops.push(stop);
  }
  if (backup) {
    const listening = serveAdmin(settings.dataFolder, ({ file }) => backup(file));
    // A path can be too long for a socket: the server does its work without.
    await listening.then(
      (stop) => stops.push(stop),
      (error: unknown) => say(`Backups need the server to be stopped: ${messageOf(error)}`),
    );
  }
  return stops;
}

await main();
