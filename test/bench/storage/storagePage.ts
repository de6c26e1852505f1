import * as Y from 'yjs';
import { JourneyDocument } from '../../../src/doc/journeyDocument';
import { origins } from '../../../src/doc/origins';
import { createSessionStore } from '../../../src/store/session';
import { openBroadcastChannel } from '../../../src/sync/channel';
import { openLocalStore } from '../../../src/sync/openLocalStore';
import { openSession } from '../../../src/sync/openSession';
import { browserPageLife } from '../../../src/sync/pageLife';
import { systemScheduler } from '../../../src/sync/scheduler';
import { systemEntropy } from '../../../src/model/ids';
import { syntheticBundle, syntheticDocument } from '../syntheticMap';

/** `nothing` only takes the edits into a document; `stored` is the program's own session, which keeps them. */
export type StorageVariant = 'nothing' | 'stored';

/** A map that is open and about to get edits from a colleague. */
export interface OpenedVariant {
  /** Takes `count` edits, evenly over `ms` milliseconds, 0 for all at once, and settles when they are stored. */
  take(count: number, ms: number): Promise<void>;
  close(): Promise<void>;
}

const mapSize = 1_000;
const actor = 'bench';

declare global {
  var openVariant: (variant: StorageVariant, edits: number) => Promise<void>;
  var openedVariant: OpenedVariant;
}

globalThis.openVariant = async (variant, edits) => {
  const { ydoc, flush, close } = variant === 'stored' ? await openStored() : openUnstored();
  const updates = prepareEdits(ydoc, edits);
  let taken = 0;
  globalThis.openedVariant = {
    async take(count, ms) {
      const start = performance.now();
      const end = taken + count;
      while (taken < end) {
        const share = ms === 0 ? 1 : Math.min(1, (performance.now() - start) / ms);
        const due = end - count + Math.ceil(share * count);
        for (; taken < due; taken++) Y.applyUpdate(ydoc, updates[taken] as Uint8Array, origins.remote);
        if (taken < end) await new Promise((resolve) => setTimeout(resolve, ms / count));
      }
      await flush();
    },
    close,
  };
};

interface OpenedDocument {
  readonly ydoc: Y.Doc;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openStored(): Promise<OpenedDocument> {
  const store = openLocalStore(systemEntropy, openBroadcastChannel);
  const made = await store.createMap({ actor, name: 'Bench' }, syntheticBundle(mapSize));
  if (!made.ok) throw new Error(made.reason);
  const opened = await openSession({
    mapId: made.value,
    store,
    session: createSessionStore(),
    entropy: systemEntropy,
    actor,
    scheduler: systemScheduler,
    page: browserPageLife(),
    server: null,
  });
  if (!opened.ok) throw new Error(opened.reason);
  const close = async (): Promise<void> => {
    await opened.close();
    store.close();
  };
  return { ydoc: opened.document.ydoc, flush: () => opened.flush(), close };
}

function openUnstored(): OpenedDocument {
  const document = new JourneyDocument({ entropy: systemEntropy, actor });
  Y.applyUpdate(document.ydoc, Y.encodeStateAsUpdate(syntheticDocument(mapSize)), origins.stored);
  return { ydoc: document.ydoc, flush: async () => undefined, close: async () => document.destroy() };
}

/** What a colleague’s edits of single fields send: each an update of its own. */
function prepareEdits(ydoc: Y.Doc, count: number): Uint8Array[] {
  const colleague = new Y.Doc();
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(ydoc));
  const records = [...colleague.getMap('touchpoints').values()] as Y.Map<unknown>[];
  const updates: Uint8Array[] = [];
  colleague.on('update', (update) => updates.push(update));
  for (let i = 0; i < count; i++) records[(i * 7) % records.length]?.set('title', `A colleague’s edit ${i}`);
  colleague.destroy();
  return updates;
}
