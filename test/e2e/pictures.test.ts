import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, openSample, recordsOf } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

/** Draws a picture in the page, as a camera or a screenshot would have made it; returns it as base64. */
function drawPicture(page: Page, type: 'image/png' | 'image/jpeg'): Promise<string> {
  return page.evaluate((wanted) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 2000, height: 1200 });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    for (let x = 0; x < 40; x++)
      for (let y = 0; y < 24; y++) {
        context.fillStyle = `hsl(${(x * 37 + y * 91) % 360} 60% ${40 + ((x * y) % 30)}%)`;
        context.fillRect(x * 50, y * 50, 50, 50);
      }
    context.fillStyle = '#fff';
    context.font = '120px sans-serif';
    context.fillText('Queue at the till', 300, 600);
    return canvas.toDataURL(wanted).split(',')[1] ?? '';
  }, type);
}

type Way = 'paste' | 'dragover' | 'drop';

/** Pastes a file on the canvas, or drags it over or drops it on an element, as a browser does when a person does. */
async function bring(
  page: Page,
  way: Way,
  selector: string,
  file: { name: string; type: string; base64: string },
) {
  await page.evaluate(
    ({ how, to, base64, name, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const target = document.querySelector(to);
      if (!target) throw new Error(`there is no ${to}`);
      const usual = { bubbles: true, cancelable: true };
      target.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...usual })
          : new DragEvent(how, { dataTransfer: data, ...usual }),
      );
    },
    { how: way, to: selector, ...file },
  );
}

/** A photo with what a camera writes beside it, in the place where it writes it. */
function withCameraNotes(jpeg: string): Buffer {
  const bytes = Buffer.from(jpeg, 'base64');
  const notes = Buffer.from('Exif\0\0GPS 52.5200 N 13.4050 E');
  const marker = Buffer.from([0xff, 0xe1, 0, notes.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), marker, notes, bytes.subarray(2)]);
}

interface Kept {
  readonly title: string;
  readonly evidence?: readonly {
    readonly title: string;
    readonly level: string;
    readonly picture?: string;
  }[];
  readonly pictures?: readonly { readonly id: string; readonly data: string; readonly width: number }[];
}

async function keptAt(page: Page, title: string): Promise<Kept | undefined> {
  const { touchpoints } = await recordsOf(page);
  return (touchpoints as readonly Kept[]).find((one) => one.title === title);
}

test('EVD-1, EVD-2, EVD-5: pictures are pasted, dropped and chosen, small and large, and taken away again', async ({
  newPage,
}) => {
  const page = await newPage();
  await openSample(page);
  const png = { name: 'image.png', type: 'image/png', base64: await drawPicture(page, 'image/png') };
  const svg = { ...png, base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64') };
  const canvas = '[data-canvas-focus="true"]';
  await card(page, 'Collect in store').click();
  await page.locator(canvas).waitFor();
  await bring(page, 'paste', canvas, png);
  await page.getByText('“Collect in store” has 1 more picture as evidence').waitFor();
  await bring(page, 'paste', canvas, svg);
  await page.getByText('Only pictures of the kinds PNG, JPEG, WebP and GIF').waitFor();

  // A photo chosen in the panel loses where it was taken, and gets a name and a level.
  await page.locator('summary', { hasText: 'Evidence' }).click();
  const photo = withCameraNotes(await drawPicture(page, 'image/jpeg'));
  await page
    .getByTestId('picture-input')
    .setInputFiles([{ name: 'Till on Saturday.jpg', mimeType: 'image/jpeg', buffer: photo }]);
  const small = page.getByRole('button', { name: 'Enlarge “Till on Saturday”' });
  await small.waitFor();
  await page.getByRole('listitem').filter({ has: small }).getByLabel('How sure').selectOption('Observed');
  await expect
    .poll(() => small.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(300);
  const kept = await keptAt(page, 'Collect in store');
  expect(kept?.evidence?.slice(-2).map(({ title, level }) => [title, level])).toEqual([
    ['', 'assumed'],
    ['Till on Saturday', 'observed'],
  ]);
  for (const { data, width } of kept?.pictures ?? []) {
    expect(data).toMatch(/^data:image\/webp;base64,/);
    expect(data.length).toBeLessThanOrEqual(65_536);
    expect(width).toBeLessThanOrEqual(1280);
    expect(Buffer.from(data.split(',')[1] ?? '', 'base64').includes('GPS')).toBe(false);
  }
  await small.scrollIntoViewIfNeeded();
  await shoot(page, 'pictures-panel');
  await expectNoAxeFindings(page);

  // Large, by the keyboard; Escape leads back to where one was.
  await small.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Till on Saturday' });
  await dialog.getByRole('img', { name: 'Till on Saturday' }).waitFor();
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectEverythingFits(page);
  await shoot(page, 'pictures-large-1024');
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => small.evaluate((button) => button === document.activeElement)).toBe(true);

  // Dropped on a card it belongs to that one; beside all cards it belongs to none.
  const id = await page
    .locator('.react-flow__node-touchpoint:not(.selected)')
    .first()
    .getAttribute('data-id');
  const other = `.react-flow__node-touchpoint[data-id="${id}"]`;
  await bring(page, 'dragover', other, png);
  await page.getByText('Drop the picture on a touchpoint').waitFor();
  await page.locator(`${other}[data-takes-picture]`).waitFor();
  await shoot(page, 'pictures-drop-1024');
  await bring(page, 'drop', other, { ...png, name: 'Receipt.png' });
  await page.getByText('Drop the picture on a touchpoint').waitFor({ state: 'detached' });
  await bring(page, 'drop', '.react-flow__pane', png);
  await page.getByText('Drop the picture on the touchpoint that it is evidence of.').waitFor();
  const lastAtOther = async (): Promise<string | undefined> => {
    const { touchpoints } = await recordsOf(page);
    const dropped = (touchpoints as readonly (Kept & { readonly id: string })[]).find((one) => one.id === id);
    return dropped?.evidence?.at(-1)?.title;
  };
  await expect.poll(lastAtOther).toBe('Receipt');

  // Taken away it is gone from the map, and comes back with undo; the page keeps it over a reload.
  await page.getByRole('button', { name: 'Remove “Till on Saturday”' }).click();
  await small.waitFor({ state: 'detached' });
  expect((await keptAt(page, 'Collect in store'))?.pictures).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await small.waitFor();
  await page.reload();
  await card(page, 'Collect in store').click();
  await page.locator('summary', { hasText: 'Evidence' }).click();
  await expect
    .poll(() => small.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(300);
});
