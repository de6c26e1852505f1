import { drawStored } from '../canvas/picture/drawStored';
import { standInId } from '../canvas/picture/standInId';
import { isMapId } from '../model/ids';
import { browserPictures } from '../sync/storedPictures';
import { leftViewport, viewKey } from './map/leftViewport';
import { viewModeOf } from './map/viewAddress';
import { readStored } from './map/viewStorage';
import { readStage, type StagePlace } from './stageMemory';
import { readTheme } from './theme';

/** The rest of the program starts after so long, whatever becomes of the picture, ms. */
const patienceMs = 300;
/** More pixels than the screen shows are not worth their time. */
const mostDensity = 2;

declare global {
  /**
   * Settles when the picture of the map that the address names is on the page, or there is none. Absent while developing
   * and where the script has not arrived yet: then nobody waits for it.
   */
  var firstPicture: Promise<unknown> | undefined;
}

/** What is put into the page with the script that runs now; gone when that waits. */
const { ahead = '' } = document.currentScript?.dataset ?? {};

// A script of its own that runs before the program has arrived (PIC-11): whatever it imports comes before everything else.
globalThis.firstPicture = Promise.race([
  show().catch(() => undefined),
  new Promise((resolve) => setTimeout(resolve, patienceMs)),
]);

/** Has a map's page fetched beside the program, which asks for it when it has arrived itself. */
function fetchAhead(): void {
  for (const href of ahead.split(' ').filter(Boolean)) {
    const link = Object.assign(document.createElement('link'), {
      rel: 'modulepreload',
      crossOrigin: '',
      href,
    });
    document.head.append(link);
  }
}

async function show(): Promise<void> {
  const mapId = /^\/m\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? '';
  if (!isMapId(mapId)) return;
  fetchAhead();
  if (viewModeOf(location.search, innerWidth) !== 'canvas') return;
  const place = readStage(localStorage, innerWidth);
  // Where colours are forced the page alone knows them.
  if (!place || matchMedia('(forced-colors: active)').matches) return;
  const stored = await browserPictures().read(mapId);
  if (!stored) return;
  const canvas = document.createElement('canvas');
  const screen = {
    width: innerWidth - place.left - place.right,
    height: innerHeight - place.top - place.bottom,
  };
  const isDrawn = drawStored(canvas, stored, {
    viewport: leftViewport(readStored(localStorage, viewKey(mapId))),
    screen,
    density: Math.min(mostDensity, devicePixelRatio || 1),
    theme: shownTheme(),
  });
  if (isDrawn) put(canvas, place, screen);
}

function shownTheme(): 'light' | 'dark' {
  const chosen = readTheme();
  if (chosen !== 'system') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Over the page that says that the map is being opened: what is pressed on it does nothing, and nothing is lost. */
function put(
  canvas: HTMLCanvasElement,
  { left, top }: StagePlace,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const opening = document.querySelector<HTMLElement>('.page-opening');
  // The program was sooner: it would cover what is there, unless that only says that the map is being opened.
  if (!opening && document.querySelector('#root > *')) return;
  canvas.id = standInId;
  canvas.ariaHidden = 'true';
  const style = { position: 'fixed', zIndex: '1', cursor: 'progress' } as const;
  Object.assign(canvas.style, style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  // Run from a cache, it may be sooner than the page's own content.
  (document.body ?? document.documentElement).append(canvas);
  if (opening) opening.dataset['over'] = '';
}
