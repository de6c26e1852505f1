import type { InlineConfig } from 'vite';

/** How the server is built into a folder: a program and its second thread; packages stay in node_modules. */
export function serverBuild(outDir: string, program = 'server/main.ts'): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: [program, 'server/offThread/documentWorker.ts'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  };
}
