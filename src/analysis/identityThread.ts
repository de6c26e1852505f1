import type { RecordRef } from '../model/kinds';
import type { Analysis } from './analyse';
import { normalisedKey } from './identityJoins';
import { reachesAtAnySpeed } from './reachability';
import { routeOf } from './routeOf';
import { worldToAsk, type World } from './world';

/** Who the customer is along a step, system by system (DATA-4). */
export interface IdentityThread {
  /** The touchpoint judged as A, and how the customer is recognised there; null where nobody says. */
  readonly from: string;
  readonly fromKey: string | null;
  readonly to: string;
  readonly toKey: string | null;
  /** `unstated`: an end does not say how the customer is recognised. */
  readonly state: 'same' | 'joined' | 'not-recognised' | 'unstated';
  /** Systems of the best route and the keys under which touchpoints use them. */
  readonly along: readonly { readonly system: string; readonly keys: readonly string[] }[];
  /** Joined: the system or flow that brings the two keys together. */
  readonly joinedBy: RecordRef | null;
}

/** Follows the customer over a step; null where no record arrives, or neither end says how the customer is recognised. */
export function identityThread(
  analysis: Pick<Analysis, 'journey' | 'continuity' | 'findings'>,
  transition: string,
): IdentityThread | null {
  const { journey, continuity, findings } = analysis;
  const judgement = continuity.judgements.get(transition);
  const to = journey.transitions.byId.get(transition)?.to ?? null;
  const route = judgement && routeOf(journey, judgement);
  const from = judgement?.from ?? null;
  if (!route || from === null || to === null) return null;
  const stated = (id: string): string | null => {
    const key = journey.touchpoints.byId.get(id)?.identityKey ?? null;
    return normalisedKey(key) === null ? null : (key?.trim() ?? null);
  };
  const [fromKey, toKey] = [stated(from), stated(to)];
  if (fromKey === null && toKey === null) return null;
  const world = worldToAsk(journey);
  const keysOf = keysBySystem(analysis, world);
  const along = route.systems.map((system) => ({ system, keys: [...(keysOf.get(system)?.values() ?? [])] }));
  const ends = { from, fromKey, to, toKey, along, joinedBy: null };
  if (fromKey === null || toKey === null) return { ...ends, state: 'unstated' };
  if (normalisedKey(fromKey) === normalisedKey(toKey)) return { ...ends, state: 'same' };
  if (findings.some(({ kind, records }) => kind === 'not-recognised' && records[0]?.id === transition))
    return { ...ends, state: 'not-recognised' };
  const keys = [normalisedKey(fromKey) ?? '', normalisedKey(toKey) ?? ''];
  const joinedBy = joinOf(
    analysis,
    world,
    { from, to, keys, route: [...route.systems, ...route.flows] },
    keysOf,
  );
  return { ...ends, state: 'joined', joinedBy };
}

/** By system the keys of touchpoints that use it: as they are compared, and as they are written. */
type KeysBySystem = ReadonlyMap<string, ReadonlyMap<string, string>>;

function keysBySystem({ journey }: Pick<Analysis, 'journey'>, world: World): KeysBySystem {
  const keysOf = new Map<string, Map<string, string>>();
  for (const { id, identityKey } of journey.touchpoints.all) {
    const key = normalisedKey(identityKey);
    if (key === null || identityKey === null) continue;
    const { writers, readers } = world.systemsOf(id);
    for (const number of [...writers, ...readers]) {
      const system = world.network.ids[number] ?? '';
      const keys = keysOf.get(system) ?? new Map<string, string>();
      if (!keys.has(key)) keys.set(key, identityKey.trim());
      keysOf.set(system, keys);
    }
  }
  return keysOf;
}

interface Way {
  readonly from: string;
  readonly to: string;
  /** The two keys, as they are compared. */
  readonly keys: readonly string[];
  /** Systems and flows of the best route. */
  readonly route: readonly string[];
}

/** What joins two keys on some route (CON-14): on the best one if something does there. */
function joinOf(
  { journey }: Pick<Analysis, 'journey'>,
  { network, reachable, systemsOf }: World,
  { from, to, keys, route }: Way,
  keysOf: KeysBySystem,
): RecordRef | null {
  const { writers } = systemsOf(from);
  const { readers } = systemsOf(to);
  const isOnAWay = (enter: string | null, leave: string | null): boolean => {
    const [first, last] = [network.indexOf.get(enter ?? ''), network.indexOf.get(leave ?? '')];
    if (first === undefined || last === undefined) return false;
    return (
      writers.some((writer) => reachesAtAnySpeed(reachable, writer, first)) &&
      readers.some((reader) => reachesAtAnySpeed(reachable, last, reader))
    );
  };
  const systems = [...keysOf.keys()].filter(
    (system) => keys.every((key) => keysOf.get(system)?.has(key)) && isOnAWay(system, system),
  );
  const live = new Set(network.flows);
  const flows = journey.dataFlows.all.filter(
    ({ id, identityKey, from: enter, to: leave }) =>
      keys.includes(normalisedKey(identityKey) ?? '') && live.has(id) && isOnAWay(enter, leave),
  );
  const joins: readonly RecordRef[] = [
    ...systems.map((id) => ({ kind: 'systems' as const, id })),
    ...flows.map(({ id }) => ({ kind: 'dataFlows' as const, id })),
  ];
  return joins.find(({ id }) => route.includes(id)) ?? joins[0] ?? null;
}
