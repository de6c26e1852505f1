import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Suites with a runner of their own; every other `*.test.ts` under test/ is a unit test, whatever its folder. */
const ownSuites = ['architecture', 'server', 'e2e', 'bench'] as const;

function suite(
  name: string,
  options: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, environment: 'node', ...options } };
}

export default defineConfig({
  plugins: [react()],
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
        // Property tests are bounded by their number of cases; this only ends one that hangs, on a slow machine too.
        testTimeout: 60_000,
      }),
      suite('architecture', { include: ['test/architecture/**/*.test.ts'] }),
      suite('server', { include: ['test/server/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 }),
      suite('browser', {
        include: ['test/e2e/**/*.test.ts'],
        globalSetup: 'test/e2e/support/globalSetup.ts',
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
