import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** A line to a server that is as slow as it is told to be, and can be cut. */
export interface SlowLine {
  readonly url: string;
  /** Bytes that have come from the server so far. */
  readonly carried: () => number;
  /** Cuts what is open; new connections work. */
  cut(): void;
  close(): void;
}

export interface SlowLineOptions {
  readonly bytesPerSecond: number;
  /** Way from the server to the client, ms. */
  readonly delayMs: number;
}

/** How often bytes leave, ms. */
const tickMs = 10;

/** Puts a slow line between a client and a server: what the server says takes its time, what it is told does not. */
export async function slowLine(serverUrl: string, options: SlowLineOptions): Promise<SlowLine> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let carried = 0;
  const proxy = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const stop = trickle(upstream, client, options, (bytes) => (carried += bytes));
    client.pipe(upstream);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        stop();
        client.destroy();
        upstream.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const close = (): void => {
    cut();
    proxy.close();
  };
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    carried: () => carried,
    cut,
    close,
  };
}

/** Lets bytes through at a rate, each after a delay. Reads no faster than it writes. */
function trickle(
  from: Socket,
  to: Socket,
  { bytesPerSecond, delayMs }: SlowLineOptions,
  carried: (bytes: number) => void,
): () => void {
  const waiting: { at: number; bytes: Buffer }[] = [];
  let allowance = 0;
  from.on('data', (bytes: Buffer) => {
    waiting.push({ at: performance.now() + delayMs, bytes });
    if (waiting.length > 4) from.pause();
  });
  const timer = setInterval(() => {
    allowance = Math.min(allowance + (bytesPerSecond * tickMs) / 1000, bytesPerSecond / 10);
    for (let next = waiting[0]; next && next.at <= performance.now() && allowance >= 1; next = waiting[0]) {
      const part = next.bytes.subarray(0, Math.floor(allowance));
      allowance -= part.length;
      carried(part.length);
      to.write(part);
      next.bytes = next.bytes.subarray(part.length);
      if (next.bytes.length === 0) waiting.shift();
    }
    if (waiting.length <= 4) from.resume();
  }, tickMs);
  return () => clearInterval(timer);
}
