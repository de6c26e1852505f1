import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/app/main.tsx',
    'src/app/serviceWorker.ts',
    'src/cli/main.ts',
    'src/**/*.worker.ts',
    'server/main.ts',
    'scripts/*.ts',
    'test/**/*.test.{ts,tsx}',
    'test/e2e/support/globalSetup.ts',
    'test/bench/run.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.{ts,tsx}'],
  // Types that describe what an exported function takes or gives are part of its contract.
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
