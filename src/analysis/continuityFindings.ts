import type { RecordRef } from '../model/kinds';
import { finding, type Finding } from './finding';
import type { JudgedStep } from './judgeSteps';
import type { SystemNetwork } from './systemNetwork';
import { isTorn } from './verdict';

/** What is broken, late or carried by hand at a step; null when it is well. */
export function continuityFinding(
  { transition, judgement, writers, readers }: JudgedStep,
  network: SystemNetwork,
): Finding | null {
  const { verdict } = judgement;
  if (!isTorn(verdict)) return null;
  const { from, tornRoute, slowestLatency, wouldBe } = judgement;
  const { id, to, customerTime } = transition;
  if (from === null || to === null) return null;
  const ends = [ref('transitions', id), ref('touchpoints', from), ref('touchpoints', to)];
  const systems = tornRoute?.systems ?? [];
  const along = [...ends, ...systems.map((system) => ref('systems', system))];
  if (verdict === 'broken') {
    const sources = idsOf(network, writers);
    const goals = idsOf(network, readers);
    const about = [...ends, ...[...sources, ...goals].map((system) => ref('systems', system))];
    return finding('broken', 'high', about, { from, to, writers: sources, readers: goals, wouldBe });
  }
  if (verdict === 'late' && slowestLatency !== null) {
    return finding('late', 'medium', along, {
      from,
      to,
      systems,
      latency: slowestLatency,
      customerTime,
      wouldBe,
    });
  }
  return verdict === 'by-hand' ? finding('by-hand', 'medium', along, { from, to, systems, wouldBe }) : null;
}

function idsOf(network: SystemNetwork, systems: readonly number[]): readonly string[] {
  return systems.map((system) => network.ids[system] ?? '');
}

function ref(kind: RecordRef['kind'], id: string): RecordRef {
  return { kind, id };
}
