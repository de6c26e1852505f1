import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Track } from '../../layout/geometry';
import { useLensSays } from '../../store/useLensSays';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { ConnectHandle } from '../connect/ConnectHandle';
import { countRender } from '../countRender';
import { lensTone } from '../lenses/lensLooks';
import { useEmphasis } from '../emphasis/useEmphasis';
import './SystemTrack.css';

/** A system as a track as far along as it serves, with a station wherever a touchpoint uses it. */
export const SystemTrack = memo(function SystemTrack({ id, data }: NodeProps<CanvasNode>) {
  countRender(id);
  const says = useLensSays('systems', id);
  const emphasis = useEmphasis(id, says.emphasis);
  const { bar, stations, tone, label, group } = data.placed as Track;
  return (
    <div
      className="track"
      data-tone={tone ?? 'neutral'}
      data-emphasis={emphasis}
      data-lens-tone={lensTone(says.mark)}
      data-dashed={label.notSanctioned || undefined}
      data-unused={group === 'unused' || undefined}
      data-aside={says.aside ?? undefined}
      title={label.name}
    >
      {stations.map((station) => (
        <span key={station.id} className="track-station" style={{ left: station.x - bar.x }} />
      ))}
      <ConnectHandle from={id} side="track" />
    </div>
  );
});
