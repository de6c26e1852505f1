import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { StageBand } from '../../layout/geometry';
import type { StageColor } from '../../model/records/stage';
import { useJourney } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import type { Tone } from '../../ui/tone';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { countRender } from '../countRender';
import { useStageDrag } from './useStageDrag';
import './StageNode.css';

const toneOfColor: Readonly<Record<StageColor, Tone>> = {
  orange: 'marketing',
  violet: 'shared',
  teal: 'operations',
  blue: 'it',
};

/** A soft span laid over the timeline: dragged by its body, resized by its edges. It never moves a touchpoint. */
export const StageNode = memo(function StageNode({ id, data }: NodeProps<CanvasNode>) {
  countRender(id);
  const name = useJourney((journey) => journey.stages.byId.get(id)?.name);
  const startDrag = useStageDrag(id);
  if (name === undefined) return null;
  const { color, label, rect, handles } = data.placed as StageBand;
  const edge = (rectangle: { readonly x: number; readonly width: number }) => ({
    left: rectangle.x - rect.x,
    width: rectangle.width,
  });
  return (
    <div
      className="stage nopan nodrag"
      data-tone={toneOfColor[color]}
      onPointerDown={(event) => startDrag(event, 'body')}
    >
      <span className="stage-wash" />
      <span
        className="stage-name"
        data-empty={name === '' || undefined}
        style={{ left: label.x - rect.x, maxWidth: label.maxWidth }}
        dir="auto"
      >
        {name === '' ? t('canvas.untitledStage') : name}
      </span>
      <span
        className="stage-edge"
        style={edge(handles.start)}
        title={t('canvas.stageStart')}
        onPointerDown={(event) => startDrag(event, 'start')}
      />
      <span
        className="stage-edge"
        style={edge(handles.end)}
        title={t('canvas.stageEnd')}
        onPointerDown={(event) => startDrag(event, 'end')}
      />
    </div>
  );
});
