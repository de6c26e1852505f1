import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/app/firstPicture.ts',
    'src/app/serviceWorker.ts',
    'src/**/*.worker.ts',
    'server/offThread/documentWorker.ts',
    'scripts/*.ts',
    'test/**/*.test.{ts,tsx}',
    'test/bench/**/*{Page,Process}.{ts,tsx}',
    'test/server/support/trappedProcess.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.{ts,tsx}'],
  // Measured against; installed with the benches that need it (test/bench/peers).
  ignoreDependencies: ['@excalidraw/excalidraw'],
  // A record kind exports its type whether or not somebody names it yet; types cost nothing at run time.
  exclude: ['types'],
  // What a file exports for its tests it may use itself as well.
  ignoreExportsUsedInFile: true,
};

export default config;
