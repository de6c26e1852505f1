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

interface Wanted {
  readonly transition: string;
  readonly by: StoryLight['by'];
}

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
 * selected alone, is lit with its route and the rest steps back (LIT-1). It follows every edit.
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

  const show = (wanted: Wanted | null): void => {
    const { analysis, findingsByRecord } = derived.getState();
    const before = store.getState().shown;
    const story =
      wanted && analysis
        ? storyOf(analysis, wanted.transition, findingsByRecord.get(wanted.transition))
        : null;
    if (!wanted || !story) {
      if (before) store.setState({ shown: null });
      light(view, 'hover', null);
      return;
    }
    store.setState({ shown: { story, by: wanted.by } });
    light(view, 'hover', { ids: story.records, dimsRest: true });
  };
  const follow = (): void => {
    callOff?.();
    callOff = null;
    const wanted = wantedIn(view.getState());
    const { shown } = store.getState();
    if (wanted?.transition === shown?.story.transition && wanted?.by === shown?.by) return;
    // From line to line the light goes along at once; passing over a line lights nothing.
    const isPassing = wanted === null ? shown?.by === 'pointer' : wanted.by === 'pointer' && shown === null;
    if (!isPassing) return show(wanted);
    callOff = later(() => {
      callOff = null;
      show(wantedIn(view.getState()));
    });
  };

  view.subscribe((state, before) => {
    if (state.hover !== before.hover || state.selection !== before.selection) follow();
  });
  derived.subscribe((state, before) => {
    if (state.analysis !== before.analysis && !callOff) show(wantedIn(view.getState()));
  });
  show(wantedIn(view.getState()));
  return store;
}

function wantedIn({ hover, selection }: ViewState): Wanted | null {
  if (hover?.kind === 'transitions') return { transition: hover.id, by: 'pointer' };
  const [only, another] = selection;
  if (only?.kind !== 'transitions' || another) return null;
  return { transition: only.id, by: 'selection' };
}
