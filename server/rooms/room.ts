import { closeCode, wireLimits, type CloseCode } from '../../src/doc/wire';
import { isAtLeast } from '../../src/model/access';
import type { CommentCommand, CommentResult } from '../../src/model/commentCommand';
import type { Entropy } from '../../src/model/ids';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/cluster';
import type { Seat } from '../cluster/seat';
import { messageOf, shortMapId, type Log } from '../log';
import { compactLog } from '../storage/compactLog';
import type { CommitQueue } from '../storage/commitQueue';
import type { LogStore, WriterBinding } from '../storage/logStore';
import { isEmptyUpdate, syncFrame } from '../sync/frames';
import { broadcast, type CommittedFrame } from './broadcast';
import { ClientIds } from './clientIds';
import { HeldFrames } from './heldFrames';
import type { Member } from './member';
import { Presence } from './presence';
import { RoomDocument, type RefusalReason } from './roomDocument';
import type { CommentAuthor } from './writeComment';

/** Rows and bytes after the newest snapshot from which on the log is compacted. */
const compactAfter = { rows: 500, bytes: 1_048_576, rowsOnClosing: 50 } as const;

const refusalCodes: Readonly<Record<RefusalReason, CloseCode>> = {
  invalid: closeCode.invalidUpdate,
  tooBig: closeCode.tooBig,
  idInUse: closeCode.idInUse,
};

export type RoomState = 'loading' | 'open' | 'storing' | 'closed';

/** What rooms need from outside. */
export interface RoomServices {
  readonly store: LogStore;
  readonly commits: CommitQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly entropy: Entropy;
  /** Other servers on the same store; null when this one has it for itself. */
  readonly cluster: Cluster | null;
}

/** Principal of what the server writes itself. */
const serverWriter = 'server';

interface Standing {
  readonly held: HeldFrames;
  /** Whether the member has the whole state and so can follow changes. */
  isListening: boolean;
  /** Whether a sync step 2 is still to come from it. */
  isAskedForState: boolean;
  committed: number;
}

/** Content frames that wait for one commit, and answers that must not be sent before it. */
interface Waiting {
  readonly commit: Promise<void>;
  readonly frames: CommittedFrame[];
  readonly answers: Answer[];
}

/** Something that is done once a commit has happened. It is given the frames that joined the commit after it was asked for. */
interface Answer {
  readonly framesBefore: number;
  readonly run: (framesSince: readonly CommittedFrame[]) => void;
}

/**
 * One map that is being worked on: its document, who is here, and the order of things. An update is validated, applied,
 * appended and committed; only then is it acknowledged and passed on. If the commit fails the document is ahead of the
 * log, so the room is thrown away and everybody is sent off to try again; nobody else has seen the change by then.
 */
export class Room {
  readonly presence: Presence;
  readonly #mapId: string;
  readonly #services: RoomServices;
  readonly #onClosed: () => void;
  readonly #members = new Map<Member, Standing>();
  readonly #ids = new ClientIds();
  readonly #waiting: Waiting[] = [];
  readonly #seat: Seat | null;
  #inbox: (() => void)[] = [];
  #document: RoomDocument | null = null;
  #state: RoomState = 'loading';
  /** Whether nothing was ever stored: whoever brings the first content may bring that of others (a lost map, remade). */
  #isBlank = true;
  #rowsSinceSnapshot = 0;
  #bytesSinceSnapshot = 0;
  #compacting: Promise<void> | null = null;

  constructor(mapId: string, services: RoomServices, onClosed: () => void) {
    this.#mapId = mapId;
    this.#services = services;
    this.#onClosed = onClosed;
    this.presence = new Presence(
      services.clock,
      this.#ids,
      { [Symbol.iterator]: () => this.#members.keys() },
      (entries) => this.#seat?.tellPresence(entries),
    );
    this.#seat =
      services.cluster?.join(mapId, {
        apply: (updates, writers) => this.#follow(updates, writers),
        lost: () => this.#lose(),
        hearPresence: (server, entries) => this.presence.hearServer(server, entries),
        forgetServer: (server) => this.presence.forgetServer(server),
        presence: () => this.presence.own(),
      }) ?? null;
  }

  get state(): RoomState {
    return this.#state;
  }

  get isFull(): boolean {
    return this.#members.size >= wireLimits.connectionsPerRoom;
  }

  /** Loads the document. Until it resolves nobody may join; when it rejects the room is closed. */
  async load(): Promise<void> {
    try {
      const stored = await this.#services.store.read(this.#mapId);
      this.#rowsSinceSnapshot = stored.updates.length;
      this.#bytesSinceSnapshot = stored.updates.reduce((sum, update) => sum + update.length, 0);
      // It may have been closed while the store was reading.
      if (this.state === 'closed') return;
      this.#document = new RoomDocument(stored);
      this.#isBlank = stored.head === 0;
      this.#ids.load(stored.writers);
      this.#seat?.start(stored.head);
      if (this.#state === 'loading') this.#state = 'open';
    } catch (error) {
      this.#services.log(`map ${shortMapId(this.#mapId)} cannot be opened: ${messageOf(error)}`);
      this.#end(closeCode.draining);
      throw error;
    }
  }

  /** Lets a member in. A room that was being stored comes back to life. */
  join(member: Member): void {
    if (this.#state === 'storing') this.#state = 'open';
    this.#members.set(member, {
      held: new HeldFrames(),
      isListening: false,
      isAskedForState: false,
      committed: 0,
    });
    this.#whenReady(() => {
      this.#askForState(member);
      this.presence.tellEverything(member);
    });
  }

  /** What a member may do has changed: whoever may write from now on hands in what they have. */
  roleChanged(member: Member): void {
    this.#whenReady(() => this.#askForState(member));
  }

  /** Writes a comment for a member and answers when it is committed. */
  comment(
    member: Member,
    command: CommentCommand,
    author: CommentAuthor,
    answer: (result: CommentResult) => void,
  ): void {
    if (!isAtLeast(member.role, 'commenter')) return answer({ ok: false, reason: 'forbidden' });
    this.#whenReady(() => {
      if (!this.#document) return;
      const { result, change } = this.#document.comment(command, author, this.#services.entropy);
      if (change) {
        const writer = { clientId: this.#document.clientId, principal: serverWriter };
        this.#ids.load([writer]);
        this.#commit({ from: null, change }, [writer]);
      }
      this.#afterCommit(() => answer(result));
    });
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return;
    this.presence.leave(member);
    this.#ids.release(member);
    if (this.#members.size === 0 && this.#state === 'open') void this.#storeAndClose();
  }

  /** Answers a state request, once everything the answer holds is committed. */
  receiveStateRequest(member: Member, stateVector: Uint8Array): void {
    this.#whenReady(() => {
      const state = this.#members.has(member) ? this.#document?.stateFor(stateVector) : undefined;
      if (state === null) member.close(closeCode.malformed, 'state vector cannot be read');
      if (!state) return;
      this.#afterCommit((framesSince) => {
        const standing = this.#members.get(member);
        if (!standing) return;
        member.sendState(syncFrame('step2', state));
        // What joined the commit after the state was taken has been passed on already, but not to somebody who was not listening.
        if (!standing.isListening) broadcast(framesSince, [member]);
        standing.isListening = true;
      });
    });
  }

  /** Takes a content frame. */
  receiveContent(member: Member, via: 'step2' | 'update', update: Uint8Array): void {
    this.#whenReady(() => {
      const standing = this.#members.get(member);
      if (!standing) return;
      if (!isAtLeast(member.role, 'editor')) {
        if (!isEmptyUpdate(update))
          member.close(closeCode.forbidden, 'content from somebody who may not edit');
        return;
      }
      if (via === 'update' && !standing.held.isEmpty) {
        this.#hold(member, standing, update);
        return;
      }
      if (via === 'step2') standing.isAskedForState = false;
      this.#accept(member, standing, via, update);
      if (via === 'step2')
        for (const held of standing.held.takeAll()) this.#accept(member, standing, 'held', held);
    });
  }

  /** Closes all connections. What was received is still committed by the queue. */
  dismissAll(code: CloseCode): void {
    for (const member of this.#members.keys()) member.close(code);
  }

  /** Resolves when the room does nothing more with the store. */
  async settled(): Promise<void> {
    await this.#waiting.at(-1)?.commit.catch(() => undefined);
    await this.#compacting;
  }

  #accept(member: Member, standing: Standing, via: 'step2' | 'update' | 'held', update: Uint8Array): void {
    if (!this.#document || !this.#members.has(member)) return;
    const outcome = this.#document.accept(update, (clientId) => this.#ids.mayWriteAs(clientId, member));
    switch (outcome.kind) {
      case 'applied': {
        const [writer] = outcome.writers;
        if (via !== 'step2' && outcome.writers.length === 1 && writer !== undefined)
          this.#ids.bind(writer, member);
        // Whoever hands in offline work may pass on a lost map's content; ids that others write under stay theirs.
        const own = via !== 'step2' ? outcome.writers : this.#isBlank ? [] : outcome.firstSeen;
        this.#commit({ from: member, change: outcome.change }, this.#ids.keep(own, member));
        return;
      }
      case 'gap':
        if (via === 'update') this.#hold(member, standing, update);
        else member.close(closeCode.invalidUpdate, 'builds on something that never came');
        return;
      case 'spoilt':
        member.close(refusalCodes[outcome.reason], outcome.problem);
        void this.#reload();
        return;
      case 'refused':
        member.close(refusalCodes[outcome.reason], outcome.problem);
    }
  }

  #hold(member: Member, standing: Standing, update: Uint8Array): void {
    if (!standing.held.add(update)) member.close(closeCode.slowDown, 'too much waits for what it builds on');
    else if (!standing.isAskedForState) this.#askForState(member);
  }

  #askForState(member: Member): void {
    const standing = this.#members.get(member);
    if (!standing || !this.#document) return;
    // Whoever may not write is not asked: a plain client would answer with deletions that are known.
    if (!isAtLeast(member.role, 'editor')) return;
    standing.isAskedForState = true;
    member.send(syncFrame('step1', this.#document.stateVector()));
  }

  #commit(frame: CommittedFrame, writers: readonly WriterBinding[]): void {
    if (frame.change === null) {
      // Nothing to store; but what it repeats may still be on its way to the disk.
      this.#afterCommit(() => this.#acknowledge([frame]));
      return;
    }
    this.#rowsSinceSnapshot += 1;
    this.#bytesSinceSnapshot += frame.change.length;
    this.#isBlank = false;
    const commit = this.#services.commits.add(this.#mapId, {
      data: frame.change,
      writers,
      view: this.#seat?.view,
    });
    const last = this.#waiting.at(-1);
    if (last?.commit === commit) {
      last.frames.push(frame);
      return;
    }
    const waiting: Waiting = { commit, frames: [frame], answers: [] };
    this.#waiting.push(waiting);
    commit.then(
      () => this.#committed(waiting),
      (error: unknown) => this.#commitFailed(error),
    );
  }

  #committed(waiting: Waiting): void {
    this.#waiting.shift();
    this.#acknowledge(waiting.frames);
    broadcast(waiting.frames, this.#listeners());
    for (const { framesBefore, run } of waiting.answers) run(waiting.frames.slice(framesBefore));
    const isLong =
      this.#rowsSinceSnapshot >= compactAfter.rows || this.#bytesSinceSnapshot >= compactAfter.bytes;
    if (isLong) this.#compact();
  }

  /** Takes what other servers have committed and passes it on. False when it contradicts what is not committed yet. */
  #follow(updates: readonly Uint8Array[], writers: readonly WriterBinding[]): boolean {
    this.#ids.load(writers);
    this.#isBlank = false;
    const changes: (Uint8Array | null)[] = [];
    for (const update of updates) {
      // While it is being read again the document cannot be asked; everybody here still has to hear of it.
      const change = this.#document ? this.#document.follow(update) : update;
      if (change === 'contradiction') return false;
      changes.push(change);
    }
    const frames = changes.map((change) => ({ from: null, change }));
    // It may build on what has been committed here and not been passed on yet.
    const last = this.#waiting.at(-1);
    if (last) last.frames.push(...frames);
    else broadcast(frames, this.#listeners());
    return true;
  }

  #listeners(): readonly Member[] {
    return [...this.#members].filter(([, { isListening }]) => isListening).map(([member]) => member);
  }

  #lose(): void {
    this.#services.log(
      `map ${shortMapId(this.#mapId)} is closed, another server was faster: it is read again`,
    );
    this.#end(closeCode.draining);
  }

  #commitFailed(error: unknown): void {
    if (this.#state === 'closed') return;
    this.#services.log(`map ${shortMapId(this.#mapId)} is closed, an append failed: ${messageOf(error)}`);
    this.#end(closeCode.draining);
  }

  #acknowledge(frames: readonly CommittedFrame[]): void {
    const senders = new Set<Member>();
    for (const { from } of frames) {
      const standing = from && this.#members.get(from);
      if (!standing) continue;
      standing.committed += 1;
      senders.add(from);
    }
    for (const member of senders) member.acknowledge(this.#members.get(member)?.committed ?? 0);
  }

  /** Runs something when all that has been applied so far is committed; never, if that fails. */
  #afterCommit(run: Answer['run']): void {
    const last = this.#waiting.at(-1);
    if (last) last.answers.push({ framesBefore: last.frames.length, run });
    else run([]);
  }

  /** Runs something now, or in its turn when the document is being loaded again. */
  #whenReady(run: () => void): void {
    if (this.#state === 'closed') return;
    if (this.#document && this.#inbox.length === 0) run();
    else this.#inbox.push(run);
  }

  /** Throws the document away and builds it from the log, which holds everything but the update that spoilt it. */
  async #reload(): Promise<void> {
    this.#document?.destroy();
    this.#document = null;
    await this.#waiting.at(-1)?.commit.catch(() => undefined);
    if (this.state === 'closed') return;
    try {
      await this.load();
    } catch {
      return;
    }
    while (this.#document) {
      const next = this.#inbox.shift();
      if (!next) return;
      next();
    }
  }

  #compact(): void {
    if (this.#compacting || this.#state === 'closed') return;
    this.#rowsSinceSnapshot = 0;
    this.#bytesSinceSnapshot = 0;
    this.#compacting = compactLog(this.#services.store, this.#mapId)
      .catch((error: unknown) => this.#services.log(`compacting failed: ${messageOf(error)}`))
      .finally(() => {
        this.#compacting = null;
      });
  }

  async #storeAndClose(): Promise<void> {
    this.#state = 'storing';
    await this.settled();
    if (this.state === 'storing' && this.#rowsSinceSnapshot >= compactAfter.rowsOnClosing) this.#compact();
    await this.settled();
    if (this.state === 'storing') this.#end(closeCode.draining);
  }

  #end(code: CloseCode): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#inbox = [];
    this.dismissAll(code);
    this.presence.close();
    this.#seat?.close();
    this.#document?.destroy();
    this.#document = null;
    this.#onClosed();
  }
}
