import * as Y from 'yjs';
import { Awareness } from 'y-protocols/awareness';
import { JourneyDocument } from '../doc/journeyDocument';
import { origins } from '../doc/origins';
import { closeCode } from '../doc/wire';
import type { MapRole } from '../model/access';
import type { CommentCommand, CommentResult } from '../model/commentCommand';
import { newRecordId } from '../model/ids';
import type { ConnectionState, Identity } from '../store/session';
import { AccessClient } from './accessClient';
import { adoptUpdate } from './adoptUpdate';
import { checkUpdate } from './checkUpdate';
import { Compaction } from './compaction';
import { Connection } from './connection';
import { LiveSummary } from './liveSummary';
import { LostRoom } from './lostRoom';
import { waitingOf } from './mapSummary';
import { isOwn, onUpdates, writersOf } from './onUpdates';
import { Outbox } from './outbox';
import { OwnRole } from './ownRole';
import { PurgedRoom } from './purgedRoom';
import { Presence } from './presence';
import { makeRoom } from './rooms';
import { isSameSaveState, saveStateOf } from './saveState';
import type { MergeResult, SessionParts, SessionStart, ShareResult } from './sessionParts';
import type { StoreResult } from './storageProblem';
import type { MapRow, UnsentRow } from './storeDatabase';
import { Tabs } from './tabs';
import { ticketSource } from './ticketSocket';
import { UnsentRecord } from './unsentRecord';
import { UpdateLog } from './updateLog';

const local: ConnectionState = { kind: 'local' };
const offline: ConnectionState = { kind: 'offline' };

/** Origin of content merged from a file: stored and sent as one's own, but no step of undo. */
const fileOrigin: { readonly name: 'file' } = { name: 'file' };

/**
 * One open map in one tab: the document with everything that listens to it. Storage, tabs and network listen on their own;
 * one failing never stops the others.
 */
export class MapSession {
  readonly document: JourneyDocument;
  readonly presence: Presence;
  readonly log: UpdateLog;
  readonly #parts: SessionParts;
  readonly #awareness: Awareness;
  readonly #tabs: Tabs;
  readonly #outbox: Outbox;
  readonly #unsent: UnsentRecord;
  readonly #tab: string;
  readonly #access: AccessClient | null;
  readonly #purgedRoom: PurgedRoom;
  readonly #lostRoom: LostRoom | null;
  readonly #role: OwnRole;
  readonly #compaction: Compaction;
  readonly #summary: LiveSummary;
  readonly #stops: (() => void)[] = [];
  #row: MapRow;
  #connection: Connection | null = null;
  #hasToldMe = false;
  #isClosed = false;

  constructor(parts: SessionParts, start: SessionStart) {
    const { entropy, actor, scheduler, page, store } = parts;
    this.#parts = parts;
    this.#access = parts.server && new AccessClient(parts.server, start.row.id);
    this.#lostRoom =
      parts.server &&
      new LostRoom({
        mapId: start.row.id,
        server: parts.server,
        scheduler,
        isLost: () => this.#isLost,
        connect: () => this.#connection?.connect(),
        askAgain: () => this.#connection?.askAgain(),
      });
    this.#row = start.row;
    this.#compaction = new Compaction(scheduler, start.crowd, () => void store.compactMap(start.row.id));
    this.#tab = newRecordId(entropy);
    this.#outbox = new Outbox(waitingOf(start.unsent));
    this.#unsent = new UnsentRecord({
      store,
      scheduler,
      outbox: this.#outbox,
      mapId: start.row.id,
      tab: this.#tab,
      inherited: start.unsent,
    });
    const { ydoc } = start;
    this.document = new JourneyDocument({ entropy, actor, ydoc });
    this.#summary = new LiveSummary(this.document);
    this.#role = new OwnRole({
      document: this.document,
      session: parts.session,
      access: this.#access,
      remember: (role) => this.#rememberRole(role),
      connect: () => this.#connection?.connect(),
    });
    this.#purgedRoom = new PurgedRoom({
      entropy,
      scheduler,
      forgetHistory: () => this.document.forgetHistory(),
      connect: () => this.#connection?.connect(),
      tidyStorage: async () => {
        await this.log.flush();
        await store.compactMap(this.id, 'always');
      },
    });
    this.#awareness = new Awareness(ydoc);
    this.presence = new Presence(this.#awareness, parts.session, scheduler, page);
    this.log = new UpdateLog({
      scheduler,
      isHidden: page.isHidden,
      write: (bytes, whole) => this.#write(bytes, whole),
      writeNow: (bytes) => store.appendNow({ row: this.#row, bytes, unsent: this.#unsentRow }),
      fullState: () => Y.encodeStateAsUpdate(ydoc),
      onChange: () => this.#tellState(),
    });
    this.#listen();
    this.#tabs = new Tabs(start.row.id, ydoc, store.openChannel, {
      onShared: () => this.#joinShared(),
      onTab: (id) => this.presence.noteOwnTab(id),
    });
    this.#stops.push(page.observe((event) => this.#onPage(event)));
    if (start.row.shared) {
      this.#role.apply(start.row.role ?? null);
      this.#connect();
    }
    this.#tellState();
  }

  /** The map whose server refused what this one holds; null for any other map. */
  get recoveredFrom(): string | null {
    return this.#row.recoveredFrom ?? null;
  }

  get id(): string {
    return this.#row.id;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  /** Who may open the map, as the server keeps it; null without a server. */
  get access(): AccessClient | null {
    return this.#access;
  }

  /**
   * Gives the map a room on the server, which makes this browser its owner. Only where the map was made.
   * Calling it again is harmless.
   */
  async share(): Promise<ShareResult> {
    const isOwned = this.#row.role === 'owner' || !this.#row.owner;
    if (this.#row.shared && isOwned && !this.#isLost) return { ok: true };
    if (!this.#row.owner) return { ok: false, reason: 'not-owner' };
    const { server, store } = this.#parts;
    if (!server) return { ok: false, reason: 'offline' };
    const made = await makeRoom(server, this.id);
    if (!made.ok) return made;
    if (this.#isClosed) return { ok: true };
    if (this.#isLost) this.#connection?.connect();
    this.#role.take(made.role);
    if (this.#row.shared) return { ok: true };
    this.#row = { ...this.#row, shared: true };
    this.#outbox.noteChange();
    // Should this fail, the next write carries the row's state and the indicator says so.
    await store.markShared(this.id, this.#tab);
    this.#tabs.tellShared();
    if (!this.#isClosed) this.#connect();
    return { ok: true };
  }

  /** Merges Yjs bytes of this map, as a file saved from it carries them. Not a step of undo. */
  merge(bytes: Uint8Array): MergeResult {
    const problem = checkUpdate(this.document.encode(), bytes);
    if (problem) return { ok: false, reason: problem };
    const { ydoc } = this.document;
    const merged = this.#row.shared ? adoptUpdate(Y.encodeStateAsUpdate(ydoc), bytes) : bytes;
    Y.applyUpdate(ydoc, merged, fileOrigin);
    return { ok: true };
  }

  /** How one is seen by others from now on. */
  identify(identity: Identity): void {
    this.presence.identify(identity);
    if (this.#connection?.state.kind === 'connected') this.#tellMe();
  }

  /** Has the server write a comment: for those who may comment but not edit. */
  async comment(command: CommentCommand): Promise<CommentResult> {
    return this.#connection?.command(command) ?? { ok: false, reason: 'offline' };
  }

  /** Asks who is behind the ids stamped on what people made and said. */
  async loadAuthors(): Promise<void> {
    const read = await this.#access?.overview();
    if (!read?.ok || this.#isClosed) return;
    this.#parts.session.setState({ authors: read.value.authors });
  }

  /** Stores what waits and lets go of everything. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#detach();
    await this.log.close();
    if (this.#row.shared) await this.#unsent.settle();
    this.document.destroy();
  }

  /** Lets go of everything and stores nothing: for a map that turned out not to exist. */
  discard(): void {
    this.#detach();
    this.log.discard();
    this.document.destroy();
  }

  #detach(): void {
    this.#isClosed = true;
    this.#compaction.close();
    this.#role.close();
    this.#purgedRoom.close();
    this.#lostRoom?.close();
    this.#unsent.cancel();
    this.presence.close();
    this.#connection?.close();
    this.#tabs.close();
    for (const stop of this.#stops) stop();
    this.#awareness.destroy();
  }

  #listen(): void {
    const stop = onUpdates(this.document.ydoc, [
      (_, origin, transaction) => this.#noteChange(origin, transaction),
      (update, origin) => this.log.add(update, origin !== origins.remote),
      (update, origin) => isOwn(origin) && this.#tabs.send(update),
      (update, origin) => origin !== origins.remote && this.#send(update),
    ]);
    this.#stops.push(stop);
  }

  /** When and by whom the map was last changed, for the list of maps. */
  #noteChange(origin: unknown, transaction: Y.Transaction): void {
    const { entropy, session, store } = this.#parts;
    const isRemote = origin === origins.remote;
    const changedBy = isRemote ? this.#writerOf(transaction) : (session.getState().me?.name ?? null);
    this.#row = { ...this.#row, changedAt: entropy.now(), changedBy };
    if (isOwn(origin)) void store.askPersistence();
  }

  #writerOf(transaction: Y.Transaction): string | null {
    const { peers, me } = this.#parts.session.getState();
    for (const clientId of writersOf(transaction)) {
      const name = peers.find((peer) => peer.id === clientId)?.name;
      if (name !== undefined) return name;
      if (this.presence.isOwnTab(clientId)) return me?.name ?? null;
    }
    return null;
  }

  /** Another tab has shared the map; all that is in this one waits for the server too. */
  #joinShared(): void {
    if (this.#row.shared) return;
    this.#row = { ...this.#row, shared: true };
    this.#outbox.noteChange();
    this.#connect();
  }

  #send(update: Uint8Array): void {
    if (!this.#row.shared) return;
    if (this.#connection) this.#connection.send(update);
    else this.#outbox.noteChange();
    this.#tellState();
  }

  #connect(): void {
    const { server, entropy, scheduler, page, ticket = null } = this.#parts;
    const access = this.#access;
    if (!server || !access || this.#connection) return;
    this.#connection = new Connection({
      url: server.socketUrl,
      mapId: this.id,
      ydoc: this.document.ydoc,
      awareness: this.#awareness,
      outbox: this.#outbox,
      maySend: () => !this.document.isReadOnly,
      entropy,
      scheduler,
      page,
      tickets: ticketSource(() => access.ticket(), ticket, entropy),
      onRole: (role) => this.#role.take(role),
      onEpoch: (epoch) => this.#takeEpoch(epoch),
      ...(server.webSocket && { webSocket: server.webSocket }),
      onChange: () => this.#onConnection(),
    });
    this.#connection.connect();
    this.#tellState();
  }

  #onConnection(): void {
    const state = this.#connection?.state;
    if (state?.kind === 'connected') {
      this.#lostRoom?.noteFound();
      this.#role.noteConnected();
      this.#purgedRoom.noteConnected();
      if (!this.#hasToldMe) this.#tellMe();
    }
    if (this.#isLost) this.#onLost();
    if (state?.kind === 'ended' && state.code === closeCode.purged) this.#purgedRoom.notePurged();
    if (state?.kind === 'ended' && state.code === closeCode.forbidden) void this.#role.noteForbidden();
    if (!this.#isClosed) this.#unsent.settleSoon();
    this.#tellState();
  }

  /** After a restore what is here is handed in as after any break; that others' work may be missing is to be known. */
  #takeEpoch(epoch: number): void {
    const known = this.#row.epoch;
    if (epoch === known) return;
    this.#row = { ...this.#row, epoch };
    void this.#parts.store.patchMap(this.id, { epoch });
    if (known !== null && epoch > known) this.#parts.session.setState({ isRestored: true });
  }

  #rememberRole(role: MapRole): void {
    if (this.#row.role === role) return;
    this.#row = { ...this.#row, role };
    void this.#parts.store.patchMap(this.id, { role });
    this.#tellState();
  }

  /** Tells the server what one is called; a name is what its owners see in the list of who may open the map. */
  #tellMe(): void {
    this.#hasToldMe = true;
    const { session, actor } = this.#parts;
    void this.#access?.tellMe(session.getState().me?.name ?? '', actor);
  }

  /** Whether the server says that it does not have this map. */
  get #isLost(): boolean {
    const state = this.#connection?.state;
    return state?.kind === 'ended' && state.code === closeCode.noSuchMap;
  }

  /** Whatever the server had acknowledged is not there any more: it waits again. */
  #onLost(): void {
    if (this.#isClosed) return;
    if (this.#outbox.waiting === 0) this.#outbox.noteChange();
    this.#lostRoom?.noteLost(this.#row.owner);
  }

  /** What of the map the server does not know, as it is to be stored with a batch. */
  get #unsentRow(): UnsentRow | null {
    return this.#row.shared && this.#outbox.waiting > 0 ? this.#unsent.row : null;
  }

  async #write(bytes: Uint8Array, whole: boolean): Promise<StoreResult<{ readonly wasGone: boolean }>> {
    const { store } = this.#parts;
    const { changedAt, changedBy, shared, role } = this.#row;
    // Only ever set: another tab may have shared the map since.
    const known = { ...(shared && { shared }), ...(role && { role }) };
    const patch = { ...this.#summary.read(), changedAt, changedBy, ...known };
    this.#row = { ...this.#row, ...patch };
    const unsent = this.#unsentRow;
    const written = await store.appendUpdate({ row: this.#row, patch, bytes, whole, unsent });
    if (written.ok) this.#compaction.noteStored(bytes.length);
    return written;
  }

  #onPage(event: 'hide' | 'show' | 'online' | 'offline'): void {
    if (event === 'hide') this.log.leave();
    if (event !== 'show') return;
    this.#tabs.greet();
    if (this.log.problem) void this.log.flush();
  }

  #tellState(): void {
    if (this.log.isStored) this.#parts.store.forgetLastNote(this.#row.id);
    if (this.#isClosed) return;
    const { session } = this.#parts;
    const connection = this.#connection?.state ?? (this.#row.shared ? offline : local);
    const save = saveStateOf({
      stored: this.log.isStored,
      problem: this.log.problem,
      shared: this.#row.shared,
      waiting: this.#outbox.waiting,
      inFlight: this.#outbox.isInFlight,
      maySend: !this.document.isReadOnly,
      connection,
    });
    const before = session.getState();
    if (!isSameSaveState(before.save, save)) session.setState({ save });
    if (before.connection !== connection) session.setState({ connection });
  }
}
