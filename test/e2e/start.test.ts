import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { shoot } from './support/shots';
import { test } from './support/test';

test('the app starts from the production build without an error', async ({ page }) => {
  await page.locator('#root > *').first().waitFor();
  expect(await page.title()).toContain('Throughline');
  await expectNoAxeFindings(page);
  await shoot(page, 'start');
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
