import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Upper bounds of the classes into which durations of commits fall, s. */
const commitClasses = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] as const;

/** What is read at the moment somebody asks. */
export interface Gauges {
  readonly rooms: () => number;
  readonly connections: () => number;
}

/** Counts what the server does, for whoever watches over it. Nothing in it names a map or a person. */
export class Metrics {
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  readonly #commitCounts: number[] = commitClasses.map(() => 0);
  readonly #closes = new Map<number, number>();
  #commits = 0;
  #commitSeconds = 0;
  #failedCommits = 0;
  #updates = 0;

  constructor() {
    this.#delay.enable();
  }

  /** Notes a commit of so many updates that took so long, ms. */
  noteCommit(updates: number, ms: number, succeeded: boolean): void {
    if (!succeeded) {
      this.#failedCommits += 1;
      return;
    }
    const seconds = ms / 1000;
    this.#commits += 1;
    this.#updates += updates;
    this.#commitSeconds += seconds;
    commitClasses.forEach((bound, index) => {
      if (seconds <= bound) this.#commitCounts[index] = (this.#commitCounts[index] ?? 0) + 1;
    });
  }

  noteClose(code: number): void {
    // Clients may send any code: only our own are told apart, or somebody could make any number of series.
    const known = code >= 4400 && code < 4600 ? code : 1000;
    this.#closes.set(known, (this.#closes.get(known) ?? 0) + 1);
  }

  /** Everything in the text format of Prometheus. */
  text({ rooms, connections }: Gauges): string {
    const lines = [
      ...gauge('throughline_rooms', 'Maps that are open.', rooms()),
      ...gauge('throughline_connections', 'Sockets that are open.', connections()),
      ...counter('throughline_updates_total', 'Updates committed.', this.#updates),
      ...counter('throughline_failed_commits_total', 'Commits that failed.', this.#failedCommits),
      ...this.#commitLines(),
      '# HELP throughline_closed_total Connections closed, by code; 1000 stands for all that are not ours.',
      '# TYPE throughline_closed_total counter',
      ...[...this.#closes].map(([code, count]) => `throughline_closed_total{code="${code}"} ${count}`),
      ...gauge(
        'throughline_loop_delay_p99_seconds',
        'Delay of the event loop.',
        this.#delay.percentile(99) / 1e9,
      ),
      ...gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
      ...counter('process_cpu_seconds_total', 'Processor time.', processorSeconds()),
    ];
    return `${lines.join('\n')}\n`;
  }

  close(): void {
    this.#delay.disable();
  }

  #commitLines(): readonly string[] {
    const name = 'throughline_commit_seconds';
    const classes = commitClasses.map(
      (le, index) => `${name}_bucket{le="${le}"} ${this.#commitCounts[index] ?? 0}`,
    );
    return [
      `# HELP ${name} Time until a commit is on disk.`,
      `# TYPE ${name} histogram`,
      ...classes,
      `${name}_bucket{le="+Inf"} ${this.#commits}`,
      `${name}_sum ${this.#commitSeconds}`,
      `${name}_count ${this.#commits}`,
    ];
  }
}

function gauge(name: string, help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
}

function counter(name: string, help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, `${name} ${value}`];
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Where metrics are served: an address and port of their own, never the one the public reaches. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** Serves `GET /metrics`. Resolves to the port and a function that stops; rejects when the port is taken. */
export function serveMetrics(
  { host, port }: MetricsAddress,
  text: () => string,
): Promise<{ readonly port: number; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics';
    response.writeHead(isAsked ? 200 : 404, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(isAsked ? text() : 'There is nothing here but /metrics.\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const stop = (): void => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ port: typeof address === 'object' && address ? address.port : port, stop });
    });
  });
}
