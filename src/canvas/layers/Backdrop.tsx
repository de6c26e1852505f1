import { useLayoutEffect, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import { useDerived } from '../../store/derived';
import { useViewportEffect } from '../camera/useViewportEffect';
import './Backdrop.css';

/** The paper: a shade darker from the line of visibility downwards, as far as one can look. */
export function Backdrop() {
  const below = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const lineY = useDerived((state) => state.shown.visibility.y);
  const place = (y: number, zoom: number): void => {
    if (below.current) below.current.style.transform = `translateY(${Math.max(-2, lineY * zoom + y)}px)`;
  };
  useViewportEffect(({ y, zoom }) => place(y, zoom));
  useLayoutEffect(() => {
    const [, y, zoom] = store.getState().transform;
    place(y, zoom);
  });
  return (
    <div className="backdrop" aria-hidden>
      <div className="backdrop-below" ref={below} />
    </div>
  );
}
