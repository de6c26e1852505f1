import type { ReactFlowState } from '@xyflow/react';
import { derivedOf } from '../../store/derived';
import type { OpenMap } from '../../store/openMap';
import type { ViewState, Viewport } from '../../store/view';
import type { DrawnPicture } from './drawPicture';
import { readPalette } from './inks';
import { makeScene } from './makeScene';
import { detail } from './paintScene';
import { startDrawing } from './pictureDrawer';
import { isLargeMap, nodesZoom, pictureLevel } from './pictureLevel';
import type { PictureState } from './pictureState';
import { placeOnScreen, serves, viewToDraw } from './pictureWindow';
import { runInSlices } from '../../store/runInSlices';
import type { PictureView, Scene } from './scene';
import { Rest } from './rest';
import { sceneChange, type SceneChange } from './sceneChange';

/** At rest for so long the view is drawn as sharp as can be, and elements come back, ms. */
const restMs = 120;
/** What is not seen of a picture is kept ready for when it will be: so long after the last change, ms. */
const readyMs = 400;
/** More pixels than the screen shows are not worth their time. */
const mostDensity = 2;

/** The part of React Flow's store that a picture follows. */
export interface FlowStore {
  getState(): ReactFlowState;
  subscribe(listener: (state: ReactFlowState) => void): () => void;
}

/** What in a view changes the picture. */
const seen = (view: ViewState): readonly unknown[] => [
  view.lens,
  view.lights,
  view.matching,
  view.onPath,
  view.selection,
  view.hiddenRulers,
  view.personas,
];

/**
 * Keeps the picture of a large map behind its elements: draws it anew when what is in it changed or the view has left it,
 * and moves it with the view in between. Returns the way to stop.
 */
export function keepPicture(
  openMap: OpenMap,
  flow: FlowStore,
  canvas: HTMLCanvasElement,
  state: PictureState,
): () => void {
  const keeper = new PictureKeeper(openMap, flow, canvas, state);
  return () => keeper.stop();
}

class PictureKeeper {
  readonly #openMap: OpenMap;
  readonly #flow: FlowStore;
  readonly #canvas: HTMLCanvasElement;
  readonly #state: PictureState;
  readonly #drawer = startDrawing((picture) => this.#show(picture));
  readonly #stops: (() => void)[] = [];
  #stopScene: (() => void) | null = null;
  readonly #sceneRest = new Rest(readyMs, () => this.#makeScene());
  readonly #viewRest = new Rest(restMs, () => {
    this.#isMoving = false;
    this.#settle();
    this.#ask();
  });
  /** What in the scene is other than in the one that was made last. */
  #change: SceneChange = 'nothing';
  #hasScene = false;
  #isAsked = false;
  /** The scene has changed since the last picture was asked for. */
  #isStale = false;
  #shown: PictureView | null = null;
  #lastZoom = 0;
  #isMoving = false;

  constructor(openMap: OpenMap, flow: FlowStore, canvas: HTMLCanvasElement, state: PictureState) {
    this.#openMap = openMap;
    this.#flow = flow;
    this.#canvas = canvas;
    this.#state = state;
    const derived = derivedOf(openMap.mirror).store;
    let { transform, width, height } = flow.getState();
    this.#lastZoom = transform[2];
    this.#stops.push(
      derived.subscribe((now, before) => {
        const change = sceneChange(now, before);
        if (change !== 'nothing') this.#changed(change);
      }),
      openMap.view.subscribe((now, before) => {
        const last = seen(before);
        if (seen(now).some((value, index) => value !== last[index])) this.#changed('anything');
      }),
      flow.subscribe((now) => {
        if (now.transform === transform && now.width === width && now.height === height) return;
        ({ transform, width, height } = now);
        this.#moved();
      }),
      followTheme(() => this.#takeColors()),
    );
    this.#takeColors();
    this.#changed('anything');
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stopScene?.();
    this.#sceneRest.stop();
    this.#viewRest.stop();
    this.#drawer.stop();
    this.#state.set('nodes');
  }

  get #viewport(): Viewport {
    const [x, y, zoom] = this.#flow.getState().transform;
    return { x, y, zoom };
  }

  get #screen() {
    const { width, height } = this.#flow.getState();
    return { width, height };
  }

  /** Whether the picture is seen, or will be in a moment. */
  get #isFar(): boolean {
    return this.#viewport.zoom < nodesZoom || this.#state.level() === 'picture';
  }

  #takeColors(): void {
    this.#drawer.takePalette(readPalette(this.#canvas.parentElement ?? document.body));
    this.#isStale = true;
    this.#ask();
  }

  /** Whether what has changed would be seen by now: in the picture, and large enough. */
  get #isMissed(): boolean {
    if (this.#change === 'nothing' || !this.#isFar) return false;
    return this.#change === 'anything' || this.#viewport.zoom >= detail.titles;
  }

  /** Something in the scene is other than it was: it is made anew, soon where it is seen, later where it is not. */
  #changed(change: SceneChange): void {
    if (this.#change !== 'anything') this.#change = change;
    this.#follow();
  }

  #follow(): void {
    if (this.#stopScene) return;
    if (this.#isMissed) this.#makeScene();
    else this.#sceneRest.note();
  }

  #makeScene(): void {
    this.#sceneRest.stop();
    const change = this.#change;
    this.#change = 'nothing';
    const { mirror, view } = this.#openMap;
    const steps = makeScene({ world: derivedOf(mirror).store.getState(), view: view.getState() });
    const take = (scene: Scene): void => {
      this.#stopScene = null;
      this.#drawer.takeScene(scene);
      this.#hasScene = true;
      this.#isStale ||= change === 'anything' || this.#viewport.zoom >= detail.titles;
      this.#ask();
      if (this.#change !== 'nothing') this.#follow();
    };
    // Without a first scene there is nothing to be seen but paper.
    this.#stopScene = runInSlices(steps, take, this.#hasScene ? 'calm' : 'urgent');
  }

  /** The view moved: the picture moves along, and is drawn anew where it does not reach. */
  #moved(): void {
    const { zoom } = this.#viewport;
    if (zoom !== this.#lastZoom) this.#isMoving = true;
    this.#lastZoom = zoom;
    if (this.#isMissed && !this.#stopScene) this.#follow();
    this.#place();
    this.#settle();
    this.#ask();
    this.#viewRest.note();
  }

  #ask(): void {
    // One is drawn before it is needed: whoever zooms out sees that one until the next is there.
    if (this.#isAsked || !this.#hasScene || (!this.#isFar && this.#shown)) return;
    const fit = this.#shown ? serves(this.#shown, this.#viewport, this.#screen) : 'no';
    const isGood = fit === 'exactly' || (fit === 'roughly' && this.#isMoving);
    if (isGood && !this.#isStale) return;
    this.#isAsked = true;
    this.#isStale = false;
    const density = Math.min(mostDensity, window.devicePixelRatio || 1);
    this.#drawer.draw(viewToDraw(this.#viewport, this.#screen, density));
  }

  #show({ bitmap, view }: DrawnPicture): void {
    this.#isAsked = false;
    this.#canvas.width = view.width;
    this.#canvas.height = view.height;
    this.#canvas.style.width = `${view.width / view.density}px`;
    this.#canvas.style.height = `${view.height / view.density}px`;
    this.#canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    this.#shown = view;
    this.#canvas.dataset['drawn'] = '';
    this.#place();
    this.#settle();
    this.#ask();
  }

  #place(): void {
    if (!this.#shown) return;
    const { x, y, zoom } = placeOnScreen(this.#shown, this.#viewport);
    this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
  }

  /** Elements give way at once, before there are thousands of them, and come back when zooming has come to rest. */
  #settle(): void {
    const isLarge = isLargeMap(derivedOf(this.#openMap.mirror).store.getState().geometry);
    const level = pictureLevel(isLarge, this.#viewport.zoom);
    if (level === 'picture' || !this.#isMoving) this.#state.set(level);
  }
}

/** Calls back when the page's colours may have changed. Returns the way to stop. */
function followTheme(onChange: () => void): () => void {
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    window.matchMedia(query),
  );
  for (const query of media) query.addEventListener('change', onChange);
  const chosen = new MutationObserver(onChange);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const query of media) query.removeEventListener('change', onChange);
    chosen.disconnect();
  };
}
