import { useLayoutEffect, useRef } from 'react';
import { useOpenMap } from '../../store/openMap';
import { standInId } from './standInId';

/** What is drawn of the map itself: in the picture, or as elements. React Flow hides one until it knows its size. */
const drawn = {
  /** There where elements are not: what is selected is one all the same. */
  instead: '.picture[data-shown]',
  picture: '.picture[data-shown] .canvas-picture[data-drawn]',
  element: '.canvas-surface .react-flow__node:not([style*="visibility: hidden"])',
} as const;
const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeFilter: ['data-shown', 'data-drawn', 'style'],
};

/**
 * Takes the picture that was shown while the map was read behind what is drawn now, so that nothing is blank in between
 * (PIC-12). It goes when there is something in its place, in the same frame, or when the view is moved: it would not move
 * along.
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
    // Told before the frame is painted: stages and lines can be seen through, and would be seen twice.
    const look = (): void => {
      const isPicture = stage.querySelector(drawn.instead) !== null;
      if (!stage.querySelector(isPicture ? drawn.picture : drawn.element)) return;
      observer.disconnect();
      // One frame more: what is in the picture now is on the screen then, and covers this one.
      if (isPicture) frame = requestAnimationFrame(() => picture.remove());
      else picture.remove();
    };
    const observer = new MutationObserver(look);
    observer.observe(stage, watched);
    look();
    const stop = view.subscribe((now, before) => {
      if (now.viewport !== before.viewport) picture.remove();
    });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      stop();
    };
  }, [view]);
  return <div ref={box} className="stand-in" aria-hidden />;
}
