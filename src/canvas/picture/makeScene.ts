import type { Lens } from '../../analysis/lenses/lens';
import { lensSays } from '../../analysis/lenses/lensSays';
import { pathOf } from '../../analysis/paths';
import type { FunctionTone } from '../../model/functionColors';
import type { Kind } from '../../model/kinds';
import type { DerivedState } from '../../store/derived';
import { emphasisOf, type Emphasis } from '../../store/emphasis';
import type { ViewState } from '../../store/view';
import { flowLook, isPersonalDataAtRisk } from '../edges/flowLook';
import { transitionLook } from '../edges/transitionLook';
import { lensFlowLook } from '../lenses/lensFlowLook';
import { lensTone } from '../lenses/lensLooks';
import { personaLook } from '../paths/personaLook';
import { pointsOf } from './flatPath';
import { BoxGatherer, LineGatherer, SpotGatherer } from './gather';
import type { Ink } from './inks';
import { flag, type Scene } from './scene';

/** What a scene is made of: what is drawn, and how it is looked at. */
export interface SceneSource {
  readonly world: Pick<DerivedState, 'shown' | 'journey' | 'analysis' | 'findingsByRecord'>;
  readonly view: Pick<
    ViewState,
    'lens' | 'lights' | 'matching' | 'onPath' | 'selection' | 'hiddenRulers' | 'personas'
  >;
}

/** Records looked at between two breaths. */
const breath = 128;
/** How far lines across the map reach beyond it, as the elements do. */
const reach = 400;

const stageInks = { orange: 'marketing', violet: 'shared', teal: 'operations', blue: 'it' } as const;

/**
 * Makes the scene of a map, in many small steps: whoever runs them decides how many at a time (PIC-7). What is drawn is
 * what the elements would draw: the same geometry, the same lens, the same emphasis (PIC-4).
 */
export function* makeScene(source: SceneSource): Generator<undefined, Scene> {
  const { shown } = source.world;
  const looks = new Looks(source);
  const stages = new BoxGatherer();
  for (const stage of shown.stages) {
    const isHidden = source.view.hiddenRulers.includes(stage.ruler ?? '');
    const text = source.world.journey.stages.byId.get(stage.id)?.name ?? '';
    if (!isHidden)
      stages.add(stage.id, stage.rect, {
        ink: stageInks[stage.color],
        flags: looks.selected(stage.id),
        text,
      });
  }
  yield;
  const cards = yield* gatherCards(looks, source);
  const { tracks, stations } = yield* gatherTracks(looks, source);
  const { transitions, ribbons } = yield* gatherTransitions(looks, source);
  const flows = yield* gatherFlows(looks, source);
  const { dropLines, emotions, feelings } = yield* gatherGround(source);
  const notes = new BoxGatherer();
  for (const note of shown.notes) {
    const { color = null } = source.world.journey.notes.byId.get(note.id) ?? {};
    notes.add(note.id, note.rect, { ink: `note-${color ?? 'yellow'}`, flags: looks.selected(note.id) });
  }
  return {
    lineY: shown.visibility.y,
    left: shown.bounds.x - reach,
    right: shown.bounds.x + shown.bounds.width + reach,
    rows: new Float32Array([shown.experience.zeroY, ...shown.tracks.map(({ y }) => y)]),
    stages: stages.boxes(),
    dropLines,
    emotions,
    feelings,
    ribbons,
    transitions,
    tracks,
    stations,
    cards,
    flows,
    notes: notes.boxes(),
  };
}

/** How strongly records stand out, as bits. */
class Looks {
  readonly #source: SceneSource;
  readonly #selected: ReadonlySet<string>;

  constructor(source: SceneSource) {
    this.#source = source;
    this.#selected = new Set(source.view.selection.map(({ id }) => id));
  }

  says(kind: Extract<Kind, 'touchpoints' | 'systems' | 'transitions' | 'dataFlows'>, id: string) {
    const lens: Lens = this.#source.view.lens;
    return lensSays(this.#source.world, lens, kind, id);
  }

  selected(id: string): number {
    return this.#selected.has(id) ? flag.selected : 0;
  }

  flags(id: string, lens: Emphasis): number {
    const emphasis = emphasisOf(id, this.#source.view, lens);
    return (emphasis === 'plain' ? 0 : flag[emphasis]) | this.selected(id);
  }
}

function toneInk(tone: FunctionTone | null): Ink {
  return tone ?? 'neutral';
}

function* gatherCards(looks: Looks, { world }: SceneSource) {
  const { journey } = world;
  const cards = new BoxGatherer();
  const hasOwners = journey.parties.all.length > 0;
  for (const [index, { id, rect, tone }] of world.shown.cards.entries()) {
    if (index % breath === 0) yield;
    const says = looks.says('touchpoints', id);
    const isUnowned = hasOwners && !journey.relations.ownersBySubject.has(id);
    const ink = toneInk(tone);
    cards.add(id, rect, {
      ink,
      lensInk: lensTone(says.mark) ?? ink,
      flags: looks.flags(id, says.emphasis) | (isUnowned ? flag.warns : 0),
      text: journey.touchpoints.byId.get(id)?.title ?? '',
    });
  }
  return cards.boxes();
}

function* gatherTracks(looks: Looks, { world }: SceneSource) {
  const tracks = new BoxGatherer();
  const stations = new SpotGatherer();
  for (const [index, track] of world.shown.tracks.entries()) {
    if (index % breath === 0) yield;
    const says = looks.says('systems', track.id);
    const ink = toneInk(track.tone);
    const flags = looks.flags(track.id, says.emphasis) | (track.label.notSanctioned ? flag.dashed : 0);
    tracks.add(track.id, track.bar, { ink, lensInk: lensTone(says.mark) ?? ink, flags });
    const isDim = (flags & flag.dim) !== 0;
    for (const { x } of track.stations) stations.add(x, track.y, isDim ? 'dim-line' : ink);
  }
  return { tracks: tracks.boxes(), stations: stations.spots() };
}

function* gatherTransitions(looks: Looks, { world, view }: SceneSource) {
  const { journey, shown, analysis } = world;
  const transitions = new LineGatherer();
  const ribbons = new LineGatherer();
  const paths = view.personas.map((id) => ({
    ink: `persona-${personaLook(journey.personas.all, view.personas, id).color}` as const,
    ids: pathOf(journey, id).transitions,
  }));
  const knowsSystems = journey.systems.all.length > 0;
  for (const [index, route] of shown.transitions.entries()) {
    if (index % breath === 0) yield;
    const verdict = analysis?.continuity.judgements.get(route.id)?.verdict;
    const { tone, line, badge } = transitionLook(verdict);
    const emphasis = looks.flags(route.id, looks.says('transitions', route.id).emphasis);
    const isDashed = line === 'dashed' || line === 'torn' || line === 'sparse';
    const hasBadge = badge !== null && verdict !== 'unknown' && knowsSystems;
    const flags =
      emphasis |
      (isDashed ? flag.dashed : 0) |
      (hasBadge ? flag.badge : 0) |
      (line === 'thin' || tone === 'neutral' ? flag.thin : 0);
    const points = pointsOf(route);
    transitions.add(points, { ink: tone, flags });
    for (const { ink, ids } of paths) if (ids.has(route.id)) ribbons.add(points, { ink });
  }
  return { transitions: transitions.lines(), ribbons: ribbons.lines() };
}

function* gatherFlows(looks: Looks, { world }: SceneSource) {
  const flows = new LineGatherer();
  for (const [index, arrow] of world.shown.flows.entries()) {
    if (index % breath === 0) yield;
    const flow = world.journey.dataFlows.byId.get(arrow.id);
    if (!flow) continue;
    const says = looks.says('dataFlows', arrow.id);
    const isAtRisk = isPersonalDataAtRisk(world.findingsByRecord.get(arrow.id));
    const { tone, line } = lensFlowLook(flowLook(flow, isAtRisk), says);
    const flags = looks.flags(arrow.id, says.emphasis) | (line === 'dashed' ? flag.dashed : 0);
    flows.add(pointsOf(arrow), { ink: tone, flags });
  }
  return flows.lines();
}

function* gatherGround({ world: { shown } }: SceneSource) {
  const dropLines = new LineGatherer();
  const feelings = new SpotGatherer();
  const emotions = new LineGatherer();
  for (const [index, { x, above, below, tone }] of shown.dropLines.entries()) {
    if (index % breath === 0) yield;
    if (above) dropLines.add([x, above.from, x, above.to], { ink: toneInk(tone), flags: flag.dim });
    if (below) dropLines.add([x, below.from, x, below.to], { ink: 'drop' });
  }
  yield;
  emotions.add(pointsOf(shown.experience), { ink: 'emotion' });
  for (const { id, x, y } of shown.experience.points)
    feelings.add(x, y, toneInk(shown.cardById.get(id)?.tone ?? null));
  return { dropLines: dropLines.lines(), emotions: emotions.lines(), feelings: feelings.spots() };
}
