import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messageOf } from './log';
import { isLoopbackName } from './origin';
import { startServer, type RunningServer } from './server';
import { parseSettings } from './settings';

/** Where the build puts the app: beside this file's folder once bundled (`dist/server`), below it in development. */
const appFolders = ['../app', '../dist/app'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

function say(line: string): void {
  console.log(line);
}

function stopOnSignal(server: RunningServer): void {
  const stop = (): void => {
    say('Stopping: storing what is left and letting everybody go.');
    server.close().then(
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
  try {
    const staticFolder = appFolders.find((folder) => existsSync(folder));
    const server = await startServer({ ...settings, staticFolder, log: say });
    const reach = isLoopbackName(settings.host)
      ? 'from this machine only; set HOST=0.0.0.0 to let colleagues in the network open shared links'
      : `from the network (HOST=${settings.host})`;
    say(
      `Throughline is at ${server.url} (${reach}); data in ${settings.postgres === undefined ? settings.dataFolder : 'Postgres'}`,
    );
    stopOnSignal(server);
  } catch (error) {
    console.error(`Throughline could not start: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

await main();
