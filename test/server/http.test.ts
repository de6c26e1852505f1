import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { parseSettings } from '../../server/settings';
import { runServer, temporaryFolder } from './support/testServer';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request whose path is sent as it is: `fetch` would tidy it up. */
function ask(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function builtApp(): string {
  const outer = temporaryFolder();
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  const folder = join(outer, 'app');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Throughline</title>');
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), `// ${'x'.repeat(5_000)}`);
  writeFileSync(join(folder, 'assets', 'main-abc123.js.br'), 'precompressed');
  writeFileSync(join(folder, 'assets', 'style-abc123.css'), `/* ${'y'.repeat(5_000)} */`);
  return folder;
}

test('SRV-40 serves the app: types, caching, the page for every map, 404 for what is not there', async () => {
  const { url } = await runServer({ staticFolder: builtApp() });
  for (const path of ['/', '/index.html', `/m/${newMapId(systemEntropy)}`, '/m/x?y=1']) {
    const page = await ask(url, path);
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'private, no-cache',
    ]);
    expect(page.body.toString()).toContain('<title>Throughline</title>');
  }
  const asset = await ask(url, '/assets/main-abc123.js');
  expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await ask(url, '/sw.js')).headers['cache-control']).toBe('no-cache');
  expect(
    (await ask(url, '/', { 'if-none-match': String((await ask(url, '/')).headers['etag']) })).status,
  ).toBe(304);
  expect((await ask(url, '/assets/gone.js')).status).toBe(404);
  expect((await ask(url, '/else')).status).toBe(404);
  expect((await ask(url, '/', {}, 'POST')).status).toBe(405);
});

test('SRV-41 compressed files of the build are used, others are compressed on the way', async () => {
  const { url } = await runServer({ staticFolder: builtApp() });
  const built = await ask(url, '/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
  expect([built.headers['content-encoding'], built.body.toString()]).toEqual(['br', 'precompressed']);
  const zipped = await ask(url, '/assets/main-abc123.js', { 'accept-encoding': 'gzip, br;q=0' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.body).toString()).toContain('xxx');
  const style = await ask(url, '/assets/style-abc123.css', { 'accept-encoding': 'br' });
  expect(brotliDecompressSync(style.body).toString()).toContain('yyy');
  expect((await ask(url, '/assets/main-abc123.js.br')).status).toBe(404);
});

test('SRV-42 no path leads out of the app’s folder', async () => {
  const { url } = await runServer({ staticFolder: builtApp() });
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
  ];
  for (const path of [...paths, '/..\\secret.txt', '/%00', '/%ff', '/__proto__', '/constructor']) {
    const answer = await ask(url, path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('secret');
  }
});

test('SRV-43 every answer carries the strict headers', async () => {
  const { url } = await runServer({ staticFolder: builtApp() });
  for (const path of ['/', '/assets/main-abc123.js', '/api/health', '/nothing']) {
    const { headers } = await ask(url, path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'");
    expect(policy).toContain(`connect-src 'self' ws://${new URL(url).host} wss://${new URL(url).host}`);
    for (const closed of ['frame-ancestors', 'base-uri', 'form-action', 'object-src']) {
      expect(policy).toContain(`${closed} 'none'`);
    }
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  }
  const odd = await ask(url, '/', { host: "x; script-src 'unsafe-eval'" });
  expect(String(odd.headers['content-security-policy'])).not.toContain('unsafe-eval');
});

test('SRV-44 PUT makes a map or finds it; asking never makes one', async () => {
  const { url } = await runServer();
  const path = `/api/maps/${newMapId(systemEntropy)}`;
  expect((await ask(url, path)).status).toBe(404);
  expect((await ask(url, path)).status).toBe(404);
  const made = await ask(url, path, {}, 'PUT');
  expect(made.status).toBe(201);
  const cookie = String(made.headers['set-cookie']).split(';')[0] ?? '';
  expect((await ask(url, path, { cookie }, 'PUT', '{"title":"x"}')).status).toBe(200);
  expect((await ask(url, path, { cookie })).status).toBe(200);
  expect((await ask(url, path, {}, 'PUT', '[1]')).status).toBe(400);
  expect((await ask(url, path, {}, 'PUT', 'x'.repeat(5_000))).status).toBe(413);
  expect((await ask(url, path, {}, 'DELETE')).status).toBe(405);
  for (const bad of ['/api/maps/short', '/api/maps/', '/api/maps/a/b', `${path}x`]) {
    expect((await ask(url, bad, {}, 'PUT')).status).toBe(400);
  }
});

test('SRV-45 the health page answers, unknown addresses of the API are 404 in JSON', async () => {
  const { url } = await runServer();
  expect(JSON.parse((await ask(url, '/api/health')).body.toString())).toEqual({ status: 'ok', rooms: 0 });
  const unknown = await ask(url, '/api/else');
  expect([unknown.status, unknown.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
});

test('SRV-46 settings have defaults, and what is wrong with them is said in a sentence', () => {
  const read = parseSettings({});
  expect(read.ok && [read.settings.port, read.settings.host]).toEqual([4321, '127.0.0.1']);
  for (const env of [
    { PORT: 'x' },
    { PORT: '70000' },
    { HOST: 'a b' },
    { THROUGHLINE_ORIGINS: 'https://a.example/path' },
    { THROUGHLINE_POSTGRES: 'mysql://u:secret@host/db' },
    { THROUGHLINE_POSTGRES: 'postgres://u@host/db', THROUGHLINE_REDIS: 'secret' },
    { THROUGHLINE_REDIS: 'redis://:secret@host' },
  ]) {
    const wrong = parseSettings(env);
    expect(wrong.ok ? '' : wrong.problem).toMatch(/^(PORT|HOST|THROUGHLINE_[A-Z]+) must .*\.$/);
    expect(wrong.ok ? '' : wrong.problem).not.toContain('secret');
  }
});
