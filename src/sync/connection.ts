import { readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import { encodeAwarenessUpdate, applyAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { origins } from '../doc/origins';
import { closeCode, messageType, subprotocol, syncType, wireLimits, type CloseCode } from '../doc/wire';
import { isMapRole, type MapRole } from '../model/access';
import type { CommentCommand, CommentResult } from '../model/commentCommand';
import type { Entropy } from '../model/ids';
import type { ConnectionState } from '../store/session';
import { backoffMs, comeBackMs } from './backoff';
import { Commands } from './commands';
import { awarenessFrame, contentFrame, keepAliveFrame } from './frames';
import type { Outbox } from './outbox';
import type { PageEvent, PageLife } from './pageLife';
import type { Scheduler } from './scheduler';
import { isWorthRetrying, ticketSockets, type TicketSource } from './ticketSocket';

/** Updates made within this time travel in one frame, ms: 50 frames a second at most, the server takes 60. */
const sendEveryMs = 20;
const keepAliveEveryMs = 20_000;
/** Bytes of a content frame besides the update, at most. */
const frameOverhead = 16;

export interface ConnectionOptions {
  /** Address of the sockets without the map: `wss://host/sync`. */
  readonly url: string;
  readonly mapId: string;
  readonly ydoc: Y.Doc;
  readonly awareness: Awareness;
  readonly outbox: Outbox;
  /** Whether this program may still write the document; it may not once a newer one has written it. */
  readonly maySend: () => boolean;
  readonly entropy: Entropy;
  readonly scheduler: Scheduler;
  readonly page: PageLife;
  /** Gets what opens a socket, anew for each. */
  readonly tickets: TicketSource;
  /** The platform's socket when left out. */
  readonly webSocket?: typeof WebSocket;
  /** Called with what one may do from now on, before anything of the map arrives. */
  readonly onRole: (role: MapRole) => void;
  /** Called with how often the server has put an older copy in the map's place. */
  readonly onEpoch: (epoch: number) => void;
  /** Called when the state or what is acknowledged has changed. */
  readonly onChange: () => void;
}

/**
 * The line to the server: y-websocket's provider with what it lacks. It counts what the server has acknowledged, waits
 * with jitter, sends of presence only its own, and holds edits back until what was done offline has been handed in.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #provider: WebsocketProvider;
  readonly #stops: (() => void)[] = [];
  #state: ConnectionState = { kind: 'connecting' };
  #failures = 0;
  #refusedTickets = 0;
  /** Sync step 2 has been sent on this connection: from here on single updates may follow. */
  #isHandedIn = false;
  /** What the server said it has, while its state is still on the way. */
  #askedFor: Uint8Array | null = null;
  #isClosed = false;
  #waitingUpdates: Uint8Array[] = [];
  #stopSending: (() => void) | null = null;
  readonly #commands = new Commands();

  constructor(options: ConnectionOptions) {
    const { url, mapId, ydoc, awareness, page, tickets, webSocket = WebSocket } = options;
    this.#options = options;
    this.#provider = new WebsocketProvider(url, mapId, ydoc, {
      connect: false,
      awareness,
      protocols: [subprotocol],
      // Tabs tell each other over a line of our own, which works without a server.
      disableBc: true,
      WebSocketPolyfill: ticketSockets(tickets, webSocket),
      shouldReconnect: ({ code }) => isWorthRetrying(code, this.#refusedTickets),
    });
    this.#replaceHandlers();
    this.#provider.on('status', ({ status }) => this.#onStatus(status));
    this.#provider.on('sync', (synced) => {
      if (synced) this.#onSynced();
    });
    this.#provider.on('connection-close', (event) => this.#onClose(event?.code));
    this.#provider.on('closed', ({ code }) => this.#setState({ kind: 'ended', code: knownCode(code) }));
    this.#stops.push(page.observe((event) => this.#onPage(event)));
    this.#keepAlive();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Attempts that failed since the last one that led to an exchange. */
  get failures(): number {
    return this.#failures;
  }

  /** Starts, or tries again now: after `ended` too, when its cause has been dealt with. */
  connect(): void {
    this.#refusedTickets = 0;
    if (this.#state.kind === 'ended') this.#setState({ kind: 'connecting' });
    this.#failures = 0;
    this.#provider.connect();
  }

  /** Asks again after `ended` without saying so until there is an answer. */
  askAgain(): void {
    this.#failures = 0;
    this.#provider.connect();
  }

  /** Sends a change made on this device. Whatever cannot leave now leaves with the next sync step 2. */
  send(update: Uint8Array): void {
    this.#options.outbox.noteChange();
    if (this.#isHandedIn) this.#waitingUpdates.push(update);
    if (!this.#stopSending) this.#sendNow();
    this.#options.onChange();
  }

  /** Has the server write a comment; resolves when it is committed, or refused. */
  async command(command: CommentCommand): Promise<CommentResult> {
    const { frame, result } = this.#commands.ask(command);
    if (!this.#sendFrame(frame)) this.#commands.giveUp();
    return result;
  }

  close(): void {
    this.#sendNow();
    for (const stop of this.#stops) stop();
    this.#stopSending?.();
    this.#isClosed = true;
    this.#provider.destroy();
  }

  #replaceHandlers(): void {
    const { ydoc, awareness } = this.#options;
    const provider = this.#provider;
    ydoc.off('update', provider._updateHandler);
    awareness.off('update', provider._awarenessUpdateHandler);
    const sendOwnAwareness = (changes: AwarenessChanges, origin: unknown): void => {
      // Only one's own, and never what came in: y-websocket sends everybody back to the server.
      const all = [...changes.added, ...changes.updated, ...changes.removed];
      if (origin !== provider && all.includes(awareness.clientID)) this.#sendAwareness();
    };
    awareness.on('update', sendOwnAwareness);
    this.#stops.push(() => awareness.off('update', sendOwnAwareness));
    provider.messageHandlers[messageType.sync] = (_encoder, decoder) => this.#readSync(decoder);
    provider.messageHandlers[messageType.queryAwareness] = () => this.#sendAwareness();
    provider.messageHandlers[messageType.awareness] = (_encoder, decoder) =>
      applyAwarenessUpdate(awareness, readVarUint8Array(decoder), provider);
    provider.messageHandlers[messageType.role] = (_encoder, decoder) => {
      const role = readVarString(decoder);
      if (isMapRole(role)) this.#options.onRole(role);
    };
    provider.messageHandlers[messageType.epoch] = (_encoder, decoder) =>
      this.#options.onEpoch(readVarUint(decoder));
    provider.messageHandlers[messageType.commandResult] = (_encoder, decoder) =>
      this.#commands.answer(readVarUint(decoder), readVarString(decoder));
    provider.messageHandlers[messageType.acknowledge] = (_encoder, decoder) => {
      if (this.#options.outbox.acknowledge(readVarUint(decoder))) this.#options.onChange();
    };
  }

  #readSync(decoder: Decoder): void {
    const type = readVarUint(decoder);
    const payload = readVarUint8Array(decoder);
    if (type === syncType.step1) this.#handIn(payload);
    else {
      // Not through readSyncMessage, which swallows what goes wrong and leaves the document half changed.
      Y.applyUpdate(this.#options.ydoc, payload, origins.remote);
      if (type === syncType.step2) this.#provider.synced = true;
    }
  }

  /**
   * Answers the server's state with everything it lacks. Not before the server's own state is here: that may be a newer
   * program's, to which nothing of ours is added.
   */
  #handIn(serverVector: Uint8Array): void {
    this.#askedFor = this.#provider.synced ? null : serverVector;
    if (this.#askedFor || !this.#options.maySend()) return;
    const { outbox, ydoc } = this.#options;
    this.#waitingUpdates = [];
    this.#isHandedIn = true;
    const update = Y.encodeStateAsUpdate(ydoc, serverVector);
    // It begins with how many clients it has content of. Content that nobody counted: the server has lost it.
    const isLacking = update[0] !== 0;
    if (isLacking && outbox.waiting === 0) outbox.noteChange();
    this.#sendContent('step2', update, outbox.waiting > 0);
  }

  #sendNow(): void {
    this.#stopSending?.();
    this.#stopSending = null;
    if (this.#waitingUpdates.length === 0) return;
    const update = Y.mergeUpdates(this.#waitingUpdates);
    this.#waitingUpdates = [];
    if (!this.#isHandedIn || !this.#options.maySend()) return;
    // Only a step 2 may be larger than a frame; the server takes one at any time.
    this.#sendContent(update.length > wireLimits.frame - frameOverhead ? 'step2' : 'update', update);
    this.#stopSending = this.#options.scheduler.after(sendEveryMs, () => this.#sendNow());
  }

  #sendContent(type: 'step2' | 'update', update: Uint8Array, isNews = true): void {
    if (!this.#sendFrame(contentFrame(type, update))) return;
    this.#options.outbox.noteSent(isNews);
    this.#options.onChange();
  }

  #sendAwareness(): void {
    const { awareness } = this.#options;
    this.#sendFrame(awarenessFrame(encodeAwarenessUpdate(awareness, [awareness.clientID])));
  }

  #sendFrame(frame: Uint8Array): boolean {
    const { ws } = this.#provider;
    if (!ws || !this.#provider.wsconnected || ws.readyState !== ws.OPEN) return false;
    ws.send(frame as Uint8Array<ArrayBuffer>);
    return true;
  }

  #onStatus(status: 'connected' | 'disconnected' | 'connecting'): void {
    const isFirst = this.#failures === 0 && this.#state.kind !== 'ended';
    if (status === 'connecting' && isFirst) this.#setState({ kind: 'connecting' });
    if (status === 'disconnected') this.#forgetOthers();
  }

  /** Without this, who was here before would stay unseen after reconnecting until their next heartbeat: same clock. */
  #forgetOthers(): void {
    const { clientID, meta } = this.#options.awareness;
    for (const id of meta.keys()) if (id !== clientID) meta.delete(id);
  }

  #onSynced(): void {
    this.#failures = 0;
    this.#refusedTickets = 0;
    if (this.#askedFor) this.#handIn(this.#askedFor);
    this.#setState({ kind: 'connected' });
  }

  #onClose(code: number | undefined): void {
    const { entropy, outbox } = this.#options;
    this.#isHandedIn = false;
    this.#askedFor = null;
    this.#waitingUpdates = [];
    this.#commands.giveUp();
    outbox.reset();
    // The provider reads both right after this event: its own exponential wait is made long, ours caps it.
    this.#provider.wsUnsuccessfulReconnects = 20;
    if (code === closeCode.ticketRefused) this.#refusedTickets += 1;
    const isLetGo = code === closeCode.draining && this.#failures === 0;
    const backoff = backoffMs(entropy, this.#failures++);
    this.#provider.maxBackoffTime = isLetGo ? comeBackMs(entropy) : backoff;
    this.#setState({ kind: 'offline' });
  }

  #onPage(event: PageEvent): void {
    if (this.#state.kind === 'ended' || event === 'hide') return;
    if (event === 'offline') {
      // A dead line may look alive for minutes. Tried again at once: a server on this very machine is still there.
      this.#provider.disconnect();
      this.#provider.connect();
    } else if (this.#state.kind !== 'connected') this.connect();
  }

  #keepAlive(): void {
    const stop = this.#options.scheduler.after(keepAliveEveryMs, () => {
      this.#stops.splice(this.#stops.indexOf(stop), 1);
      this.#sendFrame(keepAliveFrame);
      this.#keepAlive();
    });
    this.#stops.push(stop);
  }

  #setState(state: ConnectionState): void {
    if (this.#isClosed) return;
    this.#state = state;
    this.#options.onChange();
  }
}

interface AwarenessChanges {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

function knownCode(code: number): CloseCode {
  return Object.values(closeCode).find((known) => known === code) ?? closeCode.malformed;
}
