import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/**
 * Development in one command: the app with hot reload on PORT (4321), the sync server behind it on PORT + 1,
 * restarted when its code changes. The browser talks to PORT only, as in production.
 */
async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 4321);
  const serverPort = port + 1;
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
  const server = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'server/main.ts'], {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(serverPort) },
  });
  const target = `http://127.0.0.1:${serverPort}`;
  const app = await createServer({
    server: { port, strictPort: true, proxy: { '/api': { target }, '/sync': { target, ws: true } } },
  });
  const stop = async (): Promise<void> => {
    server.kill();
    await app.close();
  };
  server.once('exit', () => void app.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  await app.listen();
  app.printUrls();
}

await main();
