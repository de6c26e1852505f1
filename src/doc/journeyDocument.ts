import * as Y from 'yjs';
import { mapSubject, type Entropy } from '../model/ids';
import {
  isKind,
  kinds,
  recordDefinitions,
  schemaVersion,
  type Kind,
  type RecordOfKind,
  type RecordRef,
} from '../model/kinds';
import { mapDefinition, type JourneyMap } from '../model/records/map';
import type { Tables } from '../model/tables';
import type { DocumentWriter } from './documentWriter';
import { History, type HistoryState } from './history';
import { isForeign, origins, type Origin } from './origins';
import { readRecordMap, type RecordMap } from './recordCodec';
import { mapRoot, metaRoot } from './wire';

/** What one transaction changed, for whoever keeps a picture of the document. */
export interface DocumentChange {
  /** Ids of records whose content changed, by kind. */
  readonly records: ReadonlyMap<Kind, ReadonlySet<string>>;
  /** Whether the map's own fields changed. */
  readonly map: boolean;
  /** Where the change came from. */
  readonly origin: unknown;
  /** Whether somebody else (another person, another tab) made it. */
  readonly foreign: boolean;
}

/** Why a change was refused. */
export type ChangeRefusal = 'read-only';

/** What came of a change: what the change returned, or why it was refused. */
export type ChangeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: ChangeRefusal };

export interface JourneyDocumentOptions {
  readonly entropy: Entropy;
  /** Opaque id of who works here; stamped on what is created and deleted. */
  readonly actor: string;
  /** The Yjs document to work on; a fresh one when left out. */
  readonly ydoc?: Y.Doc;
}

/** The name of a record's map at the top of the document. */
export type RecordPlace = RecordRef | { readonly kind: typeof mapRoot; readonly id: typeof mapSubject };

/**
 * One journey map as a shared document. All writing goes through `change`, all watching through `observe`; local and
 * remote edits, undo and loading travel the same way.
 */
export class JourneyDocument {
  readonly ydoc: Y.Doc;
  readonly entropy: Entropy;
  readonly actor: string;
  #isLocked = false;
  readonly #history: History;
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  readonly #historyListeners = new Set<(state: HistoryState) => void>();
  readonly #stopObserving: () => void;

  constructor(options: JourneyDocumentOptions) {
    this.ydoc = options.ydoc ?? new Y.Doc();
    this.entropy = options.entropy;
    this.actor = options.actor;
    this.#history = new History(this);
    this.#stopObserving = this.#startObserving();
  }

  /** The map of all records of a kind. */
  recordsOf(kind: Kind): Y.Map<unknown> {
    return this.ydoc.getMap(kind);
  }

  /** The map that holds a record's fields; undefined when there is no such record. */
  recordMap(place: RecordPlace): RecordMap | undefined {
    if (place.kind === mapRoot) return this.ydoc.getMap(mapRoot);
    const found = this.recordsOf(place.kind).get(place.id);
    return found instanceof Y.Map ? found : undefined;
  }

  /** Reads one record leniently; undefined when there is none with this id. Deleted records are read too. */
  read<K extends Kind>(kind: K, id: string): RecordOfKind<K> | undefined {
    const map = this.recordMap({ kind, id });
    return map && (readRecordMap(recordDefinitions[kind], id, map) as RecordOfKind<K>);
  }

  /** Reads the map's own fields. */
  readMap(): JourneyMap {
    return readRecordMap(mapDefinition, mapSubject, this.ydoc.getMap(mapRoot));
  }

  /** Reads everything: what a mirror starts from. */
  readTables(): Tables {
    const tables: Partial<Record<Kind, ReadonlyMap<string, unknown>>> = {};
    for (const kind of kinds) {
      const table = new Map<string, unknown>();
      const definition = recordDefinitions[kind];
      this.recordsOf(kind).forEach((record, id) => {
        if (record instanceof Y.Map) table.set(id, readRecordMap(definition, id, record));
      });
      tables[kind] = table;
    }
    return { ...tables, map: this.readMap() } as unknown as Tables;
  }

  /** Schema version the document was written with; 0 while nothing is loaded. */
  get schemaVersion(): number {
    const stored = this.ydoc.getMap(metaRoot).get('schemaVersion');
    return typeof stored === 'number' ? stored : 0;
  }

  /** Whether the document was written by a newer program and must not be changed by this one. */
  get isNewer(): boolean {
    return this.schemaVersion > schemaVersion;
  }

  /** Whether it must not be changed here: a newer program wrote it, or whoever works here may not edit. */
  get isReadOnly(): boolean {
    return this.#isLocked || this.isNewer;
  }

  /** Forbids changes, or allows them again. */
  lock(isLocked: boolean): void {
    if (this.#isLocked === isLocked) return;
    this.#isLocked = isLocked;
    this.#tellHistory();
  }

  /**
   * Makes one change: one transaction, one step of undo. Refused when the document is read-only.
   *
   * @param label what the step is called where undo names it
   * @param gesture steps with the same gesture, one after the other, become one step (typing in one field)
   */
  change<T>(label: string, write: (writer: DocumentWriter) => T, gesture?: string): ChangeResult<T> {
    if (this.isReadOnly) return { ok: false, reason: 'read-only' };
    const value = this.#history.record(label, write, gesture);
    this.#tellHistory();
    return { ok: true, value };
  }

  /** Takes back this person's last step, sparing what others did since. Returns its label, or null when there is none. */
  undo(): string | null {
    if (this.isReadOnly) return null;
    const label = this.#history.undo();
    this.#tellHistory();
    return label;
  }

  /** Does the last undone step again. Returns its label, or null when there is none. */
  redo(): string | null {
    if (this.isReadOnly) return null;
    const label = this.#history.redo();
    this.#tellHistory();
    return label;
  }

  /** Forgets what could be undone: something was taken out of the map for good, and must not come back that way. */
  forgetHistory(): void {
    this.#history.forget();
    this.#tellHistory();
  }

  /** What undo and redo would do now. */
  get historyState(): HistoryState {
    return this.#history.state;
  }

  /** Calls back after every transaction that changed something. Returns the way to stop. */
  observe(listener: (change: DocumentChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back whenever what undo and redo would do may have changed. Returns the way to stop. */
  observeHistory(listener: (state: HistoryState) => void): () => void {
    this.#historyListeners.add(listener);
    return () => this.#historyListeners.delete(listener);
  }

  /** Takes in what others wrote. Never undoable here. Throws when the bytes are no Yjs update. */
  applyUpdate(update: Uint8Array, origin: Origin = origins.remote): void {
    Y.applyUpdate(this.ydoc, update, origin);
  }

  /** The whole document as a Yjs update (V1). */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.ydoc);
  }

  /** Stops observing and frees the document. */
  destroy(): void {
    this.#stopObserving();
    this.#listeners.clear();
    this.#historyListeners.clear();
    this.#history.destroy();
    this.ydoc.destroy();
  }

  #tellHistory(): void {
    const state = this.#history.state;
    for (const listener of this.#historyListeners) listener(state);
  }

  #startObserving(): () => void {
    const stops: (() => void)[] = [];
    let pending: { records: Map<Kind, Set<string>>; map: boolean } | null = null;
    const note = (kind: string, id: string | undefined): void => {
      pending ??= { records: new Map(), map: false };
      if (kind === mapRoot) pending.map = true;
      else if (isKind(kind) && id !== undefined) {
        const ids = pending.records.get(kind);
        if (ids) ids.add(id);
        else pending.records.set(kind, new Set([id]));
      }
    };
    for (const root of [...kinds, mapRoot, metaRoot]) {
      const type = this.ydoc.getMap(root);
      const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
        for (const event of events) {
          const id = event.path[0];
          if (id === undefined && root !== mapRoot && root !== metaRoot) {
            for (const key of (event as Y.YMapEvent<unknown>).keysChanged) note(root, key);
          } else note(root, id === undefined ? undefined : String(id));
          if (isForeign(transaction.origin)) this.#history.noteForeign(root, event);
        }
        if (root === metaRoot) note(mapRoot, undefined);
      };
      type.observeDeep(onEvents);
      stops.push(() => type.unobserveDeep(onEvents));
    }
    // After all observers of the transaction have run, so that a change is told once however many kinds it touches.
    const onAfter = (transaction: Y.Transaction): void => {
      if (!pending) return;
      const change = { ...pending, origin: transaction.origin, foreign: isForeign(transaction.origin) };
      pending = null;
      for (const listener of this.#listeners) listener(change);
    };
    this.ydoc.on('afterTransaction', onAfter);
    stops.push(() => this.ydoc.off('afterTransaction', onAfter));
    return () => stops.forEach((stop) => stop());
  }
}
