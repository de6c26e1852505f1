import type { Journey } from '../model/resolve';
import { finding, orSame, type Finding } from './finding';
import { identityJoins, keysByTouchpoint, type IdentityJoins, type KeyAt } from './identityJoins';
import type { JudgedStep } from './judgeSteps';
import { changedRecords, mapKept, type Keeper, type KeptMap } from './keep';
import { isSameRoute, type World } from './world';

interface Made {
  readonly joins: IdentityJoins;
  readonly journey: Journey;
  readonly list: KeptMap<JudgedStep, Finding | null>;
}

/** Steps whose record arrives while the person is not recognised: the two keys are joined nowhere on the way (CON-14). */
export function identityFindings(
  journey: Journey,
  steps: readonly JudgedStep[],
  world: World,
  kept: Keeper,
): readonly (Finding | null)[] {
  const keys = kept.members(
    'identity keys',
    journey.touchpoints.all,
    (a, b) => a.identityKey === b.identityKey,
  );
  const flowKeys = kept.facet(
    'flow keys',
    journey.dataFlows.all,
    (a, b) => isSameRoute(a, b) && a.identityKey === b.identityKey,
  );
  const keyAt = kept.keep<KeyAt>('keys by touchpoint', [keys], () =>
    keysByTouchpoint(journey, world.touchpoints),
  );
  const joins = kept.keep<IdentityJoins>(
    'identity joins',
    [keyAt, flowKeys, world.systemsOf, world.network],
    (before) => identityJoins(journey, world, keyAt, before),
  );
  const { list } = kept.keep<Made>('not recognised', [steps, keys, joins], (before) => ({
    joins,
    journey,
    list: mapKept<JudgedStep, Finding | null>(
      before?.list,
      steps,
      (step, was) => orSame(findingOf(step, keyAt, joins), was),
      before?.joins === joins ? isAtOneOf(touchpointsChanged(before.journey, journey)) : () => true,
    ),
  }));
  return list.values;
}

function touchpointsChanged(before: Journey, after: Journey): ReadonlySet<string> {
  const changed = changedRecords(before.touchpoints.all, after.touchpoints.all);
  return new Set(changed.map(({ id }) => id));
}

function isAtOneOf(touchpoints: ReadonlySet<string>): (step: JudgedStep) => boolean {
  return ({ transition: { to }, judgement: { from } }) =>
    (from !== null && touchpoints.has(from)) || (to !== null && touchpoints.has(to));
}

function findingOf(step: JudgedStep, keyAt: KeyAt, joins: IdentityJoins): Finding | null {
  // Most steps are settled by the keys at their ends: records, which lie far apart, are looked into last.
  const fromKey = keyAt[step.from] ?? null;
  if (fromKey === null) return null;
  const toKey = keyAt[step.end] ?? null;
  if (toKey === null || fromKey === toKey) return null;
  if (joins.join(fromKey, toKey, step.writers, step.readers)) return null;
  const { id, to } = step.transition;
  const { from, slowestLatency } = step.judgement;
  // Without a latency there is no route.
  if (slowestLatency === null || from === null || to === null) return null;
  const records = [
    { kind: 'transitions', id } as const,
    { kind: 'touchpoints', id: from } as const,
    { kind: 'touchpoints', id: to } as const,
  ];
  return finding('not-recognised', 'medium', records, { from, to, fromKey, toKey });
}
