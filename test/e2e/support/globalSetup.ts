import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/findChromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium of each worker listens. */
    browserEndpoints: readonly string[];
  }
}

/**
 * What Chromium does without. The first two are lists the address bar might open one day: with each new window they
 * start a renderer and load themselves into it, which costs more than loading the app does. The rest is Playwright's
 * own list as far as it can matter here; of two such arguments Chromium heeds the last.
 */
const disabledFeatures: readonly string[] = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Software rendering, no background traffic, no questions: the same browser on every machine. */
const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabledFeatures.join(',')}`,
];

/**
 * Starts one Chromium for each worker, which its test files connect to, and ends them afterwards. Not one for all: what
 * one test copies, another would paste.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/app/index.html'))
    throw new Error('Browser tests need the production build: npm run build');
  const executablePath = ensureChromium((line) => process.stdout.write(`${line}\n`));
  const servers = await Promise.all(
    Array.from({ length: project.vitest.config.maxWorkers }, () =>
      chromium.launchServer({ executablePath, args: [...browserArguments] }),
    ),
  );
  project.provide(
    'browserEndpoints',
    servers.map((server) => server.wsEndpoint()),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
