import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncFrame } from '../../server/sync/frames';
import { metaRoot, syncPath } from '../../src/doc/wire';
import { recordDefinitions, type Kind } from '../../src/model/kinds';
import { en } from '../../src/ui/texts/en';
import { card, introduce, openSample, recordsOf, redeemLink, share } from './support/mapActions';
import { test } from './support/test';
import { ticketProtocol } from '../server/support/tickets';

type Row = Readonly<Record<string, unknown>>;

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Details' });
}

/** Goes on by a row of the panel that leads to a record. */
async function follow(page: Page, name: string | RegExp): Promise<void> {
  await panel(page).getByRole('button', { name, exact: true }).first().click();
}

/** What every record has that nobody types: who made or deleted it and when, and what came with it from elsewhere. */
const kept = new Set(['createdAt', 'createdBy', 'deletedAt', 'deletedBy', 'source', 'ext']);

/** How each kind is opened, from an open sample; and what its fields are called where that is not their own name. */
const panels: readonly {
  readonly kind: Kind;
  readonly texts: string;
  readonly open: (page: Page) => Promise<void>;
  /** What edits a field that is more than one control. */
  readonly controls?: Readonly<Record<string, string>>;
  /** Where a record stands in a list is changed by moving it there; the ends of a usage are what it is. */
  readonly without?: readonly string[];
}[] = [
  {
    kind: 'touchpoints',
    texts: 'touchpoint',
    open: (page) => card(page, 'Return an item').click(),
    controls: {
      channels: en['inspector.touchpoint.addChannel'],
      emotion: en['inspector.touchpoint.emotionNumber'],
      pains: en['inspector.touchpoint.addPain'],
      gains: en['inspector.touchpoint.addGain'],
      opportunities: en['inspector.touchpoint.addOpportunity'],
      kpis: en['inspector.kpi.add'],
      evidence: en['inspector.evidence.add'],
      pictures: en['pictures.add'],
      dataCaptured: en['inspector.data.add'],
      dataNeeded: en['inspector.data.add'],
    },
  },
  {
    kind: 'stages',
    texts: 'stage',
    open: (page) => page.locator('.react-flow__node-stage', { hasText: 'Get it' }).click(),
  },
  {
    kind: 'systems',
    texts: 'system',
    open: (page) => page.locator('.gutter').getByText('Web shop').click(),
    controls: { links: en['inspector.link.add'] },
    without: ['order'],
  },
  {
    kind: 'dataFlows',
    texts: 'flow',
    open: (page) => follow(page, /^Order management/),
    controls: { dataObjects: en['inspector.data.add'] },
  },
  {
    kind: 'dataObjects',
    texts: 'dataObject',
    open: async (page) => {
      await card(page, 'Return an item').click();
      await follow(page, 'Order');
    },
  },
  {
    kind: 'parties',
    texts: 'party',
    open: async (page) => {
      await card(page, 'Return an item').click();
      await follow(page, 'Retail IT');
    },
  },
  {
    kind: 'transitions',
    texts: 'transition',
    open: async (page) => {
      await card(page, 'Return an item').click();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    kind: 'usages',
    texts: 'usage',
    open: async (page) => {
      await card(page, 'Return an item').click();
      await follow(page, 'Details of Store tills (POS)');
    },
    without: ['touchpoint', 'system'],
  },
];

async function unfoldAll(page: Page): Promise<void> {
  const closed = panel(page).locator('details:not([open]) > summary');
  for (let left = await closed.count(); left > 0; left--) await closed.first().click();
}

/** A field by the name people read, in whatever form it is edited. */
function control(page: Page, name: string): Locator {
  const place = panel(page);
  return place
    .getByLabel(name, { exact: true })
    .or(place.getByLabel(`${name}:`))
    .or(place.getByRole('switch', { name }))
    .or(place.getByRole('button', { name, exact: true }));
}

test('every field of every kind has a control with its name', async ({ page }) => {
  await openSample(page);
  await card(page, 'Return an item').waitFor();
  const missing: string[] = [];
  for (const { kind, texts, open, controls = {}, without = [] } of panels) {
    await open(page);
    await panel(page)
      .getByText(en[`model.kind.${kind}` as keyof typeof en] as string, { exact: true })
      .first()
      .waitFor();
    await unfoldAll(page);
    for (const field of Object.keys(recordDefinitions[kind].fields)) {
      if (kept.has(field) || without.includes(field)) continue;
      const name =
        controls[field] ?? (en as Readonly<Record<string, unknown>>)[`inspector.${texts}.${field}`];
      const found = typeof name === 'string' ? await control(page, name).count() : 0;
      if (found === 0) missing.push(`${kind}.${field} (${String(name)})`);
    }
  }
  expect(missing).toEqual([]);
});

test('what each form of control is given lands in the file', async ({ page }) => {
  await openSample(page);
  await card(page, 'Return an item').click();
  await unfoldAll(page);
  const place = panel(page);
  await place.getByRole('textbox', { name: 'What the customer expects' }).fill('Money back at once');
  await page.keyboard.press('Enter');
  await place.getByLabel('Importance').fill('4');
  await page.keyboard.press('Enter');
  await place.getByLabel('Row', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await place.getByLabel('Who starts it').selectOption({ label: 'The company' });
  await place.getByLabel('No system needed here').press('Space');
  await place.getByLabel('How the customer is recognised').fill('membership card');
  await page.getByRole('option', { name: /membership card/ }).waitFor();
  await page.keyboard.press('Enter');
  await place.getByLabel('Personas', { exact: true }).fill('Night owl');
  await page.getByRole('option', { name: /Night owl/ }).waitFor();
  await page.keyboard.press('Enter');
  const records = await recordsOf(page);
  const persona = (records['personas'] as readonly Row[]).find(({ name }) => name === 'Night owl');
  const told = (records['touchpoints'] as readonly Row[]).find(({ title }) => title === 'Return an item');
  expect(told).toMatchObject({
    expectation: 'Money back at once',
    importance: 4,
    offset: 2,
    initiator: 'company',
    noSystemNeeded: true,
    identityKey: 'membership card',
    personas: expect.arrayContaining([persona?.['id']]) as unknown,
  });
});

/** Says into a shared map, as a newer program would, that the map is now its own. */
async function writeAsNewerProgram(link: string): Promise<void> {
  const newer = new Y.Doc();
  // Of two who write at once the higher id prevails.
  newer.clientID = 0xffffffff;
  newer.getMap(metaRoot).set('schemaVersion', 999);
  const { host, origin, pathname } = new URL(link);
  const mapId = pathname.split('/').at(-1) ?? '';
  const ticket = await ticketProtocol({ url: origin }, mapId, await redeemLink(link));
  const socket = new WebSocket(`ws://${host}${syncPath}/${mapId}`, [ticket]);
  await once(socket, 'open');
  socket.send(syncFrame('update', Y.encodeStateAsUpdate(newer)));
  socket.close();
  await once(socket, 'close');
}

test('a map that a newer program wrote can be read and saved, and nothing in it changed', async ({
  page,
}) => {
  await openSample(page);
  const link = await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await card(page, 'Pay').click();
  await writeAsNewerProgram(link);
  await page.getByText('made with a newer version of Throughline').waitFor();
  await unfoldAll(page);
  const place = panel(page);
  const fields = await place.locator('input, select, textarea').all();
  expect(fields.length).toBeGreaterThan(5);
  for (const field of fields) {
    await expect
      .poll(() => field.evaluate((one) => one.matches(':disabled, [readonly]')), {
        message: await field.innerHTML(),
      })
      .toBe(true);
  }
  const before = await recordsOf(page);
  await card(page, 'Pay').click();
  for (const key of ['n', 's', 'o', 'Delete', 'Control+d', 'F2', 'Alt+ArrowRight'])
    await page.keyboard.press(key);
  await card(page, 'Pay').dblclick();
  await page.keyboard.type('x');
  await expect.poll(() => recordsOf(page)).toEqual(before);
});
