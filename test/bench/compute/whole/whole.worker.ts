/// <reference lib="webworker" />
import { analyse } from '../../../../src/analysis/analyse';
import { largeJourney } from '../largeMap';
import { naiveReachable, naiveSample } from '../naiveSearch';
import type { WholeRuns } from './wholePage';

self.addEventListener('message', ({ data: runs }: MessageEvent<number>) => {
  const journey = largeJourney();
  const took = Array.from({ length: runs }, () => timed(() => analyse(journey)));
  const some = journey.transitions.all.filter((_, index) => index % naiveSample === 0);
  const naive = timed(() => naiveReachable(journey, some)) * (journey.transitions.all.length / some.length);
  self.postMessage({ runs: took, naive } satisfies WholeRuns);
});

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
