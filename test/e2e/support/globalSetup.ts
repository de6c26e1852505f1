import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/findChromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one Chromium of this run listens. */
    browserEndpoint: string;
  }
}

/** Software rendering, no background traffic, no questions: the same browser on every machine. */
const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts one Chromium for the whole run, which test files connect to, and ends it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/app/index.html'))
    throw new Error('Browser tests need the production build: npm run build');
  const server = await chromium.launchServer({
    executablePath: ensureChromium((line) => process.stdout.write(`${line}\n`)),
    args: [...browserArguments],
  });
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
