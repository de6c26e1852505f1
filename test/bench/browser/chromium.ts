import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../../scripts/findChromium';

/** Starts headless Chromium with software rendering, as every browser bench is measured. Whoever calls it closes it. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium((line) => console.log(line)),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}
