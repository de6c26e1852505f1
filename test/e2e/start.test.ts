import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { shoot } from './support/shots';
import { test } from './support/test';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the home screen starts without an error, fits and satisfies axe: ${colorScheme}`, async ({
    newPage,
  }) => {
    const page = await newPage({ colorScheme });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.title()).toContain('Throughline');
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      await expectNoAxeFindings(page);
      await expectEverythingFits(page);
      await shoot(page, `home-${colorScheme}-${viewport.width}`);
    }
  });
}

test('RIGHT-64: whoever could not be signed in is told, once', async ({ newPage }) => {
  const page = await newPage({ path: '/?sign-in=failed' });
  await page.getByText('Signing in did not work.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await expectNoAxeFindings(page);
});

test('what the browser loads obeys a strict policy and comes compressed', async ({ app }) => {
  const response = await fetch(app.origin, { headers: { 'accept-encoding': 'br' } });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  const script = /src="([^"]+\.js)"/.exec(await response.text())?.[1];
  const asset = await fetch(new URL(script ?? '/missing.js', app.origin), {
    headers: { 'accept-encoding': 'br' },
  });
  expect(asset.status).toBe(200);
  expect(asset.headers.get('content-encoding')).toBe('br');
});
