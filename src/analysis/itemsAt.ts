import type { Touchpoint } from '../model/records/touchpoint';
import type { Journey } from '../model/resolve';
import type { Analysis } from './analyse';
import { pathFinder } from './bestPath';
import type { Finding } from './finding';
import { rankCount } from './latency';
import { routesIn } from './routesIn';
import { systemNetwork } from './systemNetwork';
import type { Route } from './verdict';
import { worldToAsk, type World } from './world';

/**
 * What becomes of a data object at a touchpoint: it is there, or what a finding says (CON-12, CON-13, PRI-5). `unclear`
 * is what nobody can judge, because a system is not named; `other-way` is there, but not over the step that was asked about.
 */
export type ItemState = DataKind | 'carried' | 'unclear' | 'other-way';

const dataKinds = ['asked-again', 'asked-twice', 'unavailable', 'used-before-captured'] as const;
type DataKind = (typeof dataKinds)[number];
type DataFinding = Extract<Finding, { readonly kind: DataKind }>;

/** A data object that is needed at a touchpoint, or asked there a second time. */
export interface ItemAt {
  readonly item: string;
  readonly state: ItemState;
  /** The touchpoint at which it becomes known: before this one, or (used before captured) after it. */
  readonly knownAt: string | null;
  /** Carried: the way it takes, over flows that carry it. */
  readonly route: Route | null;
  /** Asked again: the systems that are looked into and do not have it. */
  readonly missingIn: readonly string[];
}

/**
 * What is known of the customer at a touchpoint (DATA-1 … DATA-3): each data object that it needs, in its order, then those
 * asked a second time. Empty for a touchpoint that is gone.
 * @param over only what becomes known at this touchpoint or upstream of it, with what nobody captures: the start of a
 *   step that leads here
 */
export function itemsAt(
  analysis: Pick<Analysis, 'journey' | 'findings'>,
  touchpoint: string,
  over?: string,
): readonly ItemAt[] {
  const { journey, findings } = analysis;
  const here = journey.touchpoints.byId.get(touchpoint);
  if (!here || here.dataNeeded.length + here.dataCaptured.length === 0) return [];
  const found = findingsAt(findings, touchpoint);
  const before = upstreamOf(journey, over ?? touchpoint);
  if (over !== undefined) before.add(over);
  const world = worldToAsk(journey);
  const isThere = (item: string): boolean => journey.dataObjects.byId.has(item);
  const needed = here.dataNeeded
    .filter((item) => isThere(item) && !here.dataCaptured.includes(item))
    .map((item) => neededItem(journey, world, { here, item, before, found: found.get(item) }));
  const twice = here.dataCaptured.filter(isThere).map((item): ItemAt | null => {
    const one = found.get(item);
    if (one?.kind !== 'asked-twice' || !before.has(one.facts.from)) return null;
    return { item, state: 'asked-twice', knownAt: one.facts.from, route: null, missingIn: [] };
  });
  return [...needed, ...twice].filter((one) => one !== null);
}

interface Question {
  readonly here: Touchpoint;
  readonly item: string;
  /** Touchpoints that lead here. */
  readonly before: ReadonlySet<string>;
  readonly found: DataFinding | undefined;
}

/** Null: it becomes known only on other ways than the one that was asked about. */
function neededItem(journey: Journey, world: World, { here, item, before, found }: Question): ItemAt | null {
  const sources = journey.touchpoints.all
    .filter(({ id, dataCaptured }) => id !== here.id && before.has(id) && dataCaptured.includes(item))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const knownAt = sources[0]?.id ?? null;
  const said = { item, knownAt, route: null, missingIn: [] };
  if (found?.kind === 'unavailable') return { ...said, state: found.kind };
  if (found?.kind === 'used-before-captured')
    return { ...said, state: found.kind, knownAt: found.facts.capturedAt };
  if (knownAt === null) return null;
  if (found?.kind === 'asked-again')
    return {
      ...said,
      state: found.kind,
      knownAt: before.has(found.facts.from) ? found.facts.from : knownAt,
      missingIn: found.facts.readers,
    };
  const routeFrom = routeFinder(journey, world, here.id, item);
  for (const { id } of sources) {
    const route = routeFrom(id);
    if (route) return { ...said, state: 'carried', knownAt: id, route };
  }
  const isUnnamed = [here, ...sources].some(({ id }) => {
    const { writers, readers } = world.systemsOf(id);
    return id === here.id ? readers.length === 0 : writers.length === 0;
  });
  return { ...said, state: isUnnamed ? 'unclear' : 'other-way' };
}

/** The shortest way of an item into what is looked into at a touchpoint, at any speed (CON-12). */
function routeFinder(
  journey: Journey,
  world: World,
  to: string,
  item: string,
): (from: string) => Route | null {
  const network = systemNetwork(journey, 'now', ({ dataObjects }) => {
    const listed = dataObjects.filter((id) => journey.dataObjects.byId.has(id));
    return listed.length === 0 || listed.includes(item);
  });
  const find = routesIn({ network, findPath: pathFinder(network) });
  const { readers } = world.systemsOf(to);
  return (from) => find(world.systemsOf(from).writers, readers, rankCount - 1);
}

/** Touchpoints from which steps that are not drop-outs lead to one (CON-11); itself only where it lies on a loop. */
function upstreamOf(journey: Journey, touchpoint: string): Set<string> {
  const upstream = new Set<string>();
  const waiting = [touchpoint];
  for (const at of waiting) {
    for (const { from, kind } of journey.relations.transitionsTo.get(at) ?? []) {
      if (from === null || kind === 'drop-out' || upstream.has(from)) continue;
      upstream.add(from);
      waiting.push(from);
    }
  }
  return upstream;
}

function findingsAt(findings: readonly Finding[], touchpoint: string): ReadonlyMap<string, DataFinding> {
  const found = new Map<string, DataFinding>();
  for (const one of findings) {
    if (!isAboutData(one)) continue;
    const at = one.kind === 'used-before-captured' ? one.facts.at : one.facts.to;
    if (at === touchpoint) found.set(one.facts.item, one);
  }
  return found;
}

function isAboutData(finding: Finding): finding is DataFinding {
  return (dataKinds as readonly string[]).includes(finding.kind);
}
