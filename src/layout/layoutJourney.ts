import { byId } from '../model/byId';
import type { Journey } from '../model/resolve';
import { layoutDropLines } from './dropLines';
import { layoutExperience } from './experienceBand';
import { layoutFlows } from './flowArrows';
import { englishLateness, estimateTextWidth, type LatenessWords, type MeasureText } from './flowLabels';
import type { Card, FlowArrow, Geometry, Rect, Track } from './geometry';
import { keepList, keepValue } from './keepIdentity';
import {
  boundsPadding,
  card,
  emptyTimeline,
  experience,
  gutterWidth,
  minimumRows,
  track,
  visibilityCaption,
  visibilityGap,
} from './metrics';
import { holds, union } from './rectangles';
import { runToEnd } from './runToEnd';
import { Sections } from './sections';
import { layoutStages } from './stageBands';
import { layoutNotes } from './stickyNotes';
import { xOfAt, yOfOffset } from './timelineScale';
import { areAtSamePlaces, findOverlaps, layoutCards } from './touchpointCards';
import { layoutRows, toTrack, type TrackRow } from './trackRows';
import { orderSystems, type OrderedSystem } from './trackOrder';
import { layoutTransitions, type DrawnTransitions } from './transitionRoutes';

export interface LayoutOptions {
  /** Measures texts where the page can; otherwise widths are estimated, which is the same on every machine. */
  readonly measureText?: MeasureText;
  /** In which words arrows say how late they are; English if not given. */
  readonly latenessWords?: LatenessWords;
}

/** What each geometry was made of, so that the next one is made of what changed only. */
const memory = new WeakMap<Geometry, Sections>();

/**
 * What a journey looks like, in pixels at zoom 1. Pure: the same journey and options give an equal geometry, with and
 * without `previous`. Work is linear in the number of records.
 *
 * @param previous the geometry before a change; whatever is the same again keeps its identity, lists included, and
 *   when nothing differs it is `previous` itself.
 */
export function layoutJourney(journey: Journey, options: LayoutOptions = {}, previous?: Geometry): Geometry {
  return runToEnd(layoutSteps(journey, options, previous));
}

/**
 * The same in steps, for maps whose layout takes longer than a frame: whoever takes them decides how many at a time. A step
 * takes a few milliseconds with some thousand touchpoints.
 */
export function* layoutSteps(
  journey: Journey,
  options: LayoutOptions = {},
  previous?: Geometry,
): Generator<undefined, Geometry> {
  const sections = new Sections(previous && memory.get(previous));
  const measureText = options.measureText ?? estimateTextWidth;
  const latenessWords = options.latenessWords ?? englishLateness;
  const front = yield* layoutFront(journey, sections);
  const back = yield* layoutBack(journey, sections, front, { measureText, latenessWords });
  yield;
  const notes = sections.part(
    'notes',
    [journey.notes, measureText],
    (before: Geometry['notes'] | undefined) => keepList(before, layoutNotes(journey.notes.all, measureText)),
  );
  const { rulers, stages, cards, transitions, overlaps, experience: emotions } = front;
  const { tracks, flows, dropLines } = back;
  const bounds = sections.part(
    'bounds',
    [rulers, stages, cards, transitions, tracks, flows, notes, front.visibilityY],
    (before: Rect | undefined) =>
      keepValue(
        before,
        boundsOf(
          [stages, cards, transitions, tracks, flows, notes],
          frameOf(rulers[0]?.y ?? 0, front.visibilityY),
        ),
      ),
  );
  const spans = sections.part(
    'spans',
    [rulers, tracks, front.visibilityY],
    (before: Geometry['sections'] | undefined) =>
      keepValue(before, spansOf(rulers[0]?.y ?? 0, front.visibilityY, tracks.at(-1)?.y)),
  );
  if (previous && sections.isUnchanged) {
    // What it would be made of now: the next change is compared with that.
    memory.set(previous, sections);
    return previous;
  }
  const caption = {
    x: bounds.x - gutterWidth + visibilityCaption.x,
    y: front.visibilityY + visibilityCaption.y,
  };
  const geometry: Geometry = {
    bounds,
    gutterWidth,
    sections: spans,
    rulers,
    stages,
    experience: emotions,
    cards,
    cardById: front.cardById,
    overlaps,
    transitions,
    visibility: keepValue(previous?.visibility, { y: front.visibilityY, caption }),
    dropLines,
    tracks,
    trackById: back.trackById,
    flows,
    notes,
  };
  memory.set(geometry, sections);
  return geometry;
}

type Front = Pick<
  Geometry,
  'rulers' | 'stages' | 'experience' | 'cards' | 'cardById' | 'overlaps' | 'transitions'
> & {
  readonly visibilityY: number;
};

/** Everything above the line of visibility. */
function* layoutFront(journey: Journey, sections: Sections): Generator<undefined, Front> {
  const { transitions, relations } = journey;
  const touchpoints = sections.input('touchpoints', journey.touchpoints, areAtSamePlaces);
  type Bands = Pick<Geometry, 'rulers' | 'stages'>;
  const bands = sections.part('stages', [journey.stages, journey.rulers], (before: Bands | undefined) => {
    const next = layoutStages(journey.stages.all, journey.rulers.all);
    return keepValue(before, {
      rulers: keepList(before?.rulers, next.rulers),
      stages: keepList(before?.stages, next.stages),
    });
  });
  const emotions = sections.part(
    'experience',
    [touchpoints],
    (before: Geometry['experience'] | undefined) => {
      const next = layoutExperience(touchpoints.all);
      return keepValue(before, { ...next, points: keepList(before?.points, next.points) });
    },
  );
  yield;
  const cards = sections.part(
    'cards',
    [touchpoints, relations.ownersBySubject],
    (before: readonly Card[] | undefined) =>
      keepList(before, layoutCards(touchpoints.all, relations.ownersBySubject)),
  );
  const cardById = sections.part('cardById', [cards], () => byId(cards));
  const lowestOffset = cards.reduce((lowest, { offset }) => Math.max(lowest, offset), minimumRows - 1);
  const rowsBottom = yOfOffset(lowestOffset) + card.height;
  const drawn = yield* sections.steps(
    'drawn',
    [transitions, cardById, rowsBottom],
    function* (before: DrawnTransitions | undefined) {
      const next = yield* layoutTransitions(transitions.all, cardById, rowsBottom, before);
      yield;
      const kept = keepList(before?.routes, next.routes);
      return before && kept === before.routes && cardById === before.cardById
        ? before
        : { ...next, routes: kept };
    },
  );
  const routes = drawn.routes;
  yield;
  const overlaps = sections.part('overlaps', [cards], (before: Geometry['overlaps'] | undefined) =>
    keepValue(before, findOverlaps(cards)),
  );
  return {
    ...bands,
    experience: emotions,
    cards,
    cardById,
    overlaps,
    transitions: routes,
    visibilityY: rowsBottom + visibilityGap,
  };
}

type Back = Pick<Geometry, 'tracks' | 'trackById' | 'flows' | 'dropLines'>;

/** Everything below the line of visibility, and the lines that lead there. */
function* layoutBack(
  journey: Journey,
  sections: Sections,
  front: Front,
  { measureText, latenessWords }: Required<LayoutOptions>,
): Generator<undefined, Back> {
  const { systems, usages, dataFlows, dataObjects, parties, relations } = journey;
  const { cards, cardById, visibilityY } = front;
  yield;
  const ordered = sections.part(
    'order',
    [systems, usages, dataFlows, parties, relations.assignmentsBySubject, cards],
    (before: readonly OrderedSystem[] | undefined) => keepValue(before, orderSystems(journey, cardById)),
  );
  yield;
  const rows = sections.part(
    'rows',
    [ordered, visibilityY, usages, cards, relations.ownersBySubject],
    (before: readonly TrackRow[] | undefined) =>
      keepList(
        before,
        layoutRows(ordered, visibilityY, relations.usagesBySystem, cardById, relations.ownersBySubject),
      ),
  );
  const startX = xOfAt(Math.min(0, (cards[0]?.centerX ?? 0) / xOfAt(1)) + emptyTimeline.start);
  const flows = yield* sections.steps(
    'flows',
    [dataFlows, dataObjects, rows, cards, visibilityY, measureText, latenessWords],
    function* (before: readonly FlowArrow[] | undefined) {
      const next = yield* layoutFlows(dataFlows.all, {
        rows,
        cardById,
        dataObjects: dataObjects.byId,
        visibilityY,
        startX,
        measureText,
        latenessWords,
      });
      yield;
      return keepList(before, next);
    },
  );
  yield;
  const tracks = sections.part('tracks', [rows, flows, startX], (before: readonly Track[] | undefined) => {
    const xs = arrowXs(flows);
    return keepList(
      before,
      rows.map((row) => toTrack(row, xs.get(row.id) ?? [], startX)),
    );
  });
  const trackById = sections.part('trackById', [tracks], () => byId(tracks));
  yield;
  const { points } = front.experience;
  const dropLines = sections.part(
    'dropLines',
    [cards, points, rows],
    (before: Geometry['dropLines'] | undefined) => keepList(before, layoutDropLines(cards, points, rows)),
  );
  return { tracks, trackById, flows, dropLines };
}

/** Where arrows leave or reach each track. */
function arrowXs(flows: readonly FlowArrow[]): ReadonlyMap<string, readonly number[]> {
  const xs = new Map<string, number[]>();
  const add = (id: string, x: number): void => {
    const known = xs.get(id);
    if (known) known.push(x);
    else xs.set(id, [x]);
  };
  for (const { from, to, start, end } of flows) {
    add(from, start.x);
    add(to, end.x);
  }
  return xs;
}

/** What is shown of an empty map: the smallest bounds there are. */
function frameOf(top: number, visibilityY: number): Rect {
  const left = xOfAt(emptyTimeline.start);
  return {
    x: left,
    y: top,
    width: xOfAt(emptyTimeline.end) - left,
    height: visibilityY + track.emptyHeight - top,
  };
}

function boundsOf(lists: readonly (readonly { readonly bounds: Rect }[])[], frame: Rect): Rect {
  let all = frame;
  // Most lie within what is held by then.
  for (const list of lists) for (const { bounds } of list) if (!holds(all, bounds)) all = union(all, bounds);
  const { x, top, bottom } = boundsPadding;
  return { x: all.x - x, y: all.y - top, width: all.width + 2 * x, height: all.height + top + bottom };
}

function spansOf(top: number, visibilityY: number, lastTrackY: number | undefined): Geometry['sections'] {
  const systems = lastTrackY === undefined ? track.emptyHeight : lastTrackY + track.rowPitch - visibilityY;
  return {
    stages: { y: top, height: -top },
    experience: { y: 0, height: experience.height },
    touchpoints: { y: experience.height, height: visibilityY - experience.height },
    systems: { y: visibilityY, height: Math.max(track.emptyHeight, systems) },
  };
}
