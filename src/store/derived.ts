import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Analysis } from '../analysis/analyse';
import { futureOf, isEmptyTrial, livingTrial, withTrial, type Trial } from '../analysis/trial';
import type { Finding } from '../analysis/finding';
import type { Geometry } from '../layout/geometry';
import { layoutJourney } from '../layout/layoutJourney';
import { runToEnd } from '../layout/runToEnd';
import { patchedMap } from '../model/patchedMap';
import type { Note } from '../model/records/note';
import type { Stage } from '../model/records/stage';
import type { Touchpoint } from '../model/records/touchpoint';
import { resolve, type Journey } from '../model/resolve';
import type { Tables } from '../model/tables';
import { systemEntropy } from '../model/ids';
import type { JudgeRequest } from './backgroundAnalysis';
import type { Judged } from './judged';
import { createJudging, type JudgingMeans } from './judging';
import { LayoutInParts, type InParts, type Place } from './layoutInParts';
import type { Mirror } from './mirror';
import { openAnalysisWorker } from './openAnalysisWorker';
import { useOpenMap } from './openMap';
import { quickPreview } from './quickPreview';
import { runInSlices } from './runInSlices';
import { spokenSentences } from './spokenSentences';

/** What follows from the journey: made once per change, outside of rendering, and shared by every view of it. */
export interface DerivedState {
  /** Where everything is, as the document says. */
  readonly geometry: Geometry;
  /** The same with what is being dragged right now where the pointer has it. */
  readonly shown: Geometry;
  /** What is drawn and judged: the mirror's journey, or a trial of it. */
  readonly journey: Journey;
  /** What is tried right now (WHAT-4); null while the map is shown as it is. */
  readonly trial: Trial | null;
  /** Whether the trial is the map's future (FUT-2): it is made anew with every change. */
  readonly isFuture: boolean;
  /** What is found about the map as it is; `analysis` unless something is tried. */
  readonly current: Analysis | null;
  /**
   * What is found about what is drawn; null until it was judged for the first time. On a large map it may be of an earlier
   * state: see `isBehind`.
   */
  readonly analysis: Analysis | null;
  /** Findings by the id of the record they are about first; accepted ones too, for these are on the map as well. */
  readonly findingsByRecord: ReadonlyMap<string, readonly Finding[]>;
}

/** Places that are tried out while somebody drags; nothing of it is in the document. */
export interface Preview {
  /** Touchpoints and notes. */
  readonly places: readonly Place[];
  readonly stages: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

export interface Derived {
  readonly store: StoreApi<DerivedState>;
  /** Shows the journey with these places until it is called with null. */
  readonly preview: (preview: Preview | null) => void;
  /** Draws and judges a trial, or the map's future, until it is called with null. Nothing of it is stored or shared. */
  readonly tryOut: (trial: Trial | 'future' | null) => void;
}

/** Up to this many touchpoints the whole map is laid out anew with every move of what is dragged. */
const previewedWhole = 120;

/** So long after the canvas of a map its first cards are there as a rule, ms. */
const firstCardsMs = 150;

const byMirror = new WeakMap<Mirror, Derived>();

/** Whether what is found is of an earlier state than what is drawn; what there is to find now is being looked for (BG-2). */
export function isBehind({ analysis, journey }: DerivedState): boolean {
  return analysis !== null && analysis.journey !== journey;
}

/** What follows from this mirror's journey. It ends with the mirror: nothing else has to be stopped. */
export function derivedOf(mirror: Mirror): Derived {
  const known = byMirror.get(mirror);
  if (known) return known;
  const means = {
    later: afterPaint,
    after: afterMs,
    open: openAnalysisWorker,
    opened: afterFirstCards,
    inParts: runInSlices,
  };
  const made = createDerived(mirror, means, () => dateOf(systemEntropy.now()));
  byMirror.set(mirror, made);
  return made;
}

/** The day of a moment where the user is, as YYYY-MM-DD. */
function dateOf(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 10);
}

/** Subscribes to a part of what follows from the open map's journey. */
export function useDerived<T>(select: (state: DerivedState) => T): T {
  return useStore(derivedOf(useOpenMap().mirror).store, select);
}

/** What following a map takes of its surroundings. */
export interface DerivedMeans extends JudgingMeans {
  /** Lays out a large map in parts; at once when left out. */
  readonly inParts?: InParts;
}

/**
 * Follows a mirror.
 * @param means what judging the map and laying it out take.
 * @param today the date as YYYY-MM-DD, for what is due; null when nothing is to be overdue.
 */
export function createDerived(
  mirror: Mirror,
  means: DerivedMeans,
  today: () => string | null = () => null,
): Derived {
  const options = { latenessWords: spokenSentences().lateness };
  let preview: Preview | null = null;
  let tried: Trial | 'future' | null = null;
  const real = (): Journey => mirror.store.getState().journey;
  const start = real();
  let drawn: Pick<DerivedState, 'journey' | 'trial' | 'isFuture'> = {
    journey: start,
    trial: null,
    isFuture: false,
  };
  const placing = new LayoutInParts(start, {
    options,
    inParts: means.inParts ?? atOnce,
    onLaidOut: () => show(),
  });
  const first = placing.geometry;
  const nothingFound = { current: null, analysis: null, findingsByRecord: new Map() };
  const store = createStore<DerivedState>(() => ({
    geometry: first,
    shown: first,
    ...drawn,
    ...nothingFound,
  }));
  const journey = (): Journey => drawn.journey;
  const judging = createJudging(means, ({ analysis: current }, found: Judged) => {
    const state = store.getState();
    if (found.analysis !== state.analysis || current !== state.current) store.setState({ current, ...found });
  });
  mirror.whenStopped(judging.stop);
  mirror.whenStopped(() => placing.stop());
  const judge = (): void => {
    const request: JudgeRequest = {
      journey: real(),
      trial: drawn.trial,
      drawn: journey(),
      today: today(),
    };
    judging.follow(request);
  };
  const follow = (): void => {
    const now = real();
    if (tried !== null && tried !== 'future') tried = livingTrial(now, tried);
    const asked = tried === 'future' ? futureOf(now) : tried;
    // A trial of which nothing is left is over; a future of nothing is today.
    if (asked === null || isEmptyTrial(asked)) tried = null;
    const trial = tried === null ? null : asked;
    drawn = { journey: trial ? withTrial(now, trial) : now, trial, isFuture: tried === 'future' };
  };
  const previewed = (geometry: Geometry, last: Geometry): Geometry => {
    const { moved } = placing;
    if (!preview && moved.length === 0) return geometry;
    const isLarge = journey().touchpoints.all.length > previewedWhole;
    if (isLarge && preview?.places.length !== 0)
      return quickPreview(geometry, [...moved, ...(preview?.places ?? [])]);
    return preview ? layoutJourney(withPreview(journey(), preview), options, last) : geometry;
  };
  const show = (): void => {
    const { geometry } = placing;
    store.setState({ ...drawn, geometry, shown: previewed(geometry, geometry) });
  };
  const place = (): void => {
    // What was shown last is nearest to what comes: after a drop it is the same, and every member keeps its identity.
    const isLaidOut = journey().touchpoints.all.length <= previewedWhole;
    placing.follow(journey(), isLaidOut ? store.getState().shown : placing.geometry);
    show();
  };
  mirror.store.subscribe((state, before) => {
    if (state.journey === before.journey) return;
    follow();
    place();
    judge();
  });
  judge();
  return {
    store,
    preview: (next) => {
      if (preview === null && next === null) return;
      preview = next;
      const { geometry, shown } = store.getState();
      store.setState({ shown: previewed(geometry, shown) });
    },
    tryOut: (trial) => {
      tried = trial;
      follow();
      place();
      judge();
    },
  };
}

/** The journey as it would be with these places. What is not dragged keeps its identity. */
function withPreview(journey: Journey, preview: Preview): Journey {
  const { tables } = journey;
  const touchpoints = new Map<string, Touchpoint>();
  const notes = new Map<string, Note>();
  const stages = new Map<string, Stage>();
  for (const { id, at, offset } of preview.places) {
    const touchpoint = tables.touchpoints.get(id);
    if (touchpoint) touchpoints.set(id, { ...touchpoint, at, offset });
    const note = tables.notes.get(id);
    if (note) notes.set(id, { ...note, at, offset });
  }
  for (const { id, start, end } of preview.stages) {
    const stage = tables.stages.get(id);
    if (stage) stages.set(id, { ...stage, start, end });
  }
  const moved: Tables = {
    ...tables,
    touchpoints: patchedMap(tables.touchpoints, touchpoints),
    notes: patchedMap(tables.notes, notes),
    stages: patchedMap(tables.stages, stages),
  };
  return resolve(moved, journey);
}

const atOnce: InParts = (steps, onDone) => {
  onDone(runToEnd(steps));
  return () => undefined;
};

function afterPaint(work: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') setTimeout(work, 0);
  else requestAnimationFrame(() => setTimeout(work, 0));
}

/** Cards come a few frames after their canvas; handing a large map over before takes as long as they do. */
function afterFirstCards(work: () => void): void {
  afterPaint(() => setTimeout(work, firstCardsMs));
}

function afterMs(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
