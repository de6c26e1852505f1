import type { Writable } from 'node:stream';
import { WebSocket } from 'ws';
import { closeCode, wireLimits, type CloseCode } from '../src/doc/wire';
import type { MapRole } from '../src/model/access';
import { parseCommentCommand, type CommentResult } from '../src/model/commentCommand';
import type { AccessControl } from './access/accessControl';
import type { Caller } from './access/caller';
import type { EffectiveRole } from './access/effectiveRole';
import type { LiveSession } from './access/liveAccess';
import type { Admitted } from './access/tickets';
import { every, type Clock } from './clock';
import { connectionLimits } from './connectionLimits';
import { messageOf } from './log';
import type { Member } from './rooms/member';
import type { Room } from './rooms/room';
import type { JoinRefusal, Rooms } from './rooms/rooms';
import {
  acknowledgeFrame,
  awarenessFrame,
  commandResultFrame,
  epochFrame,
  readFrame,
  roleFrame,
  type ClientFrame,
} from './sync/frames';
import { socketFrame } from './sync/socketFrame';
import { TokenBucket } from './tokenBucket';

export interface ConnectionOptions {
  readonly clock: Clock;
  readonly mapId: string;
  readonly caller: Caller;
  /** What the ticket it came with was given for; null without one. */
  readonly ticket: Pick<Admitted, 'role' | 'generation'> | null;
  readonly access: AccessControl;
  /** What the socket writes to. */
  readonly stream: Pick<Writable, 'cork' | 'uncork' | 'write' | 'writableLength'>;
  /** Whether the client negotiated our subprotocol. */
  readonly wantsAcknowledgements: boolean;
  /** Takes a sentence about what was wrong with this connection. */
  readonly report: (problem: string) => void;
}

/** What was brought with these is noted for the map's owners. */
const refusedWrites: ReadonlySet<CloseCode> = new Set([
  closeCode.forbidden,
  closeCode.invalidUpdate,
  closeCode.tooBig,
  closeCode.malformed,
]);

const refusalCodes: Readonly<Record<Exclude<JoinRefusal, 'noSuchMap'>, CloseCode>> = {
  full: closeCode.slowDown,
  unavailable: closeCode.draining,
};

/** What a closed connection is told in words, for whoever writes a program that connects (123 bytes at most). */
export const closeReasons: Readonly<Partial<Record<CloseCode, string>>> = {
  [closeCode.ticketRefused]:
    'a ticket opens one connection to its map, within 60 s, while rights are as they were',
  [closeCode.clientTooOld]: 'ask for a ticket first: POST /api/maps/{id}/tickets',
};

/** One socket: takes frames apart, keeps it within its limits, notices when it has died. */
export class Connection implements Member, LiveSession {
  readonly caller: Caller;
  readonly principal: string;
  readonly writer: string | null;
  readonly #mapId: string;
  readonly #ticket: ConnectionOptions['ticket'];
  readonly #access: AccessControl;
  readonly #socket: WebSocket;
  readonly #stream: ConnectionOptions['stream'];
  readonly #clock: Clock;
  readonly #wantsAcknowledgements: boolean;
  readonly #report: (problem: string) => void;
  readonly #frames: TokenBucket;
  readonly #updates: TokenBucket;
  readonly #presenceQueries: TokenBucket;
  readonly #commands: TokenBucket;
  readonly #stateRequests: TokenBucket;
  readonly #stopKeepingAlive: () => void;
  #role: MapRole = 'viewer';
  #room: Room | null = null;
  #isClosed = false;
  #isGathering = false;
  #hasAnswered = true;
  /** Bytes of state answers still on their way: they do not count against a slow reader. */
  #stateBytesUnderWay = 0;
  #waitingStateRequest: Uint8Array | null = null;
  #cancelStateRequest: (() => void) | null = null;

  constructor(socket: WebSocket, options: ConnectionOptions) {
    const { clock, caller } = options;
    this.caller = caller;
    this.principal = caller.device;
    this.writer = caller.isRecognised ? caller.device : null;
    this.#mapId = options.mapId;
    this.#ticket = options.ticket;
    this.#access = options.access;
    this.#socket = socket;
    this.#stream = options.stream;
    this.#clock = clock;
    this.#wantsAcknowledgements = options.wantsAcknowledgements;
    this.#report = options.report;
    this.#frames = new TokenBucket(clock, connectionLimits.framesPerSecond, connectionLimits.frameBurst);
    this.#updates = new TokenBucket(clock, wireLimits.updatesPerSecond, wireLimits.updateBurst);
    const { commandsPerSecond, commandBurst } = connectionLimits;
    this.#commands = new TokenBucket(clock, commandsPerSecond, commandBurst);
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

  get hasTicket(): boolean {
    return this.#ticket !== null;
  }

  get role(): MapRole {
    return this.#role;
  }

  /** Joins the room of its map; closes the connection with the reason when that cannot be. */
  async join(rooms: Rooms): Promise<void> {
    // Nobody is answered before the room has been loaded: what arrives meanwhile stays in the socket.
    this.#socket.pause();
    const refusal = await this.#enter(rooms).catch((error: unknown) => {
      this.#report(`a connection could not be let in: ${messageOf(error)}`);
      return closeCode.draining;
    });
    this.#socket.resume();
    if (refusal !== null) this.close(refusal);
  }

  /** Takes what it may do from now on; ends when that is nothing. */
  applyRole({ role }: EffectiveRole): void {
    if (role === null) return this.close(closeCode.forbidden);
    if (role === this.#role) return;
    this.#role = role;
    this.#tellRole();
    this.#room?.roleChanged(this);
  }

  send(frame: Uint8Array): void {
    if (this.#isClosed || this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.#stream.writableLength - this.#stateBytesUnderWay > wireLimits.bufferedPerConnection) {
      this.close(closeCode.slowDown, 'it does not read what it is sent');
      return;
    }
    this.#gather();
    // Past the socket, which would frame it anew for everybody who is sent the same.
    this.#stream.write(socketFrame(frame));
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
    if (problem !== undefined && refusedWrites.has(code)) this.#noteRefusal(code);
    if (problem !== undefined) this.#report(`a connection was closed with ${code}: ${problem}`);
    this.#end();
    this.#socket.close(code, closeReasons[code]);
    // A paused or unwilling peer would otherwise keep the socket half-open.
    this.#clock.after(connectionLimits.goodbyeMs, () => this.#socket.terminate());
  }

  /** Lets all frames of this moment leave in one write: the system call is most of what sending a frame costs. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      this.#stream.uncork();
    });
  }

  /** Returns why it may not come in, or null when it has. */
  async #enter(rooms: Rooms): Promise<CloseCode | null> {
    const { role, hadAccess, generation } = await this.#access.live.enter(this.#mapId, this);
    // To strangers a map that is not theirs looks like one that does not exist.
    if (role === null) return hadAccess ? closeCode.forbidden : this.#unknownMap;
    const ticket = this.#ticket;
    if (ticket && (ticket.role !== role || ticket.generation !== generation)) return closeCode.ticketRefused;
    this.#role = role;
    this.#tellRole();
    const result = await rooms.join(this.#mapId, this);
    if ('refusal' in result)
      return result.refusal === 'noSuchMap' ? this.#unknownMap : refusalCodes[result.refusal];
    if (this.#isClosed) result.room.leave(this);
    else this.#room = result.room;
    if (this.#wantsAcknowledgements) this.send(epochFrame(result.room.epoch));
    // Whoever may look can look on a full disk, too.
    this.#access
      .noteVisit(this.#mapId, this.caller, this.#role)
      .catch((error: unknown) => this.#report(`the audit log cannot be written: ${messageOf(error)}`));
    return null;
  }

  /** Our own programs ask for a ticket first: one that comes without is from before there were any. */
  get #unknownMap(): CloseCode {
    return this.#wantsAcknowledgements && !this.#ticket ? closeCode.clientTooOld : closeCode.noSuchMap;
  }

  #tellRole(): void {
    if (this.#wantsAcknowledgements) this.send(roleFrame(this.#role));
  }

  #noteRefusal(code: CloseCode): void {
    this.#access
      .noteRefusal(this.#mapId, this.caller, code)
      .catch((error: unknown) => this.#report(`the audit log cannot be written: ${messageOf(error)}`));
  }

  #end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#access.live.leave(this.#mapId, this);
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
      case 'command':
        return this.#receiveCommand(room, frame.number, frame.json);
      case 'unknown':
        return this.close(closeCode.unsupportedData, 'unknown type of frame');
      case 'malformed':
        return this.close(closeCode.malformed, 'frame that does not add up');
    }
  }

  #receiveCommand(room: Room, number: number, json: string): void {
    const answer = (result: CommentResult): void => this.send(commandResultFrame(number, result));
    if (!this.#commands.take()) return answer({ ok: false, reason: 'slow-down' });
    const command = parseCommentCommand(json);
    if (!command) return answer({ ok: false, reason: 'invalid' });
    this.#access.authorOf(this.#mapId, this.caller).then(
      (actor) => room.comment(this, command, { actor }, answer),
      (error: unknown) => this.close(closeCode.draining, messageOf(error)),
    );
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
