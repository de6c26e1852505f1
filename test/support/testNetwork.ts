import { JourneyDocument } from '../../src/doc/journeyDocument';
import { origins } from '../../src/doc/origins';
import { createJourneyDocument } from '../../src/doc/seed';
import type { Entropy } from '../../src/model/ids';
import type { Bundle } from '../../src/model/bundle';
import { createMirror, type Mirror } from '../../src/store/mirror';

/** Time that moves on by one with every look, and chance from a seed: the same seed replays the same run. */
export function seededEntropy(seed: number): Entropy {
  let state = seed >>> 0;
  let now = 1_700_000_000_000;
  return {
    now: () => ++now,
    // mulberry32 (T. Ettinger): small, fast, good enough for tests.
    random32: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = state;
      t = Math.imul(t ^ (t >>> 15), t | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return (t ^ (t >>> 14)) >>> 0;
    },
  };
}

/** One person's device on the stepped network. */
export interface TestClient {
  readonly name: string;
  readonly document: JourneyDocument;
  readonly mirror: Mirror;
  /** Updates on their way to this client, in the order sent. */
  readonly inbox: Uint8Array[];
  online: boolean;
}

/** A network whose every delivery is a step the test takes: late, reordered, or not at all. */
export class TestNetwork {
  readonly clients: readonly TestClient[];

  constructor(count: number, seed: number, bundle?: Bundle) {
    const first = createJourneyDocument({
      entropy: seededEntropy(seed),
      actor: 'actor0',
      ...(bundle ? { bundle } : {}),
    });
    this.clients = Array.from({ length: count }, (_, index) => {
      const document =
        index === 0
          ? first
          : new JourneyDocument({ entropy: seededEntropy(seed + index * 7919), actor: `actor${index}` });
      document.ydoc.clientID = seed * 10 + index + 1;
      if (index > 0) document.applyUpdate(first.encode());
      return { name: `client ${index}`, document, mirror: createMirror(document), inbox: [], online: true };
    });
    for (const client of this.clients) {
      client.document.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === origins.remote) return;
        for (const other of this.clients) if (other !== client) other.inbox.push(update);
      });
    }
  }

  /** Delivers one waiting update, the one at `index` of the inbox: not necessarily the oldest. */
  deliver(client: TestClient, index = 0): void {
    if (!client.online || client.inbox.length === 0) return;
    const [update] = client.inbox.splice(index % client.inbox.length, 1);
    if (update) client.document.applyUpdate(update);
  }

  /** Everybody comes back and receives everything. */
  settle(): void {
    for (const client of this.clients) {
      client.online = true;
      while (client.inbox.length > 0) this.deliver(client);
    }
  }

  /** Frees all documents. */
  close(): void {
    for (const client of this.clients) {
      client.mirror.stop();
      client.document.destroy();
    }
  }
}
