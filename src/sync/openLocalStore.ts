import type { Entropy } from '../model/ids';
import type { OpenChannel } from './channel';
import type { NoteStorage } from './lastNotes';
import { LocalStore } from './localStore';
import { browserPictures } from './storedPictures';

/** The store of this browser. */
export function openLocalStore(entropy: Entropy, openChannel: OpenChannel): LocalStore {
  return new LocalStore({
    entropy,
    openChannel,
    tryLock: async (name, work) => {
      if (!('locks' in navigator)) await work();
      else await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
    },
    askPersistence: async () => (await navigator.storage?.persist?.()) ?? false,
    noteStorage: browserNotes(),
    pictures: browserPictures(),
  });
}

/** The browser's localStorage; null where it is closed to us. */
function browserNotes(): NoteStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
