import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useDerived } from '../../store/derived';
import { useOpenMap } from '../../store/openMap';
import { isLargeMap } from './pictureLevel';
import { useIsPicture, usePictureState } from './pictureState';
import './PictureLayer.css';

/**
 * The picture behind the elements of a large map. What draws it is fetched for those who have one; screen readers do not
 * meet it, what they hear comes from the document.
 */
export function PictureLayer() {
  const isLarge = useDerived((state) => isLargeMap(state.geometry));
  return isLarge ? <Picture /> : null;
}

function Picture() {
  const openMap = useOpenMap();
  const flow = useStoreApi();
  const state = usePictureState();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPicture = useIsPicture();
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    void Promise.all([import('./pictureKeeper'), import('./storePicture')]).then(
      ([{ keepPicture }, { keepPictureStored }]) => {
        if (isGone || !canvas.current) return;
        const stops = [
          keepPicture(openMap, flow, canvas.current, state),
          keepPictureStored(openMap, canvas.current.parentElement ?? document.body),
        ];
        stop = () => stops.forEach((end) => end());
      },
      // Without what draws the picture everything stays an element, as in a small map.
      () => state.set('nodes'),
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, [openMap, flow, state]);
  return (
    <div className="picture" data-shown={isPicture || undefined} aria-hidden>
      <canvas ref={canvas} className="canvas-picture" />
    </div>
  );
}
