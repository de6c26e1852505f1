import { Excalidraw, type ExcalidrawApi, type SceneElement } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import './excalidraw.css';

/** How the plain page and the program itself open a large map: its beginning at 60 %. */
const opening = { scrollX: 330, scrollY: 30, zoom: { value: 0.6 } } as const;

/** Excalidraw as it comes, with a map in it. */
function Page({ elements }: { readonly elements: readonly object[] }) {
  const [isDrawn, setDrawn] = useState(false);
  return (
    <div className="peer" data-drawn={isDrawn || undefined}>
      <Excalidraw
        initialData={{ elements, appState: opening }}
        excalidrawAPI={(api) => {
          control(api);
          const look = (): void => {
            if (api.getSceneElements().length < elements.length) requestAnimationFrame(look);
            // What a frame draws is seen at its end.
            else requestAnimationFrame(() => setDrawn(true));
          };
          look();
        }}
      />
    </div>
  );
}

function control(api: ExcalidrawApi): void {
  globalThis.show = async (what) => {
    const elements = api.getSceneElements();
    if (what === 'everything selected')
      api.updateScene({
        appState: { selectedElementIds: Object.fromEntries(elements.map(({ id }) => [id, true as const])) },
      });
    else if (what === 'all') api.updateScene({ appState: viewOfAll(elements) });
    else api.updateScene({ appState: { scrollX: 200, scrollY: 20, zoom: { value: 1 } } });
  };
  globalThis.editTitle = (id, title) => {
    const textId = `${id}-text`;
    api.updateScene({
      elements: api
        .getSceneElements()
        .map((element) =>
          element.id === textId
            ? { ...element, text: title, originalText: title, version: element.version + 1 }
            : element,
        ),
    });
  };
  globalThis.cardOnScreen = () => {
    const { scrollX, scrollY, zoom } = api.getAppState();
    for (const { type, x, y, width, height } of api.getSceneElements()) {
      const place = {
        x: (x + width / 2 + scrollX) * zoom.value,
        y: (y + height / 2 + scrollY) * zoom.value,
      };
      const isWellInside =
        place.x > 400 && place.x < innerWidth - 300 && place.y > 150 && place.y < innerHeight - 200;
      if (type === 'rectangle' && isWellInside) return place;
    }
    return null;
  };
}

/** Excalidraw's own way stops at 10 %, which is a twentieth of a map of thousands. */
function viewOfAll(elements: readonly SceneElement[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { type, x, y, width, height } of elements) {
    if (type !== 'rectangle') continue;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const value = Math.min(1, innerWidth / (right - left), innerHeight / (bottom - top));
  return { scrollX: -left, scrollY: -top, zoom: { value } };
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const elements = (await (await fetch('/map.json')).json()) as readonly object[];
createRoot(root).render(<Page elements={elements} />);
