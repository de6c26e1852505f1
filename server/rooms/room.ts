import { closeCode, wireLimits, type CloseCode } from '../../src/doc/wire';
import { isAtLeast } from '../../src/model/access';
import type { CommentCommand, CommentResult } from '../../src/model/commentCommand';
import type { Entropy } from '../../src/model/ids';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/cluster';
import type { Seat } from '../cluster/seat';
import { messageOf, shortMapId, type Log } from '../log';
import type { DocumentThread } from '../offThread/documentThread';
import type { CommitQueue } from '../storage/commitQueue';
import type { LogStore, WriterBinding } from '../storage/logStore';
import { syncFrame } from '../sync/frames';
import { broadcast, type CommittedFrame } from './broadcast';
import { ClientIds } from './clientIds';
import { Compactor } from './compactor';
import { Intake } from './intake';
import { loadRoomDocument } from './loadRoomDocument';
import type { Member } from './member';
import { PendingCommits } from './pendingCommits';
import { Presence } from './presence';
import type { RoomDocument } from './roomDocument';
import type { CommentAuthor } from './writeComment';

export type RoomState = 'loading' | 'open' | 'storing' | 'closed';

/** What rooms need from outside. */
export interface RoomServices {
  readonly store: LogStore;
  readonly commits: CommitQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly entropy: Entropy;
  /** Where large documents are worked on. */
  readonly thread: DocumentThread;
  /** Other servers on the same store; null when this one has it for itself. */
  readonly cluster: Cluster | null;
}

/** Principal of what the server writes itself. */
const serverWriter = 'server';

interface Standing {
  /** Whether the member has the whole state and so can follow changes. */
  isListening: boolean;
  /** Content frames of its that are committed. */
  committed: number;
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
  readonly #pending: PendingCommits;
  readonly #intake: Intake;
  readonly #compactor: Compactor;
  readonly #seat: Seat | null;
  #inbox: (() => void)[] = [];
  #document: RoomDocument | null = null;
  #state: RoomState = 'loading';
  /** Whether nothing was ever stored: whoever brings the first content may bring that of others (a lost map, remade). */
  #isBlank = true;
  /** How often an older copy was put in place: since the first time whoever comes may bring what others wrote since. */
  #epoch = 0;

  constructor(mapId: string, services: RoomServices, onClosed: () => void) {
    this.#mapId = mapId;
    this.#services = services;
    this.#onClosed = onClosed;
    this.#compactor = new Compactor({ ...services, mapId });
    this.#pending = new PendingCommits({
      committed: (frames) => this.#committed(frames),
      answered: () => this.#compactIfLong(),
      failed: (error) => this.#commitFailed(error),
    });
    this.#intake = new Intake({
      ids: this.#ids,
      thread: services.thread,
      document: () => this.#document,
      isBlank: () => this.#isBlank || this.#epoch > 0,
      whenReady: (run) => this.#whenReady(run),
      commit: (frame, writers) => this.#commit(frame, writers),
      reload: () => void this.#reload(),
    });
    this.presence = new Presence({
      clock: services.clock,
      ids: this.#ids,
      members: { [Symbol.iterator]: () => this.#members.keys() },
      isAboutToSend: () => this.#pending.isWaiting,
      tellServers: (entries) => this.#seat?.tellPresence(entries),
    });
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

  /** How often an older copy was put in the map's place. */
  get epoch(): number {
    return this.#epoch;
  }

  get isFull(): boolean {
    return this.#members.size >= wireLimits.connectionsPerRoom;
  }

  /** Loads the document. Until it resolves nobody may join; when it rejects the room is closed. */
  async load(): Promise<void> {
    try {
      const stored = await this.#services.store.read(this.#mapId);
      this.#compactor.start(stored.updates);
      const document = await loadRoomDocument(stored, this.#services);
      // It may have been closed meanwhile.
      if (this.state === 'closed') return document.destroy();
      this.#document = document;
      this.#isBlank = stored.head === 0;
      this.#epoch = stored.epoch;
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
    this.#members.set(member, { isListening: false, committed: 0 });
    this.#intake.join(member);
    this.#whenReady(() => {
      this.#intake.askForState(member);
      this.presence.tellEverything(member);
    });
  }

  /** What a member may do has changed: whoever may write from now on hands in what they have. */
  roleChanged(member: Member): void {
    this.#whenReady(() => this.#intake.askForState(member));
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
        this.#commit({ from: null, change, isWhole: true }, [writer]);
      }
      this.#pending.afterAll(() => answer(result));
    });
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return;
    this.#intake.leave(member);
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
      this.#pending.afterAll((framesSince) => {
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
    this.#intake.receive(member, via, update);
  }

  /** Lets everybody go and throws the document away. What was received is still committed by the queue. */
  close(code: CloseCode): void {
    this.#end(code);
  }

  /** Closes all connections. What was received is still committed by the queue. */
  dismissAll(code: CloseCode): void {
    for (const member of this.#members.keys()) member.close(code);
  }

  /** Resolves when the room does nothing more with the store. */
  async settled(): Promise<void> {
    await this.#pending.settled();
    await this.#compactor.settled();
  }

  #commit(frame: CommittedFrame, writers: readonly WriterBinding[]): void {
    if (frame.change === null) {
      // Nothing to store; but what it repeats may still be on its way to the disk.
      this.#pending.afterAll(() => this.#acknowledge([frame]));
      return;
    }
    this.#compactor.note(frame.change.length);
    this.#isBlank = false;
    const entry = { data: frame.change, writers, view: this.#seat?.view };
    this.#pending.add(frame, this.#services.commits.add(this.#mapId, entry));
  }

  #committed(frames: readonly CommittedFrame[]): void {
    this.#acknowledge(frames);
    broadcast(frames, this.#listeners());
    this.presence.rideAlong();
  }

  #compactIfLong(): void {
    // A map that is just being handed in would be compacted again and again.
    if (this.#state !== 'closed' && !this.#intake.isBusy) this.#compactor.compactLong();
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
    const frames = changes.map((change) => ({ from: null, change, isWhole: true }));
    // It may build on what has been committed here and not been passed on yet.
    if (!this.#pending.join(frames)) broadcast(frames, this.#listeners());
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
    for (const { from, isWhole } of frames) {
      const standing = from && this.#members.get(from);
      if (!standing || !isWhole) continue;
      standing.committed += 1;
      senders.add(from);
    }
    for (const member of senders) member.acknowledge(this.#members.get(member)?.committed ?? 0);
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
    await this.#pending.settled();
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

  async #storeAndClose(): Promise<void> {
    this.#state = 'storing';
    await this.settled();
    if (this.state === 'storing') this.#compactor.compactOnClosing();
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
