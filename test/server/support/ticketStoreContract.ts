import { describe, expect, it } from 'vitest';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import type { StoredTicket, TicketStore } from '../../../server/storage/ticketStore';

/** A store under test, and how another process sees it. */
export interface TicketStoreUnderTest {
  readonly store: TicketStore;
  readonly beside: TicketStore;
}

const hash = (): string => newMapId(systemEntropy);
const ticketOf = (patch: Partial<StoredTicket> = {}): StoredTicket => ({
  mapId: newMapId(systemEntropy),
  device: 'd:ana',
  isRecognised: true,
  account: null,
  role: 'editor',
  generation: 'first',
  expiresAt: 60_000,
  ...patch,
});

/** What every store of tickets must do, whatever engine it stands on. */
export function ticketStoreContract(name: string, open: () => Promise<TicketStoreUnderTest>): void {
  describe(`store of tickets: ${name}`, () => {
    it('gives back what was put, once, in whatever process', async () => {
      const { store, beside } = await open();
      const [mine, hers] = [ticketOf(), ticketOf({ account: 'a:ben', isRecognised: false, role: 'viewer' })];
      const [one, two] = [hash(), hash()];
      await store.put(one, mine, 0);
      await store.put(two, hers, 0);
      expect(await beside.take(two)).toEqual(hers);
      expect(await store.take(two)).toBeNull();
      expect(await store.take(one)).toEqual(mine);
      expect(await store.take(hash())).toBeNull();
    });

    it('gives it to exactly one of many who ask at once', async () => {
      const { store, beside } = await open();
      for (let round = 0; round < 20; round++) {
        const one = hash();
        await store.put(one, ticketOf(), 0);
        const asked = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : beside).take(one));
        expect((await Promise.all(asked)).filter((ticket) => ticket !== null)).toHaveLength(1);
      }
    });

    it('forgets those that have ended, and no others', async () => {
      const { store, beside } = await open();
      const [ended, running] = [hash(), hash()];
      await store.put(ended, ticketOf({ expiresAt: 1_000 }), 0);
      await store.put(running, ticketOf({ expiresAt: 2_000 }), 0);
      await beside.put(hash(), ticketOf({ expiresAt: 61_000 }), 1_000);
      expect(await store.take(ended)).toBeNull();
      expect(await store.take(running)).not.toBeNull();
    });
  });
}
