import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;
type Encoding = (typeof encodings)[number]['name'];

interface StaticFile {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
  readonly tag: string;
  readonly encoded: Map<Encoding, Promise<Buffer>>;
}

/**
 * The built app, read into memory at the start. A request can only name what was found then, so no path leads out of
 * the folder. Files compressed by the build are used; others are compressed when first asked for, and kept.
 */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>();

  constructor(folder: string) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, entry);
      if (!statSync(file).isFile() || encodings.some(({ suffix }) => entry.endsWith(suffix))) continue;
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      this.#files.set(path, readStaticFile(file, path));
    }
  }

  get hasApp(): boolean {
    return this.#files.has('/index.html');
  }

  /** Serves a file by its exact path. False when there is none. */
  async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const file = this.#files.get(path);
    if (!file) return false;
    const encoding = chooseEncoding(file, request.headers['accept-encoding']);
    const tag = encoding ? `"${file.tag}-${encoding}"` : `"${file.tag}"`;
    response.setHeader('Cache-Control', cachingOf(path));
    response.setHeader('ETag', tag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return true;
    }
    const body = encoding ? await encodedBody(file, encoding) : file.body;
    response.setHeader('Content-Type', file.type);
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response.writeHead(200, { 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }
}

function readStaticFile(file: string, path: string): StaticFile {
  const body = readFileSync(file);
  const encoded = new Map<Encoding, Promise<Buffer>>();
  for (const { name, suffix } of encodings) {
    if (existsSync(file + suffix)) encoded.set(name, Promise.resolve(readFileSync(file + suffix)));
  }
  const type = types[extname(path)] ?? 'application/octet-stream';
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { path, type, body, tag, encoded };
}

/**
 * The build puts a hash into the names below `assets`, so those never change; everything else is asked for again. The page
 * comes with a cookie: no cache in between may hand it to another browser.
 */
function cachingOf(path: string): string {
  if (path === '/index.html') return 'private, no-cache';
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function chooseEncoding(file: StaticFile, accepted: string | undefined): Encoding | null {
  const names = (accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  for (const { name } of encodings) {
    const isWorthIt = file.encoded.has(name) || (compressible.test(file.type) && file.body.length > 1_024);
    if (isWorthIt && names.includes(name)) return name;
  }
  return null;
}

function encodedBody(file: StaticFile, encoding: Encoding): Promise<Buffer> {
  let body = file.encoded.get(encoding);
  if (!body) {
    // Quality 6: the first visitor waits for it.
    body =
      encoding === 'br'
        ? brotli(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
        : deflate(file.body, { level: 6 });
    file.encoded.set(encoding, body);
  }
  return body;
}
