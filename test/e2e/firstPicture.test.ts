import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { syntheticFile } from '../bench/syntheticMap';
import { openFiles } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

/** Whether a picture of the open map is stored. */
function hasStoredPicture(page: Page, mapId: string): Promise<boolean> {
  return page.evaluate(
    (id) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('throughline.pictures', 1);
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('pictures'));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const found = database.transaction('pictures').objectStore('pictures').count(id);
          found.addEventListener('success', () => {
            database.close();
            resolve(found.result > 0);
          });
        });
      }),
    mapId,
  );
}

/** Keeps scripts from arriving when the page is loaded again, until they are let in. */
class Gate {
  readonly #scripts: string;
  #letIn: () => void = () => undefined;
  #isOpen = Promise.resolve();

  constructor(scripts: string) {
    this.#scripts = scripts;
  }

  async guard(page: Page): Promise<void> {
    await page.route(this.#scripts, async (route) => {
      await this.#isOpen;
      await route.continue();
    });
  }

  close(): void {
    this.#isOpen = new Promise((resolve) => {
      this.#letIn = resolve;
    });
  }

  async reload(page: Page): Promise<void> {
    this.close();
    await page.reload({ waitUntil: 'commit' });
  }

  letIn(): void {
    this.#letIn();
  }
}

/** Counts the frames in which elements of the map are seen over the picture that stood in for them. */
const countDoubles = `
  globalThis.doubles = 0;
  const look = () => {
    if (document.querySelector('.stand-in > canvas') && document.querySelector('.canvas-surface .react-flow__node'))
      globalThis.doubles++;
    requestAnimationFrame(look);
  };
  look();
`;

/** The colour in the lower left of the stand-in: the ground below the line of visibility. */
function groundOf(page: Page): Promise<string> {
  return page.locator('#map-stand-in').evaluate((canvas) => {
    const { height } = canvas as HTMLCanvasElement;
    const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(1, height - 2, 1, 1).data;
    return [...(data ?? [])].slice(0, 3).join(' ');
  });
}

test('PIC-11, PIC-12, PIC-13: a large map is seen before the program is there, as it was left and in the theme of now', async ({
  newPage,
}) => {
  const page = await newPage({ colorScheme: 'light' });
  await openFiles(page, { name: 'large.throughline.json', text: syntheticFile(300) });
  await page.waitForURL(/\/m\//);
  const mapId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const cards = page.locator('.react-flow__node-touchpoint');
  await cards.first().waitFor();
  await page.mouse.move(700, 600);
  await page.mouse.wheel(500, 40);
  const viewport = page.locator('.react-flow__viewport');
  const remembered = (): Promise<string> =>
    page.evaluate((id) => localStorage.getItem(`throughline.view.${id}`) ?? '', mapId);
  await expect.poll(remembered).toContain('viewport');
  await expect.poll(() => hasStoredPicture(page, mapId)).toBe(true);
  const left = await viewport.getAttribute('style');

  await page.addInitScript(countDoubles);
  const gate = new Gate('**/assets/index-*.js');
  await gate.guard(page);
  await gate.reload(page);
  const standIn = page.locator('#map-stand-in');
  await standIn.waitFor();
  expect(await page.locator('#root > *').count(), 'nothing of the program is there').toBe(0);
  expect(await groundOf(page)).toBe('243 242 236');
  expect(
    await page.locator('link[rel="modulepreload"][href*="/MapPage-"]').count(),
    'fetched beside it',
  ).toBe(1);
  const shown = await standIn.boundingBox();
  await page.mouse.click(700, 300);
  gate.letIn();
  await cards.first().waitFor();
  await standIn.waitFor({ state: 'detached' });
  expect(await page.evaluate('globalThis.doubles'), 'frames in which it is seen twice').toBe(0);
  expect(await page.locator('.canvas-stage').boundingBox(), 'where the canvas is').toEqual(shown);
  expect(await viewport.getAttribute('style'), 'as it was left').toBe(left);

  await page.emulateMedia({ colorScheme: 'dark' });
  await gate.reload(page);
  await standIn.waitFor();
  expect(await groundOf(page)).toBe('24 26 32');
  await shoot(page, 'first-picture-dark');
  gate.letIn();
  await standIn.waitFor({ state: 'detached' });

  const picture = new Gate('**/assets/first-picture-*.js');
  const map = new Gate('**/assets/MapPage-*.js');
  await picture.guard(page);
  await map.guard(page);
  picture.close();
  await map.reload(page);
  const opening = page.locator('.page-opening');
  await opening.waitFor();
  expect(await standIn.count(), 'the program is sooner').toBe(0);
  picture.letIn();
  await standIn.waitFor();
  expect(await opening.getAttribute('data-over'), 'it still says what happens').not.toBeNull();
  map.letIn();
  await cards.first().waitFor();
  await standIn.waitFor({ state: 'detached' });

  await page.goto('/');
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => hasStoredPicture(page, mapId), { message: 'forgotten with the map' }).toBe(false);
});
