import { flowLatencies, type DataFlow, type FlowLatency, type FlowPattern } from '../model/records/dataFlow';
import { customerTimes, type CustomerTime } from '../model/records/transition';

/** Latencies as numbers, fastest first, so that the slowest hop is a maximum. By hand is slower than any other. */
export const byHandRank = flowLatencies.indexOf('by-hand');
/** How many latencies there are: ranks run from 0 to `rankCount − 1`. */
export const rankCount = flowLatencies.length;

const patternLatency: { readonly [P in FlowPattern]: FlowLatency } = {
  'api-call': 'real-time',
  'event-stream': 'real-time',
  webhook: 'real-time',
  'shared-database': 'real-time',
  'batch-file': 'daily',
  'reverse-etl': 'daily',
  'manual-re-entry': 'by-hand',
};

/** How fast a flow delivers: as stated, else as its pattern usually does, else hourly; re-entry is by hand whatever is stated (CON-8). */
export function latencyOfFlow(flow: DataFlow): FlowLatency {
  if (flow.pattern === 'manual-re-entry') return 'by-hand';
  if (flow.latency !== null) return flow.latency;
  return flow.pattern === null ? 'hourly' : patternLatency[flow.pattern];
}

/** The number of a latency: 0 is real time. */
export function rankOfLatency(latency: FlowLatency): number {
  return flowLatencies.indexOf(latency);
}

/** The latency of a number. */
export function latencyOfRank(rank: number): FlowLatency {
  return flowLatencies[rank] ?? 'by-hand';
}

/** The slowest rank that is still in time for the customer; none stated allows up to hourly (CON-10). */
export function slowestInTime(time: CustomerTime | null): number {
  return time === null ? rankOfLatency('hourly') : customerTimes.indexOf(time);
}
