import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistoryState } from '../doc/history';
import type { DocumentChange, JourneyDocument } from '../doc/journeyDocument';
import { kinds, type Kind } from '../model/kinds';
import { patchedMap } from '../model/patchedMap';
import { resolve, type Journey } from '../model/resolve';
import type { Tables } from '../model/tables';

/** The document as plain, frozen-in-time values: a new state for every change, sharing all that stayed the same. */
export interface MirrorState {
  readonly journey: Journey;
  readonly history: HistoryState;
  /** Whether the document must not be changed here: a newer program wrote it, or one may not edit. */
  readonly readOnly: boolean;
  /** Counts changes; for whoever only wants to know that something happened. */
  readonly revision: number;
  /** What made this state of the one before it; null at first. */
  readonly change: DocumentChange | null;
}

/** A mirror and the way to stop it. */
export interface Mirror {
  readonly store: StoreApi<MirrorState>;
  readonly stop: () => void;
  /** Runs work when the mirror stops: what follows from it ends with it. */
  readonly whenStopped: (work: () => void) => void;
}

/** Reads again what a change touched; every other record and table keeps its identity. */
export function updateTables(tables: Tables, document: JourneyDocument, change: DocumentChange): Tables {
  const next: Record<string, unknown> = { ...tables };
  for (const kind of kinds) {
    const ids = change.records.get(kind);
    if (ids) next[kind] = updatedTable(tables, document, kind, ids);
  }
  if (change.map) next['map'] = document.readMap();
  return next as unknown as Tables;
}

function updatedTable(
  tables: Tables,
  document: JourneyDocument,
  kind: Kind,
  ids: ReadonlySet<string>,
): unknown {
  const patches = new Map<string, unknown>();
  for (const id of ids) patches.set(id, document.read(kind, id));
  return patchedMap<unknown>(tables[kind], patches);
}

/** Keeps a mirror of a document. Local edits, remote ones, undo and loading all arrive here the same way. */
export function createMirror(document: JourneyDocument): Mirror {
  const read = (): MirrorState => ({
    journey: resolve(document.readTables()),
    history: document.historyState,
    readOnly: document.isReadOnly,
    revision: 0,
    change: null,
  });
  const store = createStore<MirrorState>(read);
  const stop = document.observe((change) => {
    const { journey, revision } = store.getState();
    store.setState({
      journey: resolve(updateTables(journey.tables, document, change), journey),
      readOnly: document.isReadOnly,
      revision: revision + 1,
      change,
    });
  });
  const stopHistory = document.observeHistory((history) =>
    store.setState({ history, readOnly: document.isReadOnly }),
  );
  const endings: (() => void)[] = [stop, stopHistory];
  return {
    store,
    stop: () => {
      for (const end of endings.splice(0)) end();
    },
    whenStopped: (work) => {
      endings.push(work);
    },
  };
}
