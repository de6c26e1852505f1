import { mapsPath, stateContentType } from '../doc/wire';
import type { Entropy } from '../model/ids';
import { backoffMs } from './backoff';
import type { ServerAddress } from './rooms';
import type { Scheduler } from './scheduler';

/** How long a line may be silent before it is taken for broken, ms. */
const silenceMs = 20_000;
/** Attempts in a row that bring nothing before the rest is left to the socket. */
const fruitlessAttempts = 6;

export interface FirstLoadParts {
  readonly server: ServerAddress;
  readonly scheduler: Scheduler;
  readonly entropy: Entropy;
}

interface Progress {
  tag: string | null;
  total: number;
  received: number;
  parts: Uint8Array<ArrayBuffer>[];
}

/**
 * Loads what the server holds of a map this device does not know: over HTTP and compressed, because y-websocket gives up
 * on a line that is busy with one large message for 30 s. A line that breaks goes on where it stopped.
 *
 * @returns the document as one update; null when it is to come over the socket after all
 */
export async function loadState(mapId: string, parts: FirstLoadParts): Promise<Uint8Array | null> {
  if (typeof DecompressionStream === 'undefined') return null;
  const progress: Progress = { tag: null, total: -1, received: 0, parts: [] };
  for (let fruitless = 0; fruitless < fruitlessAttempts;) {
    const before = progress.received;
    const outcome = await attempt(mapId, progress, parts);
    if (outcome === 'refused') return null;
    if (outcome === 'complete') return inflate(progress.parts);
    // Nothing at all has come: the socket finds out better whether there is a server.
    if (progress.received === 0) return null;
    fruitless = progress.received > before ? 0 : fruitless + 1;
    await new Promise<void>((go) => parts.scheduler.after(backoffMs(parts.entropy, fruitless), go));
  }
  return null;
}

async function attempt(
  mapId: string,
  progress: Progress,
  { server, scheduler }: FirstLoadParts,
): Promise<'complete' | 'broken' | 'refused'> {
  const abort = new AbortController();
  let stopWaiting = scheduler.after(silenceMs, () => abort.abort());
  const heard = (): void => {
    stopWaiting();
    stopWaiting = scheduler.after(silenceMs, () => abort.abort());
  };
  try {
    const headers: Record<string, string> =
      progress.tag === null ? {} : { Range: `bytes=${progress.received}-`, 'If-Range': progress.tag };
    const url = `${server.httpUrl}${mapsPath}/${mapId}/state`;
    const response = await server.fetch(url, { headers, signal: abort.signal, cache: 'no-store' });
    if (!begin(response, progress) || !response.body) return response.status >= 500 ? 'broken' : 'refused';
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      progress.parts.push(value);
      progress.received += value.length;
    }
    return progress.received === progress.total ? 'complete' : 'broken';
  } catch {
    return 'broken';
  } finally {
    stopWaiting();
  }
}

/** Takes note of what an answer carries: the rest of what has begun, or everything anew. False when it is neither. */
function begin(response: Response, progress: Progress): boolean {
  if (!response.ok || response.headers.get('Content-Type') !== stateContentType) return false;
  const length = Number(response.headers.get('Content-Length') ?? Number.NaN);
  if (response.status !== 206) {
    progress.parts = [];
    progress.received = 0;
    progress.tag = response.headers.get('ETag');
    progress.total = length;
  }
  return Number.isFinite(length) && progress.received + length === progress.total;
}

async function inflate(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array | null> {
  try {
    const stream = new Blob([...parts]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}
