import { useLayoutEffect, useRef } from 'react';
import { useOpenMap } from '../../store/openMap';
import { standInId } from './standInId';

/** What is drawn of the map itself, as an element or in the picture. */
const drawn = '.picture[data-shown] .canvas-picture[data-drawn], .canvas-surface .react-flow__node';

/**
 * Takes the picture that was shown while the map was read behind what is drawn now, so that nothing is blank in between
 * (PIC-12). It goes when there is something in its place, or when the view is moved: it would not move along.
 */
export function StandIn() {
  const box = useRef<HTMLDivElement>(null);
  const { view } = useOpenMap();
  useLayoutEffect(() => {
    const picture = document.getElementById(standInId);
    const stage = box.current?.parentElement;
    if (!picture || !stage) return undefined;
    picture.removeAttribute('style');
    picture.hidden = false;
    box.current?.append(picture);
    let frame = 0;
    const look = (): void => {
      if (!stage.querySelector(drawn)) frame = requestAnimationFrame(look);
      // One frame more: what is in the page now is on the screen then.
      else frame = requestAnimationFrame(() => picture.remove());
    };
    frame = requestAnimationFrame(look);
    const stop = view.subscribe((now, before) => {
      if (now.viewport !== before.viewport) picture.remove();
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [view]);
  return <div ref={box} className="stand-in" aria-hidden />;
}
