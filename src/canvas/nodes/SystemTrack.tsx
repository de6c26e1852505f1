import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Track } from '../../layout/geometry';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { ConnectHandle } from '../connect/ConnectHandle';
import { countRender } from '../countRender';
import { useEmphasis } from '../emphasis/useEmphasis';
import './SystemTrack.css';

/** A system as a track as far along as it serves, with a station wherever a touchpoint uses it. */
export const SystemTrack = memo(function SystemTrack({ id, data }: NodeProps<CanvasNode>) {
  countRender(id);
  const emphasis = useEmphasis(id, 'plain');
  const { bar, stations, tone, label, group } = data.placed as Track;
  return (
    <div
      className="track"
      data-tone={tone ?? 'neutral'}
      data-emphasis={emphasis}
      data-dashed={label.notSanctioned || undefined}
      data-unused={group === 'unused' || undefined}
      title={label.name}
    >
      {stations.map((station) => (
        <span key={station.id} className="track-station" style={{ left: station.x - bar.x }} />
      ))}
      <ConnectHandle from={id} side="track" />
    </div>
  );
});
