import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { closeCode, offeredTicket, subprotocol, syncPath, wireLimits } from '../../src/doc/wire';
import { isMapId, type Entropy } from '../../src/model/ids';
import type { AccessControl } from '../access/accessControl';
import { identify } from '../access/caller';
import type { Tickets } from '../access/tickets';
import type { Clock } from '../clock';
import { closeReasons, Connection, type ConnectionOptions } from '../connection';
import { messageOf, shortMapId, type Log } from '../log';
import type { Metrics } from '../metrics';
import { isAllowedOrigin, type OriginRules } from '../origin';
import type { Rooms } from '../rooms/rooms';

/** Room for a frame's own numbers around the largest state. */
const frameOverhead = 16;

/**
 * A socket that says “too big” in our own words (1009 would make y-websocket try the same thing for ever), and says
 * `leaving` as soon as either side has said goodbye: `close` comes only when the other side has hung up as well.
 */
class SyncSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    this.emit('leaving');
    super.close(code === 1009 ? closeCode.tooBig : code, data);
  }
}

export interface SyncServerOptions {
  readonly rooms: Rooms;
  readonly access: AccessControl;
  readonly tickets: Tickets;
  readonly origins: OriginRules;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'noteClose'>;
}

/** The sockets that are open. */
export interface OpenSockets {
  count(): number;
  /** Cuts those that are left. */
  cut(): void;
}

/** Accepts sockets at `/sync/{mapId}`. */
export function serveSync(server: Server, options: SyncServerOptions): OpenSockets {
  const sockets = new WebSocketServer({
    noServer: true,
    WebSocket: SyncSocket,
    maxPayload: wireLimits.map + frameOverhead,
    perMessageDeflate: false,
    handleProtocols: chosenProtocol,
  });
  const cookies = new WeakMap<IncomingMessage, string>();
  sockets.on('headers', (headers, request) => {
    const setCookie = cookies.get(request);
    if (setCookie !== undefined) headers.push(`Set-Cookie: ${setCookie}`);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const mapId = mapIdOf(request);
    if (mapId === null) return refuse(socket, '404 Not Found');
    if (!isAllowedOrigin(request, options.origins)) return refuse(socket, '403 Forbidden');
    const accept = (entrance: Entrance | null): void =>
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        sockets.emit('connection', webSocket, request);
        if (!entrance) return webSocket.close(closeCode.ticketRefused, closeReasons[closeCode.ticketRefused]);
        const connection = new Connection(webSocket, {
          clock: options.clock,
          mapId,
          ...entrance,
          access: options.access,
          stream: socket,
          wantsAcknowledgements: webSocket.protocol === subprotocol,
          report: (problem) => options.log(`map ${shortMapId(mapId)}: ${problem}`),
        });
        // Accepted before it is refused: a browser cannot see why a handshake failed, but it sees a close code.
        if (isMapId(mapId)) void connection.join(options.rooms);
        else connection.close(closeCode.noSuchMap);
      });
    entranceOf(request, mapId, options).then(
      ({ entrance, setCookie }) => {
        if (setCookie !== null) cookies.set(request, setCookie);
        accept(entrance);
      },
      (error: unknown) => {
        options.log(`a connection could not be recognised: ${messageOf(error)}`);
        refuse(socket, '503 Service Unavailable');
      },
    );
  });
  sockets.on('connection', (webSocket: WebSocket) => {
    webSocket.on('close', (code) => options.metrics.noteClose(code));
  });
  return {
    count: () => sockets.clients.size,
    cut: () => {
      for (const webSocket of sockets.clients) webSocket.terminate();
    },
  };
}

/** Who comes, and what their ticket was given for. */
type Entrance = Pick<ConnectionOptions, 'caller' | 'ticket'>;

/**
 * Uses up the ticket a socket comes with. One without is known by its cookie, and may do what the map's address alone
 * allows. The entrance is null when the ticket opens nothing.
 */
async function entranceOf(
  request: IncomingMessage,
  mapId: string,
  { tickets, access, entropy }: SyncServerOptions,
): Promise<{ readonly entrance: Entrance | null; readonly setCookie: string | null }> {
  const ticket = offeredTicket(offeredProtocols(request));
  if (ticket === null) {
    const { caller, setCookie } = await identify(request, access.store, entropy);
    return { entrance: { caller, ticket: null }, setCookie: caller.isRecognised ? null : setCookie };
  }
  const admitted = await tickets.use(mapId, ticket);
  return { entrance: admitted && { caller: admitted.caller, ticket: admitted }, setCookie: null };
}

function offeredProtocols(request: IncomingMessage): readonly string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
}

/** Browsers fail where none of what they offer is chosen: to a plain client its ticket, used up by now, is said back. */
function chosenProtocol(offered: ReadonlySet<string>): string | false {
  if (offered.has(subprotocol)) return subprotocol;
  const [first] = offered;
  return first !== undefined && offeredTicket([...offered]) !== null ? first : false;
}

/** The last part of `/sync/…` as it stands in the address; null for any other path. */
function mapIdOf(request: IncomingMessage): string | null {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  return path.startsWith(`${syncPath}/`) ? path.slice(syncPath.length + 1) : null;
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
