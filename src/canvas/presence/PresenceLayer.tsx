import { useStore, ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { Geometry, Rect } from '../../layout/geometry';
import { card } from '../../layout/metrics';
import { xOfAt, yOfOffset } from '../../layout/timelineScale';
import { toneOfFunction } from '../../model/functionColors';
import { useDerived } from '../../store/derived';
import { useSession } from '../../store/openMap';
import type { Peer } from '../../store/session';
import { t } from '../../ui/i18n/t';
import { rectOfRecord } from '../recordRect';
import { functionName } from './functionName';
import './PresenceLayer.css';

/** The others: where they point, what they have selected, what they drag and where they type. */
export function PresenceLayer() {
  const peers = useSession((session) => session.peers);
  const geometry = useDerived((state) => (peers.length > 0 ? state.shown : null));
  if (!geometry) return null;
  return (
    <ViewportPortal>
      <div className="presence" aria-hidden>
        {peers.map((peer) => (
          <PeerMarks key={peer.id} peer={peer} geometry={geometry} />
        ))}
      </div>
    </ViewportPortal>
  );
}

/** Only so many outlines of one person: somebody who selected everything need not cover it. */
const mostOutlines = 12;

const PeerMarks = memo(function PeerMarks({
  peer,
  geometry,
}: {
  readonly peer: Peer;
  readonly geometry: Geometry;
}) {
  const tone = toneOfFunction(peer.function) ?? 'neutral';
  return (
    <div data-tone={tone}>
      {peer.selection.slice(0, mostOutlines).map((id, index) => {
        const rect = rectOfRecord(geometry, id);
        const label = peer.editing === id ? t('canvas.isTyping', { name: peer.name }) : peer.name;
        return (
          rect && <Outline key={id} rect={rect} label={index === 0 || peer.editing === id ? label : null} />
        );
      })}
      {peer.drag.map(({ id, at, offset }) => (
        <Outline
          key={id}
          isGhost
          label={null}
          rect={{
            x: xOfAt(at) - card.width / 2,
            y: yOfOffset(offset),
            width: card.width,
            height: card.height,
          }}
        />
      ))}
      {peer.cursor && <Cursor peer={peer} />}
    </div>
  );
});

interface OutlineProps {
  readonly rect: Rect;
  readonly label: string | null;
  readonly isGhost?: boolean;
}

function Outline({ rect: { x, y, width, height }, label, isGhost = false }: OutlineProps) {
  return (
    <div
      className={isGhost ? 'peer-ghost' : 'peer-outline'}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      {label !== null && <span className="peer-tag">{label}</span>}
    </div>
  );
}

function Cursor({ peer }: { readonly peer: Peer }) {
  // Names stay legible far out: the cursor keeps its size on the screen.
  const scale = useStore((state) => 1 / state.transform[2]);
  const { x, y } = peer.cursor ?? { x: 0, y: 0 };
  return (
    <div className="peer-cursor" style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}>
      <svg width="18" height="18" viewBox="0 0 18 18">
        <path d="M2 1.5 15.5 7 9.4 9.3 7 15.5Z" />
      </svg>
      <span className="peer-name" dir="auto">
        {peer.name} · {functionName(peer.function)}
      </span>
    </div>
  );
}
