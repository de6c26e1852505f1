import { analyse } from '../../../src/analysis/analyse';
import { judgeContinuity } from '../../../src/analysis/judgeContinuity';
import { layoutJourney } from '../../../src/layout/layoutJourney';
import type { Touchpoint } from '../../../src/model/records/touchpoint';
import { resolve, type Journey } from '../../../src/model/resolve';
import type { Bench } from '../bench';
import { figure, ratio } from '../statistics';
import { syntheticJourney } from '../syntheticMap';
import { table } from '../table';
import { measureBackground } from './backgroundEdits';
import { large, largeJourney } from './largeMap';
import { naiveReachable, naiveSample } from './naiveSearch';
import { singleEdits } from './singleEdits';
import type { Took } from './threadTime';
import { measureWhole } from './whole/measureWhole';

const sizes = [200, 1_000, 5_000, 20_000] as const;
/** Beyond this the naive search takes the better part of a minute. */
const largestNaive = 1_000;
const budgetMs = 1_500;

/** Layout and analysis of maps of every size, from nothing and after one edit. */
export const computeBench: Bench = {
  name: 'compute',
  about:
    'resolve, layout and analysis in ms of processor time, whole and after one renamed touchpoint; a search a transition beside it; then a large map in a worker, whole and after every kind of edit',
  async run() {
    const rows = sizes.map((size) => {
      const journey = syntheticJourney(size);
      const edited = renamed(journey);
      const geometry = layoutJourney(journey);
      const analysis = analyse(journey);
      const judging = cheapest(() => judgeContinuity(journey));
      const naive = size <= largestNaive ? cheapest(() => naiveReachable(journey)) : Number.NaN;
      return [
        size.toLocaleString('en-US'),
        figure(cheapest(() => resolve({ ...journey.tables }))),
        figure(cheapest(() => layoutJourney(journey))),
        figure(cheapest(() => layoutJourney(edited, {}, geometry))),
        figure(cheapest(() => analyse(journey))),
        figure(cheapest(() => analyse(edited, analysis))),
        figure(judging),
        figure(naive),
        ratio(judging, naive),
      ];
    });
    const head = ['touchpoints', 'resolve', 'layout', 'layout, one edit', 'analysis', 'analysis, one edit'];
    const bySize = table([...head, 'continuity', 'naive search', 'continuity / naive'], rows);
    return `${bySize}\n\n${await ofLargeMap()}`;
  },
};

/**
 * A large map judged away from the page: the whole analysis in a browser's worker, and after every kind of single edit what the page's
 * thread has to do for it, how soon the result is there, and what the engine takes without a worker between.
 */
async function ofLargeMap(): Promise<string> {
  const journey = largeJourney();
  const whole = await measureWhole();
  const { first, edits } = await measureBackground(journey);
  const analysis = analyse(journey);
  const all = journey.transitions.all;
  const some = all.filter((_, index) => index % naiveSample === 0);
  const naive = (cheapest(() => naiveReachable(journey, some)) * all.length) / some.length;
  const wholeResolve = cheapest(() => resolve({ ...journey.tables }));
  const row = (name: string, resolving: number, took: Took, engine: number): readonly string[] => [
    name,
    figure(resolving),
    figure(took.thread),
    figure(took.clock),
    figure(engine),
    ratio(naive, engine),
  ];
  const rows = [
    row(
      'everything, for the first time',
      wholeResolve,
      first,
      cheapest(() => analyse(journey)),
    ),
    ...singleEdits.map(({ name, make }) => {
      const edited = make(journey);
      const took = edits.get(name) ?? { thread: Number.NaN, clock: Number.NaN };
      return row(
        name,
        cheapest(() => make(journey)),
        took,
        cheapest(() => analyse(edited, analysis)),
      );
    }),
  ];
  const size = `${large.touchpoints.toLocaleString('en-US')} touchpoints, ${large.systems.toLocaleString('en-US')} systems, ${large.flows.toLocaleString('en-US')} flows`;
  const judged = table(
    [size, 'resolve', 'judging: main thread', 'until shown (clock)', 'engine', 'naive / engine'],
    rows,
  );
  const worst = Math.max(...Array.from(edits.values(), ({ thread }) => thread));
  return [
    judged,
    '',
    whole,
    '',
    `After one edit on the main thread, at most: ${figure(worst)} ms (goal 16). Each is the least of several runs; figures of the main thread are its own processor time.`,
  ].join('\n');
}

/** The journey after the touchpoint in its middle got a new title, as the mirror would make it. */
function renamed(journey: Journey): Journey {
  const middle = journey.touchpoints.all[Math.floor(journey.touchpoints.all.length / 2)] as Touchpoint;
  const touchpoints = new Map(journey.tables.touchpoints);
  touchpoints.set(middle.id, { ...middle, title: 'Renamed' });
  return resolve({ ...journey.tables, touchpoints }, journey);
}

/** Processor time of the cheapest of several runs, ms: what else the machine does only ever adds. */
function cheapest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  const end = performance.now() + budgetMs;
  for (let runs = 0; runs < 30 && (runs === 0 || performance.now() < end); runs++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}
