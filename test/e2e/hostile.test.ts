import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { awarenessFrame } from '../../server/sync/frames';
import { messageType, subprotocol } from '../../src/doc/wire';
import { RawClient, updateOf } from '../server/support/rawClient';
import {
  card,
  expectSaveState,
  introduce,
  openSample,
  redeemLink,
  rename,
  share,
} from './support/mapActions';
import { test } from './support/test';
import { ticketProtocol } from '../server/support/tickets';

const mapIdOf = (page: Page): string => page.url().split('/').at(-1) ?? '';

/** Ana on her shared map, and where strangers with the link find it. */
async function sharedMap(page: Page, origin: string) {
  await openSample(page);
  const link = await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  const join = async (): Promise<RawClient> => {
    const server = { url: origin };
    const ticket = await ticketProtocol(server, mapIdOf(page), await redeemLink(link));
    return new RawClient(server, mapIdOf(page), [subprotocol, ticket]).synced();
  };
  return { join };
}

/** The honest browser still works, and what it does still reaches the others. */
async function expectUnharmed(page: Page, witness: RawClient, from: string, to: string): Promise<void> {
  await rename(page, from, to);
  await expectSaveState(page, /^Saved$/);
  await expect.poll(() => JSON.stringify(witness.doc.getMap('touchpoints').toJSON())).toContain(to);
}

test('the room and honest browsers outlive malformed, oversize and forged frames', async ({ page, app }) => {
  const { join } = await sharedMap(page, app.origin);
  const witness = await join();
  const attacks: Readonly<Record<string, (peer: RawClient) => void>> = {
    'a text frame': (peer) => peer.send('hello'),
    'an empty frame': (peer) => peer.send(new Uint8Array()),
    'an unknown type': (peer) => peer.send(Uint8Array.of(77, 1, 2)),
    'a frame that lies about its length': (peer) =>
      peer.send(Uint8Array.of(messageType.sync, 2, 255, 255, 3)),
    'noise as an update': (peer) =>
      peer.sendUpdate(Uint8Array.from({ length: 200 }, (_, i) => (i * 89) % 256)),
    'a claim of 33 million structs': (peer) =>
      peer.sendUpdate(Uint8Array.of(1, 0xc0, 0x97, 0xde, 0x0f, 1, 0)),
    'a frame of 2 MB': (peer) => peer.sendUpdate(new Uint8Array(2_000_000)),
    'presence of 100 KB': (peer) =>
      peer.send(
        awarenessFrame([{ clientId: 5, clock: 1, json: JSON.stringify({ name: 'x'.repeat(100_000) }) }]),
      ),
    'a top-level name no map has': (peer) =>
      peer.sendUpdate(updateOf((doc) => doc.getMap('__proto__').set('a', 1))),
    'an update under somebody else’s client id': (peer) => {
      const forged = new Y.Doc();
      const [ana] = peer.presence.keys();
      if (ana === undefined) throw new Error('the server has not said who is here');
      forged.clientID = ana;
      peer.sendUpdate(updateOf((doc) => doc.getMap('map').set('title', 'stolen'), forged));
    },
  };
  for (const [name, attack] of Object.entries(attacks)) {
    const peer = await join();
    attack(peer);
    expect(await peer.closed().catch(() => 0), name).toBeGreaterThanOrEqual(1_003);
  }
  // Asking for the whole state again and again is answered now and then, and otherwise passed over.
  const greedy = await join();
  for (let times = 0; times < 2_000; times++) greedy.sendStep1();
  await expectUnharmed(page, witness, 'Pay', 'Pay by card');
  await page.getByRole('heading', { level: 1, name: 'Buy online, collect and return in store' }).waitFor();
});

test('LOC-63: names that pose, hide, shout or carry markup are shown clipped, as text', async ({
  page,
  app,
}) => {
  const { join } = await sharedMap(page, app.origin);
  const names = {
    markup: '<img src=x onerror="document.title=\'owned\'">',
    direction: '\u202Eanna\u2066',
    invisible: '\u200B\u2060\uFEFF\u3164',
    marks: `Z${'\u0301'.repeat(300)}`,
    long: 'W'.repeat(2_000),
  };
  for (const [index, name] of Object.values(names).entries()) {
    const peer = await join();
    const state = {
      name,
      function: 'it',
      cursor: { x: 300, y: 300 },
      selection: [],
      drag: [],
      editing: null,
    };
    peer.send(awarenessFrame([{ clientId: 1_000 + index, clock: 1, json: JSON.stringify(state) }]));
  }
  await page.getByRole('button', { name: /Who is here: 5 people/ }).click();
  const shown = await page.locator('.people-name').allInnerTexts();
  expect(shown).toHaveLength(5);
  expect(shown).toContain(names.markup);
  expect(shown).toContain('anna');
  expect(shown.every((name) => name.length <= 90)).toBe(true);
  const window = page.viewportSize();
  for (const name of await page.locator('.people-name').all()) {
    const box = await name.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(window?.width ?? 0);
    expect(box?.height ?? 0).toBeLessThan(60);
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => page.title()).not.toBe('owned');
  await expectUnharmed(page, await join(), 'Pay', 'Pay by card');
});

test('content that the server lets through but no program of ours writes does not stop the page', async ({
  page,
  app,
}) => {
  const { join } = await sharedMap(page, app.origin);
  const peer = await join();
  const send = (change: (doc: Y.Doc) => void): void => peer.sendUpdate(updateOf(change, peer.doc));
  send((doc) => {
    const wild = new Y.Map<unknown>();
    for (const [key, value] of Object.entries({
      title: 5,
      at: Number.POSITIVE_INFINITY,
      offset: 'far',
      emotion: { deep: [1] },
      order: null,
    }))
      wild.set(key, value);
    doc.getMap('touchpoints').set('aaaaaaaaaaaa', wild);
    doc.getMap('touchpoints').set('not an id!', new Y.Map());
    const far = new Y.Map<unknown>();
    far.set('title', `\u202E${'long '.repeat(500)}`);
    far.set('at', 1e300);
    far.set('offset', -1e300);
    doc.getMap('touchpoints').set('bbbbbbbbbbbb', far);
    doc.getMap('stages').set('cccccccccccc', new Y.Map(Object.entries({ start: 1e308, end: -1e308 })));
    doc.getMap('map').set('title', { html: '<b>x</b>' });
  });
  await new Promise((resolve) => peer.socket.once('pong', resolve).ping());
  await expectUnharmed(page, await join(), 'Pay', 'Pay by card');
  await page.reload();
  await card(page, 'Pay by card').waitFor();
});
