import type { FlowLatency } from '../model/records/dataFlow';
import type { Journey } from '../model/resolve';
import type { Analysis } from './analyse';
import type { Finding } from './finding';
import { latencyOfFlow } from './latency';
import { isLiveSystem } from './liveness';
import { bestPair } from './missingFlow';
import { routeOf } from './routeOf';
import type { Verdict } from './verdict';

/** One flow of a route. */
export interface Hop {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly latency: FlowLatency;
  /** Whether the route is as slow as this hop. Never said of a route in real time. */
  readonly isSlowest: boolean;
}

/** Where what is known stops and where it should have arrived: a system each, null where none is named. */
export interface Tear {
  readonly from: string | null;
  readonly to: string | null;
}

/** How the customer's story goes, or does not go, over one step: what a picture of it shows. */
export interface Story {
  readonly transition: string;
  readonly verdict: Verdict;
  /** The touchpoint judged as A, and where the step leads. */
  readonly from: string | null;
  readonly to: string | null;
  /** Systems of the best route, first to last; empty without one. */
  readonly systems: readonly string[];
  /** Hop `i` leads from system `i` to system `i + 1`. */
  readonly hops: readonly Hop[];
  readonly slowest: FlowLatency | null;
  /** Broken: between which systems it tears. Unknown: which side names a system. Otherwise null. */
  readonly tear: Tear | null;
  /** Everything it concerns, the step itself included, and what will mend it once it is live. */
  readonly records: ReadonlySet<string>;
}

/**
 * The story of a step for showing it (LIT-1, LIT-2); null for a step that is gone or was not judged yet.
 * @param findings those of this step
 */
export function storyOf(
  analysis: Pick<Analysis, 'journey' | 'continuity'>,
  transition: string,
  findings: readonly Finding[] = [],
): Story | null {
  const { journey, continuity } = analysis;
  const step = journey.transitions.byId.get(transition);
  const judgement = continuity.judgements.get(transition);
  if (!step || !judgement) return null;
  const { verdict, slowestLatency: slowest, wouldBe } = judgement;
  const route = routeOf(journey, judgement);
  const from = judgement.from ?? step.from;
  const systems = route?.systems ?? [];
  const hops = (route?.flows ?? []).map((id, index): Hop => {
    const flow = journey.dataFlows.byId.get(id);
    const latency = flow ? latencyOfFlow(flow) : 'hourly';
    const isSlowest = latency === slowest && latency !== 'real-time';
    return { flow: id, from: systems[index] ?? '', to: systems[index + 1] ?? '', latency, isSlowest };
  });
  const tear = tearOf(journey, verdict, from, step.to, findings);
  const records = new Set(
    [transition, step.from, from, step.to, tear?.from, tear?.to].filter((id) => typeof id === 'string'),
  );
  for (const id of [...systems, ...hops.map(({ flow }) => flow)]) records.add(id);
  for (const { id } of wouldBe?.once ?? []) records.add(id);
  return { transition, verdict, from, to: step.to, systems, hops, slowest, tear, records };
}

function tearOf(
  journey: Journey,
  verdict: Verdict,
  from: string | null,
  to: string | null,
  findings: readonly Finding[],
): Tear | null {
  if (verdict === 'broken') {
    const broken = findings.find((one) => one.kind === 'broken');
    return broken ? bestPair(journey, broken.facts.writers, broken.facts.readers) : null;
  }
  if (verdict !== 'unknown') return null;
  return { from: firstLiveSystem(journey, from), to: firstLiveSystem(journey, to) };
}

function firstLiveSystem(journey: Journey, touchpoint: string | null): string | null {
  for (const { system } of journey.relations.usagesByTouchpoint.get(touchpoint ?? '') ?? []) {
    const record = journey.systems.byId.get(system ?? '');
    if (record && isLiveSystem(record)) return record.id;
  }
  return null;
}
