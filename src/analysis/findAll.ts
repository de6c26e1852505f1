import type { Journey } from '../model/resolve';
import { catalogueFindings } from './catalogueFindings';
import { continuityFinding } from './continuityFindings';
import { dataFindings } from './dataFindings';
import { orSame, orSameList, type Finding } from './finding';
import { identityFindings } from './identityFindings';
import type { JudgedStep } from './judgeSteps';
import { mapKept, type Keeper, type KeptMap } from './keep';
import { mergeFindings } from './mergeFindings';
import { ownershipFindings } from './ownershipFindings';
import { privacyFindings } from './privacyFindings';
import { requirementFindings } from './requirementFindings';
import { retentionFindings } from './retentionFindings';
import { sidesFindings } from './sidesFindings';
import { standingFindings } from './standingFindings';
import { isSameRoute, type World } from './world';

/** Findings of one kind or family, in the order in which they were found; null where a record has none. */
export type Section = readonly (Finding | readonly Finding[] | null)[];

/**
 * Everything that is amiss, section by section. A section keeps its identity while nothing in it changed, and is looked
 * at again only when a collection (or those of its fields) that it reads did.
 */
export function findAll(
  journey: Journey,
  steps: readonly JudgedStep[],
  world: World,
  kept: Keeper,
  today: string | null,
): readonly Section[] {
  const section = (name: string, inputs: readonly unknown[], make: () => readonly Finding[]): Section =>
    kept.keep<readonly Finding[]>(name, inputs, (before) => orSameList(make(), before));
  const { systems, dataFlows, dataObjects, assignments, parties, requirements, dangling, tables } = journey;
  const places = kept.facet('places', journey.touchpoints.all, (a, b) => a.id === b.id);
  const uses = kept.facet(
    'uses',
    journey.usages.all,
    (a, b) => a.touchpoint === b.touchpoint && a.system === b.system,
  );
  const routes = kept.facet('routes', dataFlows.all, isSameRoute);
  const items = kept.facet(
    'items',
    dataFlows.all,
    (a, b) => isSameRoute(a, b) && isSameList(a.dataObjects, b.dataObjects),
  );
  const data = kept.facet(
    'data',
    journey.touchpoints.all,
    (a, b) =>
      a.id === b.id &&
      a.at === b.at &&
      isSameList(a.dataCaptured, b.dataCaptured) &&
      isSameList(a.dataNeeded, b.dataNeeded),
  );
  const ways = kept.facet(
    'ways',
    journey.transitions.all,
    (a, b) => a.id === b.id && a.from === b.from && a.to === b.to && a.kind === b.kind,
  );
  // What a dangling relation points at may be of any kind; the list itself is made anew with every change.
  const lost = dangling.length === 0 ? null : tables;
  return [
    torn(steps, world, kept),
    identityFindings(journey, steps, world, kept),
    dataFindings(journey, steps, world, kept, { data, ways, items }),
    ...ownershipFindings(journey, steps, world, kept),
    section('sides', [systems, assignments, parties], () => sidesFindings(journey)),
    section('standing', [systems, uses, routes, places], () => standingFindings(journey)),
    section('catalogue', [systems, uses, routes, places], () => catalogueFindings(journey, world.network)),
    privacyFindings(journey, kept),
    section('retention', [dataObjects, data, items, systems], () => retentionFindings(journey)),
    section('requirements', [requirements, parties, places, systems, routes, today], () =>
      requirementFindings(journey, today),
    ),
    section('merge', [lost], () => mergeFindings(journey)),
  ];
}

function torn(steps: readonly JudgedStep[], { network }: World, kept: Keeper): Section {
  interface Made extends KeptMap<JudgedStep, Finding | null> {
    readonly ids: readonly string[];
  }
  // Steps name systems by number. After a rename the same numbers may mean other systems.
  const ids = kept.keep<readonly string[]>('numbers', [network.ids], (before) =>
    before && isSameList(before, network.ids) ? before : network.ids,
  );
  return kept.keep<Made>('torn', [steps, ids], (before) => {
    const make = (step: JudgedStep, was: Finding | null | undefined): Finding | null =>
      orSame(continuityFinding(step, network), was);
    const isDirty = before && before.ids !== ids ? () => true : undefined;
    return { ids, ...mapKept<JudgedStep, Finding | null>(before, steps, make, isDirty) };
  }).values;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}
