import { memo } from 'react';
import { useCanvasActions } from '../canvasActions';
import './ConnectHandle.css';

export interface ConnectHandleProps {
  readonly from: string;
  readonly side: 'right' | 'bottom' | 'track';
}

/** A dot that appears on hover and is dragged to what its owner is to be joined with. By keyboard that is the key C. */
export const ConnectHandle = memo(function ConnectHandle({ from, side }: ConnectHandleProps) {
  const actions = useCanvasActions();
  return (
    <span
      className="connect-handle nodrag nopan"
      data-side={side}
      onPointerDown={(event) => {
        event.stopPropagation();
        actions.startConnection(event, from);
      }}
    />
  );
});
