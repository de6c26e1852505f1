import { describe, expect, it } from 'vitest';
import type { MapRole } from '../../../src/model/access';
import { newMapId, newRecordId, systemEntropy } from '../../../src/model/ids';
import type { AccessStore, StoredLink } from '../../../server/storage/accessStore';

/** A store under test, and how to open what it holds once more. */
export interface StoreUnderTest {
  readonly store: AccessStore;
  readonly reopen: () => Promise<AccessStore>;
}

const linkOf = (patch: Partial<StoredLink> = {}): StoredLink => ({
  id: newRecordId(systemEntropy),
  role: 'editor',
  label: '',
  expiresAt: null,
  usesLeft: null,
  used: 0,
  createdBy: 'ana',
  createdAt: 1,
  lastUsedAt: null,
  revokedAt: null,
  ...patch,
});

/** What every store of access must do, whatever engine it stands on. */
export function accessStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store of access: ${name}`, () => {
    it('lets exactly one of several claim a map', async () => {
      const { store } = await open();
      const mapId = newMapId(systemEntropy);
      const claims = await Promise.all(['ana', 'ben', 'cia'].map((who) => store.claim(mapId, who, null, 1)));
      expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
      expect((await store.grants(mapId)).map(({ role }) => role)).toEqual(['owner']);
      expect(await store.addressRole(mapId)).toBeNull();
      expect(await store.addressRole(newMapId(systemEntropy))).toBeUndefined();
    });

    it('lets in by a link as often as it may, and the same person again without a further use', async () => {
      const { store } = await open();
      const mapId = newMapId(systemEntropy);
      await store.addLink(mapId, linkOf({ usesLeft: 2, label: 'two' }), 'hash');
      const redeem = (who: string) => store.redeem(mapId, 'hash', who, 10);
      const first = await Promise.all(['ana', 'ben', 'cia'].map(redeem));
      expect(first.filter(({ ok }) => ok)).toHaveLength(2);
      expect(first.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'used-up' });
      expect(await redeem('ana')).toMatchObject({ ok: true, isNew: false });
      expect(await store.links(mapId)).toMatchObject([
        { usesLeft: 0, used: 2, lastUsedAt: 10, label: 'two' },
      ]);
    });

    it('tells apart links that are unknown, revoked and expired; one map’s link opens no other', async () => {
      const { store } = await open();
      const mapId = newMapId(systemEntropy);
      const link = linkOf({ expiresAt: 100 });
      await store.addLink(mapId, link, 'hash');
      expect(await store.redeem(mapId, 'other', 'ana', 10)).toEqual({ ok: false, reason: 'unknown' });
      expect(await store.redeem(newMapId(systemEntropy), 'hash', 'ana', 10)).toEqual({
        ok: false,
        reason: 'unknown',
      });
      expect(await store.redeem(mapId, 'hash', 'ana', 100)).toEqual({ ok: false, reason: 'expired' });
      expect([
        await store.revokeLink(mapId, link.id, 11),
        await store.revokeLink(mapId, link.id, 12),
        await store.revokeLink(mapId, 'nothing', 12),
      ]).toEqual([true, false, false]);
      expect(await store.redeem(mapId, 'hash', 'ana', 13)).toEqual({ ok: false, reason: 'revoked' });
    });

    it('RIGHT-6 keeps the better of two links, and what was given in person over both', async () => {
      const { store } = await open();
      const mapId = newMapId(systemEntropy);
      await store.addLink(mapId, linkOf({ role: 'viewer' }), 'view');
      await store.addLink(mapId, linkOf({ role: 'editor' }), 'edit');
      const roleOf = async (): Promise<MapRole | undefined> =>
        (await store.grantsOf(mapId, ['ana', 'nobody']))[0]?.role;
      await store.redeem(mapId, 'edit', 'ana', 1);
      await store.redeem(mapId, 'view', 'ana', 2);
      expect(await roleOf()).toBe('editor');
      expect(await store.setRole(mapId, 'ana', 'viewer', 3)).toBe('changed');
      expect((await store.grantsOf(mapId, ['ana']))[0]).toMatchObject({ role: 'viewer', link: null });
      expect(await store.setRole(mapId, 'nobody', 'viewer', 3)).toBe('not-found');
    });

    it('never takes away the last owner, and lets nobody who was removed back by the same link', async () => {
      const { store } = await open();
      const mapId = newMapId(systemEntropy);
      await store.claim(mapId, 'ana', null, 1);
      await store.addLink(mapId, linkOf(), 'hash');
      await store.redeem(mapId, 'hash', 'ben', 2);
      expect(await store.endGrant(mapId, 'ana', 3)).toBe('last-owner');
      expect(await store.setRole(mapId, 'ana', 'editor', 3)).toBe('last-owner');
      expect(await store.endGrant(mapId, 'ben', 4)).toBe('changed');
      expect(await store.redeem(mapId, 'hash', 'ben', 5)).toEqual({ ok: false, reason: 'removed' });
      expect(await store.grants(mapId)).toMatchObject([
        { principal: 'ana' },
        { principal: 'ben', endedAt: 4 },
      ]);
      await store.addLink(mapId, linkOf({ role: 'owner' }), 'second');
      await store.redeem(mapId, 'second', 'cia', 6);
      expect(await store.endGrant(mapId, 'ana', 7)).toBe('changed');
    });

    it('remembers people; an actor id belongs to whoever said it first', async () => {
      const { store } = await open();
      await store.savePerson({ principal: 'ana', name: 'Ana', actor: 'actor-a', account: false });
      await store.savePerson({ principal: 'mal', name: 'Ana', actor: 'actor-a', account: false });
      await store.savePerson({ principal: 'ana', name: 'Anna', actor: 'actor-b', account: true });
      await store.savePerson({ principal: 'new', name: 'New', actor: null, account: true });
      expect(await store.people(['ana', 'mal', 'nobody'])).toEqual([
        { principal: 'ana', name: 'Anna', actor: 'actor-a', account: true },
        { principal: 'mal', name: 'Ana', actor: null, account: false },
      ]);
    });

    it('OPS-4 puts another text in place of one in names, labels and audit logs, as it is written', async () => {
      const { store } = await open();
      const mapId = newMapId(systemEntropy);
      await store.claim(mapId, 'ana', null, 1);
      await store.addLink(mapId, linkOf({ label: '100%_ for Quist' }), 'first');
      await store.savePerson({ principal: 'ana', name: '100%_', actor: null, account: false });
      await store.savePerson({ principal: 'ben', name: '100 x', actor: null, account: false });
      await store.note(mapId, { at: 5, event: 'made', principal: 'ana', name: '100%_', detail: 'to 100%_' });
      expect(await store.replaceText('100%_', '$&')).toBe(4);
      expect((await store.links(mapId)).map(({ label }) => label)).toEqual(['$& for Quist']);
      expect((await store.people(['ana', 'ben'])).map(({ name }) => name)).toEqual(['$&', '100 x']);
      expect(await store.audit(mapId, 9)).toMatchObject([{ name: '$&', detail: 'to $&' }]);
      expect(await store.replaceText('100%_', 'x')).toBe(0);
    });

    it('keeps sessions until they end, and everything over a restart', async () => {
      const { store, reopen } = await open();
      const mapId = newMapId(systemEntropy);
      await store.claim(mapId, 'ana', 'viewer', 1);
      await store.addSession('one', 'ana', 100);
      await store.addSession('two', 'ben', 100);
      await store.endSession('two');
      await store.note(mapId, { at: 5, event: 'made', principal: 'ana', name: 'Ana', detail: '' });
      await store.note(mapId, { at: 6, event: 'opened', principal: null, name: '', detail: 'x' });
      const again = await reopen();
      expect([
        await again.sessionPrincipal('one', 99),
        await again.sessionPrincipal('one', 100),
        await again.sessionPrincipal('two', 5),
        await again.addressRole(mapId),
      ]).toEqual(['ana', null, null, 'viewer']);
      expect((await again.audit(mapId, 10)).map(({ event }) => event)).toEqual(['opened', 'made']);
      expect(await again.audit(mapId, 1)).toHaveLength(1);
      await again.setAddressRole(mapId, null);
      expect(await again.addressRole(mapId)).toBeNull();
    });
  });
}
