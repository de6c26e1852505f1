import type { RecordRef } from '../model/kinds';
import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import type { Continuity } from './judgeContinuity';
import { finding, type Finding } from './finding';
import type { Judgement } from './verdict';
import type { World } from './world';

/** What is broken, late or carried by hand, by transition. */
export function continuityFindings(
  journey: Journey,
  continuity: Continuity,
  world: World,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const transition of journey.transitions.all) {
    const judgement = continuity.judgements.get(transition.id);
    const found = judgement && findingOf(transition, judgement, world);
    if (found) findings.push(found);
  }
  return findings;
}

function findingOf(transition: Transition, judgement: Judgement, world: World): Finding | null {
  const { verdict, from, route, slowestLatency, wouldBe } = judgement;
  const { id, to, customerTime } = transition;
  if (from === null || to === null) return null;
  const ends = [ref('transitions', id), ref('touchpoints', from), ref('touchpoints', to)];
  const systems = route?.systems ?? [];
  const along = [...ends, ...systems.map((system) => ref('systems', system))];
  if (verdict === 'broken') {
    const writers = idsOf(world, world.systemsOf(from).writers);
    const readers = idsOf(world, world.systemsOf(to).readers);
    const about = [...ends, ...[...writers, ...readers].map((system) => ref('systems', system))];
    return finding('broken', 'high', about, { from, to, writers, readers, wouldBe });
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

function idsOf(world: World, systems: readonly number[]): readonly string[] {
  return Array.from(systems, (system) => world.network.ids[system] ?? '');
}

function ref(kind: RecordRef['kind'], id: string): RecordRef {
  return { kind, id };
}
