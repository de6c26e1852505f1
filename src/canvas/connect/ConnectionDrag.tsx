import { ViewportPortal } from '@xyflow/react';
import { useEffect, useEffectEvent, useState, type PointerEvent } from 'react';
import type { Point } from '../../layout/geometry';
import { derivedOf } from '../../store/derived';
import { useOpenMap } from '../../store/openMap';
import { useCanvasActions } from '../canvasActions';
import { followClick } from '../followClick';
import { followPointer } from '../followPointer';
import { rectOfRecord } from '../recordRect';
import { select } from '../selection';
import { connectEnds, connectionBetween } from './connectEnds';
import { endAt } from './hitTest';
import './ConnectionDrag.css';

export interface ConnectionDragProps {
  readonly from: string;
  readonly down: PointerEvent;
  readonly onEnd: () => void;
}

/** The line that is being drawn from a card or track to the pointer, and what happens where it is let go. */
export function ConnectionDrag({ from, down, onEnd }: ConnectionDragProps) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const [start] = useState(() => actions.toCanvas({ x: down.clientX, y: down.clientY }));
  const [tip, setTip] = useState<Point>(start);
  const geometry = derivedOf(openMap.mirror).store.getState().shown;
  const under = endAt(geometry, tip);
  const kind = under === null ? null : connectionBetween(openMap.journey(), from, under);
  const drop = useEffectEvent((x: number, y: number) => {
    const at = actions.toCanvas({ x, y });
    const end = endAt(derivedOf(openMap.mirror).store.getState().shown, at);
    onEnd();
    openMap.view.setState({ tool: 'select' });
    if (end === from) return;
    if (end === null) {
      actions.openPicker({ purpose: { kind: 'connect', from, offer: 'any' }, point: { x, y }, at });
      return;
    }
    const made = connectEnds(openMap, from, end);
    if (made) select(openMap.view, [made]);
    actions.focusCanvas();
  });
  const move = useEffectEvent((x: number, y: number) => setTip(actions.toCanvas({ x, y })));
  const end = useEffectEvent(() => {
    openMap.view.setState({ tool: 'select' });
    onEnd();
  });
  const isTwoClicks = useEffectEvent(() => openMap.view.getState().tool === 'flow');
  useEffect(() => {
    let stop = followPointer(down, {
      move,
      drop,
      cancel: () => end(),
      // The tool may also be used by clicking one end, then the other.
      click: () => {
        if (isTwoClicks()) stop = followClick({ move, drop, cancel: () => end() });
        else end();
      },
    });
    return () => stop();
  }, [down]);
  const target = kind && under !== null ? rectOfRecord(geometry, under) : null;
  return (
    <ViewportPortal>
      <svg className="lines connection" width={1} height={1} aria-hidden>
        {target && <rect className="connection-target" {...target} rx={10} />}
        <path className="connection-line" d={`M${start.x},${start.y}L${tip.x},${tip.y}`} />
        <circle className="connection-tip" cx={tip.x} cy={tip.y} r={5} />
      </svg>
    </ViewportPortal>
  );
}
