import type { Transition } from '../model/records/transition';
import type { Card, Point, Rect, TransitionRoute } from './geometry';
import { isSameValue } from './keepIdentity';
import { LooseGrid } from './looseGrid';
import { card as cardSize, cardsTop, route } from './metrics';
import { inflate, touches, union } from './rectangles';
import { bowLine, cornerLine, directionInto, roundedLine, straightLine, type Line } from './routePaths';
import { planRoute, type RoutePlan } from './routePlans';
import { assignPorts, type Ports } from './routePorts';
import { labelBox, labelPlace, signPlace } from './transitionLabels';

/** The lines with what they were drawn from, so that after a change only the lines it touches are drawn again. */
export interface DrawnTransitions {
  readonly routes: readonly TransitionRoute[];
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly cardById: ReadonlyMap<string, Card>;
  readonly rowsBottom: number;
}

interface Drawn {
  readonly plan: RoutePlan;
  readonly ports: Ports;
  readonly laneY: number;
  readonly route: TransitionRoute;
}

/** Lines between cards (LAY-40 to LAY-47). `rowsBottom` is the lower edge of the lowest row. */
export function* layoutTransitions(
  transitions: readonly Transition[],
  cardById: ReadonlyMap<string, Card>,
  rowsBottom: number,
  before?: DrawnTransitions,
): Generator<undefined, DrawnTransitions> {
  const plans = yield* planAll(transitions, cardById, rowsBottom, before);
  const ports = yield* assignPorts(plans);
  const lanes = assignLanes(plans, rowsBottom);
  const drawn = new Map<string, Drawn>();
  const routes: TransitionRoute[] = [];
  for (let index = 0; index < plans.length; index++) {
    if (index % breath === 0) yield;
    const plan = plans[index] as RoutePlan;
    const own = ports[index] as Ports;
    const laneY = lanes.get(plan) ?? 0;
    const old = before?.drawn.get(plan.transition.id);
    const isSame = old?.plan === plan && old.laneY === laneY && isSameValue(old.ports, own);
    const entry = isSame ? old : { plan, ports: own, laneY, route: toRoute(plan, own, laneY) };
    drawn.set(plan.transition.id, entry);
    routes.push(entry.route);
  }
  return { routes, drawn, cardById, rowsBottom };
}

/** Lines looked at between two breaths. */
const breath = 256;

/** More changed cards than this, and every way is looked for again. */
const fewChanges = 8;

function* planAll(
  transitions: readonly Transition[],
  cardById: ReadonlyMap<string, Card>,
  rowsBottom: number,
  before: DrawnTransitions | undefined,
): Generator<undefined, readonly RoutePlan[]> {
  const grid = new LooseGrid<Card>();
  let inserted = 0;
  for (const member of cardById.values()) {
    if (inserted++ % breath === 0) yield;
    grid.insert(member.rect, member);
  }
  const lowestOffset = (rowsBottom - cardSize.height - cardsTop) / cardSize.rowPitch;
  const changes = before?.rowsBottom === rowsBottom ? changedRects(before.cardById, cardById) : null;
  const plans: RoutePlan[] = [];
  let looked = 0;
  for (const transition of transitions) {
    if (looked++ % breath === 0) yield;
    const source = transition.from === null ? undefined : cardById.get(transition.from);
    const target = transition.to === null ? null : cardById.get(transition.to);
    if (!source || target === undefined) continue;
    const old = changes ? before?.drawn.get(transition.id)?.plan : undefined;
    const isSame = old?.transition === transition && old.source === source && old.target === target;
    const plan =
      isSame && !isNearAny(changes ?? [], old)
        ? old
        : planRoute(transition, source, target, grid, lowestOffset);
    plans.push(plan);
  }
  return plans;
}

/** Whether any of these places is on the way of a line or beside it. */
function isNearAny(places: readonly Rect[], { source, target }: RoutePlan): boolean {
  const way = inflate(union(source.rect, (target ?? source).rect), 16);
  return places.some((place) => touches(place, way));
}

/** Where cards came, went or moved; null when that is more than a few. */
function changedRects(
  before: ReadonlyMap<string, Card>,
  after: ReadonlyMap<string, Card>,
): readonly Rect[] | null {
  if (before === after) return [];
  const changed: Rect[] = [];
  for (const member of after.values()) {
    const old = before.get(member.id);
    if (old === member) continue;
    changed.push(member.rect);
    if (old) changed.push(old.rect);
    if (changed.length > fewChanges) return null;
  }
  for (const member of before.values()) if (!after.has(member.id)) changed.push(member.rect);
  return changed.length > fewChanges ? null : changed;
}

/** y of the lane of every route that takes one (LAY-45): the first that is free from where it begins. */
function assignLanes(plans: readonly RoutePlan[], rowsBottom: number): ReadonlyMap<RoutePlan, number> {
  const laneY = new Map<RoutePlan, number>();
  const inLanes = plans
    .filter((plan) => plan.style === 'lane')
    .map((plan) => {
      const a = plan.source.centerX;
      const b = plan.target?.centerX ?? a;
      return { plan, from: Math.min(a, b), to: Math.max(a, b) + cardSize.width };
    });
  inLanes.sort((a, b) => a.from - b.from || (a.plan.transition.id < b.plan.transition.id ? -1 : 1));
  const ends = {
    top: Array.from({ length: route.lanes }, () => -Infinity),
    bottom: Array.from({ length: route.lanes }, () => -Infinity),
  };
  for (const { plan, from, to } of inLanes) {
    const side = plan.entry === 'top' ? 'top' : 'bottom';
    const taken = ends[side];
    let lane = taken.findIndex((end) => end < from);
    // All taken: share the one that is free first.
    if (lane < 0) lane = taken.indexOf(Math.min(...taken));
    taken[lane] = Math.max(taken[lane] ?? to, to);
    const away = route.laneStart + lane * route.lanePitch;
    laneY.set(plan, side === 'top' ? cardsTop - away : rowsBottom + away);
  }
  return laneY;
}

function toRoute(plan: RoutePlan, { start, end }: Ports, laneY: number): TransitionRoute {
  const { transition, source, target, exit, entry } = plan;
  const finish = end ?? { x: start.x + route.dropOutLength, y: start.y };
  const line = drawLine(plan, start, finish, laneY);
  const stopBar = target
    ? null
    : { x: finish.x, y: finish.y - route.stopBarHeight / 2, height: route.stopBarHeight };
  const label = labelPlace(plan, start, finish, line);
  return {
    id: transition.id,
    from: source.id,
    to: target?.id ?? null,
    kind: transition.kind,
    path: line.path,
    start,
    end: finish,
    exit,
    entry,
    endDirection: entry ? directionInto(entry) : 'right',
    label,
    badge: signPlace(transition, line),
    stopBar,
    bounds: boundsOf(line, stopBar ? route.stopBarHeight / 2 : 4, label),
  };
}

function boundsOf(line: Line, reach: number, label: TransitionRoute['label']): Rect {
  return union(inflate(line.bounds, reach), labelBox(label));
}

function drawLine(plan: RoutePlan, start: Point, end: Point, laneY: number): Line {
  switch (plan.style) {
    case 'stop':
    case 'straight':
      return straightLine(start, end);
    case 'corner':
      return cornerLine(start, end, route.cornerX, route.cornerY);
    case 'bow':
      return bowLine(start, end, plan.exit === 'right' ? route.sideBulge : -route.sideBulge);
    case 'self': {
      const arrival = { x: plan.source.centerX + plan.source.rect.width / 4, y: end.y };
      return selfLoop(start, arrival);
    }
    case 'lane': {
      const out =
        start.x + route.laneRun + Math.abs(start.y - (plan.source.rect.y + cardSize.height / 2)) / 3;
      return roundedLine(
        [start, { x: out, y: start.y }, { x: out, y: laneY }, { x: end.x, y: laneY }, end],
        route.radius,
      );
    }
  }
}

/** Out of the right side, over the corner and back into the top. */
function selfLoop(start: Point, end: Point): Line {
  const out = start.x + route.laneRun + 6;
  const over = end.y - route.laneStart;
  return roundedLine(
    [start, { x: out, y: start.y }, { x: out, y: over }, { x: end.x, y: over }, end],
    route.radius,
  );
}
