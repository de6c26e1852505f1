import { memo } from 'react';
import type { FlowArrow } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import { useJourney, useView } from '../../store/openMap';
import { useLensSays } from '../../store/useLensSays';
import { isSelected } from '../../store/view';
import { countRender } from '../countRender';
import { useEmphasis } from '../emphasis/useEmphasis';
import { lensFlowLook } from '../lenses/lensFlowLook';
import { flowLook, isPersonalDataAtRisk } from './flowLook';
import { arrowHead } from './TransitionLine';
import { useLineGestures } from './useLineGestures';
import './edges.css';

/** Data on its way from one track to another, with what travels. */
export const DataFlowLine = memo(function DataFlowLine({ arrow }: { readonly arrow: FlowArrow }) {
  const { id, path, start, end, endDirection } = arrow;
  countRender(id);
  // A trial may hold it in another state, or a flow that is in no document yet.
  const flow = useDerived(({ journey }) => journey.dataFlows.byId.get(id));
  const isSketched = useJourney((journey) => !journey.dataFlows.byId.has(id));
  const isAtRisk = useDerived(({ findingsByRecord }) => isPersonalDataAtRisk(findingsByRecord.get(id)));
  const selected = useView((view) => isSelected(view, id));
  const says = useLensSays('dataFlows', id);
  const emphasis = useEmphasis(id, says.emphasis);
  const gestures = useLineGestures('dataFlows', id);
  if (!flow) return null;
  const look = lensFlowLook(flowLook(flow, isAtRisk), says);
  return (
    <g
      {...gestures}
      className="flow nopan"
      data-id={id}
      data-tone={look.tone}
      data-line={look.line}
      data-emphasis={emphasis}
      data-selected={selected || undefined}
      data-sketched={isSketched || undefined}
    >
      <path className="line-hit" d={path} />
      <path className="line-glow" d={path} />
      <path className="line" d={path} />
      <circle className="flow-start" cx={start.x} cy={start.y} r={3.2} />
      <path className="line-arrow" d={arrowHead(end.x, end.y, endDirection, 6)} />
      <FlowLabel arrow={arrow} icon={look.icon} />
    </g>
  );
});

/** Mean width of a letter of the labels, in canvas pixels. */
const letterWidth = 5.7;

function FlowLabel({ arrow, icon: Icon }: { arrow: FlowArrow; icon: ReturnType<typeof flowLook>['icon'] }) {
  if (!arrow.label || arrow.label.text === '') return null;
  const { text, rect } = arrow.label;
  const iconRoom = Icon ? 16 : 0;
  const letters = Math.max(3, Math.floor((rect.width - 18 - iconRoom) / letterWidth));
  const shown = text.length > letters + 1 ? `${text.slice(0, letters).trimEnd()}…` : text;
  const middle = rect.y + rect.height / 2;
  // With a sign the text begins where that ends, so that the two never touch.
  const startX = rect.x + Math.max(7, (rect.width - iconRoom - shown.length * letterWidth) / 2);
  return (
    <g className="flow-label">
      <title>{text}</title>
      <rect {...rect} rx={rect.height / 2} />
      {Icon && <Icon x={startX} y={middle - 5.5} size={11} strokeWidth={2} />}
      <text
        x={Icon ? startX + iconRoom : rect.x + rect.width / 2}
        y={middle + 0.5}
        data-after-sign={Icon ? true : undefined}
      >
        {shown}
      </text>
    </g>
  );
}
