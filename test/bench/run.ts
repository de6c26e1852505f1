import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, BenchOptions } from './bench';
import { canvasBench } from './canvas/canvasBench';
import { openingBench } from './canvas/openingBench';
import { rendersBench } from './canvas/rendersBench';
import { scaleBench } from './canvas/scaleBench';
import { computeBench } from './compute/computeBench';
import { installPeers } from './peers/installPeers';
import { arrivalBench } from './server/arrivalBench';
import { growthBench } from './server/growthBench';
import { latencyBench } from './server/latencyBench';
import { loadingBench } from './server/loadingBench';
import { memoryBench } from './server/memoryBench';
import { saturationBench } from './server/saturationBench';
import { figure } from './statistics';
import { storageBench } from './storage/storageBench';

/** Every bench, in the order in which they run when none is named. */
const benches: readonly Bench[] = [
  latencyBench,
  saturationBench,
  memoryBench,
  loadingBench,
  growthBench,
  arrivalBench,
  storageBench,
  canvasBench,
  openingBench,
  scaleBench,
  rendersBench,
  computeBench,
];

/** Whether a bench is meant by a name: its own, or the first word of several (`server`). */
function isMeant(bench: Bench, name: string): boolean {
  return bench.name === name || bench.name.startsWith(`${name}-`);
}

/**
 * `npm run bench [-- NAME… --size N --alone]`: runs the named benches, or all, one after the other, and prints their figures;
 * of those that measure several sizes, or others beside ours, only what is asked for.
 */
async function main(names: readonly string[], options: BenchOptions): Promise<void> {
  const unknown = names.filter((name) => !benches.some((bench) => isMeant(bench, name)));
  if (unknown.length > 0) {
    const known = benches.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`).join('\n');
    console.error(`No bench is called ${unknown.join(', ')}. There are:\n${known}`);
    process.exitCode = 2;
    return;
  }
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores\n`);
  const wanted = benches.filter((bench) => names.length === 0 || names.some((name) => isMeant(bench, name)));
  if (!options.alone && wanted.some(({ needsPeers }) => needsPeers)) await installPeers();
  for (const { name, about, run } of wanted) {
    console.log(`## ${name}: ${about}\n`);
    console.log(await run(options));
    // Figures of a busy machine say more about what else it does.
    console.log(`\nLoad of the machine in the last minute: ${figure(loadavg()[0] ?? Number.NaN)}\n`);
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', multiple: true, default: [] },
    alone: { type: 'boolean', default: false },
  },
});
await main(positionals, { sizes: values.size.map(Number), alone: values.alone });
