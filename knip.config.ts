import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/app/serviceWorker.ts',
    'src/cli/main.ts',
    'src/**/*.worker.ts',
    'server/main.ts',
    'scripts/*.ts',
    'test/**/*.test.{ts,tsx}',
    'test/bench/run.ts',
    'test/bench/**/*{Page,Process}.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx}', 'server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.{ts,tsx}'],
  // A record kind exports its type whether or not somebody names it yet; types cost nothing at run time.
  exclude: ['types'],
};

export default config;
