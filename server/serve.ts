import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messageOf, type Log } from './log';
import { serveMetrics } from './metrics';
import { serveAdmin } from './operations/adminSocket';
import { isLoopbackName } from './origin';
import { startServer, type RunningServer, type ServerOptions } from './server';
import type { Settings } from './settings';

/** Where the build puts the app: beside this file's folder once bundled (`dist/server`), below it in development. */
const appFolders = ['../app', '../dist/app'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Serves until the process is told to end. Rejects when it cannot start.
 *
 * @param storage lets a test look into the store of a real process
 */
export async function serve(
  settings: Settings,
  say: Log,
  storage: Pick<ServerOptions, 'wrapStore' | 'inspectDatabase'> = {},
): Promise<void> {
  const staticFolder = appFolders.find((folder) => existsSync(folder));
  const server = await startServer({ ...settings, ...storage, staticFolder, log: say });
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
  { operate, metrics }: RunningServer,
  settings: Settings,
  say: Log,
): Promise<readonly (() => void)[]> {
  const stops: (() => void)[] = [];
  if (settings.metrics) {
    const { port, stop } = await serveMetrics(settings.metrics, metrics);
    say(`Metrics are at ${settings.metrics.host}:${port}/metrics`);
    stops.push(stop);
  }
  // A Postgres is open to the operator's commands as it is to the servers.
  if (settings.postgres === undefined) {
    // A path can be too long for a socket: the server does its work without.
    await serveAdmin(settings.dataFolder, operate).then(
      (stop) => stops.push(stop),
      (error: unknown) => say(`Commands need the server to be stopped: ${messageOf(error)}`),
    );
  }
  return stops;
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
