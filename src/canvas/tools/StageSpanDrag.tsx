import { ViewportPortal } from '@xyflow/react';
import { useEffect, useEffectEvent, useState, type PointerEvent } from 'react';
import { createStage } from '../../commands/createStage';
import { stageBand } from '../../layout/metrics';
import { atOfX, xOfAt } from '../../layout/timelineScale';
import { derivedOf } from '../../store/derived';
import { useOpenMap } from '../../store/openMap';
import { useCanvasActions } from '../canvasActions';
import { followPointer } from '../followPointer';
import { select } from '../selection';
import './StageSpanDrag.css';

export interface StageSpanDragProps {
  readonly down: PointerEvent;
  readonly onEnd: () => void;
}

/** How long a stage becomes by a click alone, in places of the timeline. */
const clickedLength = 3;

/** The stage that is being spanned with the stage tool; letting go makes it and asks for its name. */
export function StageSpanDrag({ down, onEnd }: StageSpanDragProps) {
  const openMap = useOpenMap();
  const { toCanvas } = useCanvasActions();
  const placeAt = (clientX: number): number =>
    Math.round(atOfX(toCanvas({ x: clientX, y: down.clientY }).x) * 20) / 20;
  const [from] = useState(() => placeAt(down.clientX));
  const [to, setTo] = useState(from);
  const make = (end: number): void => {
    onEnd();
    const made = createStage.run(openMap, { start: from, end });
    if (!made.ok) return;
    const record = { kind: 'stages', id: made.value } as const;
    select(openMap.view, [record]);
    openMap.view.setState({ editing: { ...record, fresh: true }, tool: 'select' });
  };
  const move = useEffectEvent((clientX: number) => setTo(placeAt(clientX)));
  const drop = useEffectEvent((clientX: number) => make(placeAt(clientX)));
  const click = useEffectEvent(() => make(from + clickedLength));
  const cancel = useEffectEvent(() => onEnd());
  useEffect(() => followPointer(down, { move, drop, click: () => click(), cancel: () => cancel() }), [down]);
  const { y } = derivedOf(openMap.mirror).store.getState().shown.sections.stages;
  const left = Math.min(xOfAt(from), xOfAt(to));
  return (
    <ViewportPortal>
      <div
        className="stage-span"
        style={{
          transform: `translate(${left}px, ${y}px)`,
          width: Math.abs(xOfAt(to) - xOfAt(from)),
          height: stageBand.height,
        }}
      />
    </ViewportPortal>
  );
}
