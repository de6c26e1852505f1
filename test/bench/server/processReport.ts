/** What a server's process says once it listens. */
export interface ServerReady {
  readonly port: number;
}

/** What it answers to any message, after collecting what nobody uses any more. */
export interface ServerUsage {
  /** Processor time used so far, ms. */
  readonly cpuMs: number;
  /** What JavaScript holds, on its heap and beside it. */
  readonly heldBytes: number;
  readonly residentBytes: number;
}

/** Tells the bench where the server listens, answers its questions, and ends when told to or when the bench is gone. */
export function reportToBench(port: number, close: () => Promise<void>): void {
  process.on('message', (question) => {
    const { user, system } = process.cpuUsage();
    if (question === 'memory') for (let i = 0; i < 3; i++) globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const usage: ServerUsage = {
      cpuMs: (user + system) / 1_000,
      heldBytes: heapUsed + external,
      residentBytes: rss,
    };
    process.send?.(usage);
  });
  const end = (): void => void close().finally(() => process.exit());
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.send?.({ port } satisfies ServerReady);
}
