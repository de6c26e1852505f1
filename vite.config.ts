import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { fewFilesPlugin } from './scripts/vite/fewFilesPlugin';

/** Suites with a runner of their own; every other `*.test.ts` under test/ is a unit test, whatever its folder. */
const ownSuites = ['architecture', 'server', 'e2e', 'bench'] as const;

/** Only ends what hangs: tests are bounded by what they do, and a busy machine may take ten times as long as an idle one. */
const hangsMs = 240_000;

function suite(
  name: string,
  options: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, environment: 'node', ...options } };
}

export default defineConfig({
  plugins: [
    react(),
    fewFilesPlugin([
      { name: 'start', module: 'src/app/main.tsx' },
      { name: 'map', module: 'src/app/map/MapPage.tsx' },
    ]),
  ],
  // Two copies of Yjs break `instanceof` silently, two copies of React break hooks.
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom'] },
  build: {
    outDir: 'dist/app',
    manifest: true,
    // The content-security policy allows neither inline code nor data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  test: {
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      suite('unit', {
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: ownSuites.map((folder) => `test/${folder}/**`),
        testTimeout: hangsMs,
      }),
      suite('architecture', { include: ['test/architecture/**/*.test.ts'] }),
      suite('server', { include: ['test/server/**/*.test.ts'], testTimeout: hangsMs, hookTimeout: hangsMs }),
      suite('browser', {
        include: ['test/e2e/**/*.test.ts'],
        globalSetup: 'test/e2e/support/globalSetup.ts',
        // What a test needs is made anew for it; reading the server and Playwright anew for every file took a tenth of the time.
        isolate: false,
        testTimeout: hangsMs,
        hookTimeout: hangsMs,
        expect: { poll: { timeout: 30_000 } },
      }),
    ],
  },
});
