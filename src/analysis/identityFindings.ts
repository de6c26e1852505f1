import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';
import type { Continuity } from './judgeContinuity';
import { isLiveFlow } from './liveness';
import { reachesAtAnySpeed } from './reachability';
import type { World } from './world';

/** A system or flow through which two identity keys can be brought together: where a route enters and leaves it. */
interface Join {
  readonly enter: number;
  readonly leave: number;
}

/** Steps whose record arrives while the person is not recognised: the two keys are joined nowhere on the way (CON-14). */
export function identityFindings(journey: Journey, continuity: Continuity, world: World): readonly Finding[] {
  const findings: Finding[] = [];
  const joins = joinsIn(journey, world);
  for (const { id, to } of journey.transitions.all) {
    const judgement = continuity.judgements.get(id);
    if (!judgement?.route || judgement.from === null || to === null) continue;
    const { from } = judgement;
    const fromKey = keyOf(journey, from);
    const toKey = keyOf(journey, to);
    if (fromKey === null || toKey === null || fromKey === toKey) continue;
    const { writers } = world.systemsOf(from);
    const { readers } = world.systemsOf(to);
    const isJoined = joins(fromKey, toKey).some(
      ({ enter, leave }) =>
        writers.some((writer) => reachesAtAnySpeed(world.reachable, writer, enter)) &&
        readers.some((reader) => reachesAtAnySpeed(world.reachable, leave, reader)),
    );
    if (isJoined) continue;
    const records = [
      { kind: 'transitions', id } as const,
      { kind: 'touchpoints', id: from } as const,
      { kind: 'touchpoints', id: to } as const,
    ];
    findings.push(finding('not-recognised', 'medium', records, { from, to, fromKey, toKey }));
  }
  return findings;
}

function keyOf(journey: Journey, touchpoint: string): string | null {
  const key = (journey.touchpoints.byId.get(touchpoint)?.identityKey ?? '').trim().toLowerCase();
  return key === '' || key === 'nobody' ? null : key;
}

function joinsIn(journey: Journey, world: World): (a: string, b: string) => readonly Join[] {
  const systemsByKey = new Map<string, Set<number>>();
  for (const { id } of journey.touchpoints.all) {
    const key = keyOf(journey, id);
    if (key === null) continue;
    const systems = systemsByKey.get(key) ?? new Set();
    const { writers, readers } = world.systemsOf(id);
    for (const system of [...writers, ...readers]) systems.add(system);
    systemsByKey.set(key, systems);
  }
  const flowsByKey = new Map<string, Join[]>();
  for (const flow of journey.dataFlows.all) {
    const enter = world.network.indexOf.get(flow.from ?? '');
    const leave = world.network.indexOf.get(flow.to ?? '');
    const key = flow.identityKey?.trim().toLowerCase();
    if (!key || enter === undefined || leave === undefined || enter === leave || !isLiveFlow(flow)) continue;
    const joined = flowsByKey.get(key);
    if (joined) joined.push({ enter, leave });
    else flowsByKey.set(key, [{ enter, leave }]);
  }
  const known = new Map<string, readonly Join[]>();
  return (a, b) => {
    const pair = JSON.stringify([a, b]);
    const before = known.get(pair);
    if (before) return before;
    const both = [...(systemsByKey.get(a) ?? [])].filter((system) => systemsByKey.get(b)?.has(system));
    const joins = [
      ...both.map((system) => ({ enter: system, leave: system })),
      ...(flowsByKey.get(a) ?? []),
      ...(flowsByKey.get(b) ?? []),
    ];
    known.set(pair, joins);
    return joins;
  };
}
