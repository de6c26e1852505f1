import { closeCode, ticketLifeMs, ticketProtocolPrefix, type CloseCode } from '../doc/wire';
import type { Entropy } from '../model/ids';

/** What opens one socket, once and soon; or the code that says why there is none. */
export type TicketResult =
  | { readonly ok: true; readonly ticket: string }
  | { readonly ok: false; readonly code: CloseCode | typeof noAnswer };

/** As browsers call a line that broke without a word. */
export const noAnswer = 1006;

/** Gets a ticket for each attempt to connect. One at hand is given at once. Never rejects. */
export type TicketSource = () => TicketResult | Promise<TicketResult>;

/** A ticket that came with something else, and when, ms since 1970. */
export interface TicketAtHand {
  readonly ticket: string;
  readonly givenAt: number;
}

/** Gives the ticket at hand the first time, unless it has become old meanwhile; asks for each other one. */
export function ticketSource(
  ask: () => Promise<TicketResult>,
  atHand: TicketAtHand | null,
  entropy: Entropy,
): TicketSource {
  let first = atHand;
  return () => {
    const given = first;
    first = null;
    const isFresh = given !== null && entropy.now() < given.givenAt + ticketLifeMs / 2;
    return isFresh ? { ok: true, ticket: given.ticket } : ask();
  };
}

type SocketPart =
  | 'binaryType'
  | 'readyState'
  | 'send'
  | 'close'
  | 'onopen'
  | 'onmessage'
  | 'onclose'
  | 'onerror'
  | 'OPEN';

/**
 * Sockets that get themselves a ticket before they open, for y-websocket, which makes a new one for each attempt. A ticket
 * that is refused ends one as the server would have ended it.
 */
export function ticketSockets(tickets: TicketSource, Platform: typeof WebSocket): typeof WebSocket {
  class TicketSocket implements Pick<WebSocket, SocketPart> {
    readonly OPEN = 1;
    binaryType: BinaryType = 'blob';
    onopen: WebSocket['onopen'] = null;
    onmessage: WebSocket['onmessage'] = null;
    onclose: WebSocket['onclose'] = null;
    onerror: WebSocket['onerror'] = null;
    readonly #url: string | URL;
    readonly #protocols: readonly string[];
    #socket: WebSocket | null = null;
    #isClosed = false;

    constructor(url: string | URL, protocols: string | string[] = []) {
      this.#url = url;
      this.#protocols = [protocols].flat();
      const ticket = tickets();
      if (ticket instanceof Promise) void ticket.then((result) => this.#goOn(result));
      else this.#goOn(ticket);
    }

    get readyState(): WebSocket['readyState'] {
      return this.#isClosed ? 3 : (this.#socket?.readyState ?? 0);
    }

    send(data: Parameters<WebSocket['send']>[0]): void {
      this.#socket?.send(data);
    }

    close(code?: number, reason?: string): void {
      this.#isClosed = true;
      this.#socket?.close(code, reason);
    }

    #goOn(result: TicketResult): void {
      if (this.#isClosed) return;
      if (result.ok) this.#open(result.ticket);
      else this.#refuse(result.code);
    }

    #open(ticket: string): void {
      const socket = new Platform(this.#url, [...this.#protocols, ticketProtocolPrefix + ticket]);
      this.#socket = socket;
      socket.binaryType = 'arraybuffer';
      socket.addEventListener('open', (event) => this.onopen?.call(socket, event));
      socket.addEventListener('message', (event) => this.onmessage?.call(socket, event));
      socket.addEventListener('error', (event) => this.onerror?.call(socket, event));
      socket.addEventListener('close', (event) => this.onclose?.call(socket, event));
    }

    #refuse(code: number): void {
      this.#isClosed = true;
      // Not before whoever made this has said whom to tell.
      queueMicrotask(() => this.onclose?.call(this as unknown as WebSocket, closeEvent(code)));
    }
  }
  return TicketSocket as unknown as typeof WebSocket;
}

/** Whether a socket closed with this code may be opened again: with a fresh ticket, or when the server is there again. */
export function isWorthRetrying(code: number, refusedTickets: number): boolean {
  if (code === closeCode.ticketRefused) return refusedTickets < mostRefusedTickets;
  return !(code >= 4400 && code < 4500);
}

/** Rights may change once more while a ticket is on its way; a server that takes none at all is not asked for ever. */
const mostRefusedTickets = 3;

function closeEvent(code: number): CloseEvent {
  // Node has no CloseEvent before version 23.
  return Object.assign(new Event('close'), { code, reason: '', wasClean: false });
}
