import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { storyOf, type Story } from '../analysis/story';
import { derivedOf } from './derived';
import { useOpenMap, type OpenMap } from './openMap';
import { light, type ViewState } from './view';

/** The step whose story is lit up across the map, and what made it so. */
export interface StoryLight {
  readonly story: Story;
  readonly by: 'pointer' | 'selection';
}

interface StoryLightState {
  readonly shown: StoryLight | null;
}

/** A step's story, or what a line of a list is about. */
type Wanted =
  | { readonly transition: string; readonly by: StoryLight['by'] }
  | { readonly places: ReadonlySet<string>; readonly by: 'pointer' };

/** How long a pointer rests on a line before its story is lit, and how long the light outlasts it. */
const restMs = 90;

const byView = new WeakMap<OpenMap['view'], StoreApi<StoryLightState>>();

/** The story that is lit on this map. It lives as long as the map's view: nothing has to be stopped. */
export function storyLightOf(openMap: OpenMap): StoreApi<StoryLightState> {
  const known = byView.get(openMap.view);
  if (known) return known;
  const made = createStoryLight(openMap, (run) => {
    const timer = setTimeout(run, restMs);
    return () => clearTimeout(timer);
  });
  byView.set(openMap.view, made);
  return made;
}

/** Subscribes to the story that is lit. */
export function useStoryLight<T>(select: (shown: StoryLight | null) => T): T {
  return useStore(storyLightOf(useOpenMap()), ({ shown }) => select(shown));
}

/**
 * Follows the pointer and the selection: the step under the pointer (on the map or by its finding), else the one that is
 * selected alone, is lit with its route and the rest steps back (LIT-1). So is what a finding is about that is looked at
 * in its list and is no step (LIT-7). It follows every edit.
 * @param later runs work once the pointer has come to rest; returns the way to call that off.
 */
export function createStoryLight(
  openMap: OpenMap,
  later: (run: () => void) => () => void,
): StoreApi<StoryLightState> {
  const { view } = openMap;
  const derived = derivedOf(openMap.mirror).store;
  const store = createStore<StoryLightState>(() => ({ shown: null }));
  let callOff: (() => void) | null = null;

  /** What the light is on right now. */
  let lit: Wanted | null = null;

  const show = (wanted: Wanted | null): void => {
    const { analysis, findingsByRecord } = derived.getState();
    const before = store.getState().shown;
    const story =
      wanted && 'transition' in wanted && analysis
        ? storyOf(analysis, wanted.transition, findingsByRecord.get(wanted.transition))
        : null;
    const ids = wanted && 'places' in wanted ? wanted.places : story?.records;
    lit = ids ? wanted : null;
    if (wanted && story) store.setState({ shown: { story, by: wanted.by } });
    else if (before) store.setState({ shown: null });
    light(view, 'hover', ids ? { ids, dimsRest: true } : null);
  };
  const follow = (): void => {
    callOff?.();
    callOff = null;
    const wanted = wantedIn(view.getState());
    if (isSame(wanted, lit)) return;
    // From line to line the light goes along at once; passing over a line lights nothing.
    const isPassing = wanted === null ? lit?.by === 'pointer' : wanted.by === 'pointer' && lit === null;
    if (!isPassing) return show(wanted);
    callOff = later(() => {
      callOff = null;
      show(wantedIn(view.getState()));
    });
  };

  view.subscribe((state, before) => {
    const isMoved = state.hover !== before.hover || state.pointedAt !== before.pointedAt;
    if (isMoved || state.selection !== before.selection) follow();
  });
  derived.subscribe((state, before) => {
    if (state.analysis !== before.analysis && !callOff) show(wantedIn(view.getState()));
  });
  show(wantedIn(view.getState()));
  return store;
}

function isSame(a: Wanted | null, b: Wanted | null): boolean {
  if (a === null || b === null) return a === b;
  if ('places' in a || 'places' in b) return 'places' in a && 'places' in b && a.places === b.places;
  return a.transition === b.transition && a.by === b.by;
}

function wantedIn({ hover, pointedAt, selection }: ViewState): Wanted | null {
  if (hover?.kind === 'transitions') return { transition: hover.id, by: 'pointer' };
  if (pointedAt !== null) return { places: pointedAt, by: 'pointer' };
  const [only, another] = selection;
  if (only?.kind !== 'transitions' || another) return null;
  return { transition: only.id, by: 'selection' };
}
