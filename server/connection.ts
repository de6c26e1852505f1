import type { WebSocket } from 'ws';
import { closeCode, wireLimits, type CloseCode } from '../src/doc/wire';
import { every, type Clock } from './clock';
import { connectionLimits } from './connectionLimits';
import type { Member } from './rooms/member';
import type { Room } from './rooms/room';
import type { JoinRefusal, Rooms } from './rooms/rooms';
import { acknowledgeFrame, awarenessFrame, readFrame, type ClientFrame } from './sync/frames';
import { TokenBucket } from './tokenBucket';

export interface ConnectionOptions {
  readonly clock: Clock;
  readonly principal: string;
  /** Whether the client negotiated our subprotocol. */
  readonly wantsAcknowledgements: boolean;
  /** Takes a sentence about what was wrong with this connection. */
  readonly report: (problem: string) => void;
}

const refusalCodes: Readonly<Record<JoinRefusal, CloseCode>> = {
  noSuchMap: closeCode.noSuchMap,
  full: closeCode.slowDown,
  unavailable: closeCode.draining,
};

/** One socket: takes frames apart, keeps it within its limits, notices when it has died. */
export class Connection implements Member {
  readonly principal: string;
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  readonly #wantsAcknowledgements: boolean;
  readonly #report: (problem: string) => void;
  readonly #frames: TokenBucket;
  readonly #updates: TokenBucket;
  readonly #presenceQueries: TokenBucket;
  readonly #stateRequests: TokenBucket;
  readonly #stopKeepingAlive: () => void;
  #room: Room | null = null;
  #isClosed = false;
  #hasAnswered = true;
  /** Bytes of state answers still on their way: they do not count against a slow reader. */
  #stateBytesUnderWay = 0;
  #waitingStateRequest: Uint8Array | null = null;
  #cancelStateRequest: (() => void) | null = null;

  constructor(socket: WebSocket, options: ConnectionOptions) {
    const { clock } = options;
    this.principal = options.principal;
    this.#socket = socket;
    this.#clock = clock;
    this.#wantsAcknowledgements = options.wantsAcknowledgements;
    this.#report = options.report;
    this.#frames = new TokenBucket(clock, connectionLimits.framesPerSecond, connectionLimits.frameBurst);
    this.#updates = new TokenBucket(clock, wireLimits.updatesPerSecond, wireLimits.updateBurst);
    this.#presenceQueries = new TokenBucket(clock, 1000 / connectionLimits.presenceQueryIntervalMs, 1);
    this.#stateRequests = new TokenBucket(clock, 1000 / connectionLimits.stateRequestIntervalMs, 1);
    this.#stopKeepingAlive = every(clock, connectionLimits.keepAliveMs, () => this.#keepAlive());
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
    socket.on('pong', () => (this.#hasAnswered = true));
    socket.on('leaving', () => this.#end());
    socket.on('close', () => this.#end());
    // What goes wrong on a socket also closes it.
    socket.on('error', () => undefined);
  }

  /** Joins the room of a map; closes the connection with the reason when that cannot be. */
  async join(rooms: Rooms, mapId: string): Promise<void> {
    // Nobody is answered before the room has been loaded: what arrives meanwhile stays in the socket.
    this.#socket.pause();
    const result = await rooms.join(mapId, this);
    this.#socket.resume();
    if ('refusal' in result) this.close(refusalCodes[result.refusal]);
    else if (this.#isClosed) result.room.leave(this);
    else this.#room = result.room;
  }

  send(frame: Uint8Array): void {
    if (this.#isClosed) return;
    if (this.#socket.bufferedAmount - this.#stateBytesUnderWay > wireLimits.bufferedPerConnection) {
      this.close(closeCode.slowDown, 'it does not read what it is sent');
      return;
    }
    this.#socket.send(frame);
  }

  sendState(frame: Uint8Array): void {
    if (this.#isClosed) return;
    this.#stateBytesUnderWay += frame.length;
    this.#socket.send(frame, () => (this.#stateBytesUnderWay -= frame.length));
  }

  acknowledge(count: number): void {
    if (this.#wantsAcknowledgements) this.send(acknowledgeFrame(count));
  }

  close(code: CloseCode, problem?: string): void {
    if (this.#isClosed) return;
    if (problem !== undefined) this.#report(`a connection was closed with ${code}: ${problem}`);
    this.#end();
    this.#socket.close(code);
    // A paused or unwilling peer would otherwise keep the socket half-open.
    this.#clock.after(connectionLimits.goodbyeMs, () => this.#socket.terminate());
  }

  #end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stopKeepingAlive();
    this.#cancelStateRequest?.();
    this.#room?.leave(this);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#isClosed || !this.#room) return;
    this.#hasAnswered = true;
    if (!isBinary) return this.close(closeCode.unsupportedData, 'text frame');
    if (!this.#frames.take()) return this.close(closeCode.slowDown, 'too many frames');
    const frame = readFrame(data);
    // Only what somebody did offline may be larger than a frame: it comes in one piece.
    const isWholeState = frame.kind === 'content' && frame.via === 'step2';
    if (data.length > wireLimits.frame && !isWholeState) return this.close(closeCode.tooBig, 'frame too big');
    this.#handle(this.#room, frame);
  }

  #handle(room: Room, frame: ClientFrame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#receiveStateRequest(room, frame.stateVector);
      case 'content':
        if (!this.#updates.take()) return this.close(closeCode.slowDown, 'too many updates');
        return room.receiveContent(this, frame.via, frame.update);
      case 'awareness': {
        const problem = room.presence.receive(this, frame.update);
        if (problem)
          this.close(
            problem === 'tooBig' ? closeCode.tooBig : closeCode.malformed,
            'presence that cannot be taken',
          );
        return;
      }
      case 'queryAwareness':
        if (this.#presenceQueries.take()) room.presence.tellEverything(this);
        return;
      case 'unknown':
        return this.close(closeCode.unsupportedData, 'unknown type of frame');
      case 'malformed':
        return this.close(closeCode.malformed, 'frame that does not add up');
    }
  }

  /** Answers at once if it may; else the newest request waits for its turn and stands for those before it. */
  #receiveStateRequest(room: Room, stateVector: Uint8Array): void {
    if (this.#cancelStateRequest) {
      this.#waitingStateRequest = stateVector.slice();
    } else if (this.#stateRequests.take()) {
      room.receiveStateRequest(this, stateVector);
    } else {
      this.#waitingStateRequest = stateVector.slice();
      this.#cancelStateRequest = this.#clock.after(connectionLimits.stateRequestIntervalMs, () => {
        this.#cancelStateRequest = null;
        const waiting = this.#waitingStateRequest;
        if (waiting && this.#stateRequests.take()) room.receiveStateRequest(this, waiting);
      });
    }
  }

  #keepAlive(): void {
    if (!this.#hasAnswered) {
      this.#socket.terminate();
      return;
    }
    this.#hasAnswered = false;
    this.#socket.ping();
    this.send(awarenessFrame([]));
  }
}
