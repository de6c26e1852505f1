import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import type { Point, TransitionRoute } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import { useJourney } from '../../store/openMap';
import { useLensSays } from '../../store/useLensSays';
import type { Tone } from '../../ui/tone';
import { useEmphasis } from '../emphasis/useEmphasis';
import { lensLook } from '../lenses/lensLooks';
import { transitionLook } from './transitionLook';
import { useLineGestures } from './useLineGestures';
import './edges.css';

/** How far the lens's sign stands below that of a tear, in canvas pixels. */
const signPitch = 24;

/** The round signs on a transition: that it is torn, late or carried by hand, and what the lens says of it. */
export const TransitionBadge = memo(function TransitionBadge({ route }: { readonly route: TransitionRoute }) {
  const verdict = useDerived(({ analysis }) => analysis?.continuity.judgements.get(route.id)?.verdict);
  // Where no system is named at all, nothing can be known yet, and saying so at every step would only be noise.
  const isEmpty = useJourney((journey) => journey.systems.all.length === 0);
  const says = useLensSays('transitions', route.id);
  const emphasis = useEmphasis(route.id, says.emphasis);
  const gestures = useLineGestures('transitions', route.id);
  const look = transitionLook(verdict);
  const badge = isEmpty && verdict === 'unknown' ? null : look.badge;
  const { icon, tone: lensTone } = lensLook(says.mark);
  if (!badge && !icon) return null;
  const { x, y } = route.badge;
  return (
    <g {...gestures} className="badge nopan" data-id={route.id} data-emphasis={emphasis}>
      {badge && <Sign at={{ x, y }} icon={badge} tone={look.tone} isQuiet={verdict === 'unknown'} />}
      {icon && (
        <Sign
          at={{ x, y: badge ? y + signPitch : y }}
          icon={icon}
          tone={lensTone === 'own' ? 'neutral' : lensTone}
        />
      )}
    </g>
  );
});

interface SignProps {
  readonly at: Point;
  readonly icon: LucideIcon;
  readonly tone: Tone | 'ink';
  /** Drawn in outline: what is not known accuses nobody. */
  readonly isQuiet?: boolean;
}

function Sign({ at: { x, y }, icon: Icon, tone, isQuiet = false }: SignProps) {
  return (
    <g data-tone={tone} data-quiet={isQuiet || undefined}>
      <circle className="badge-disc" cx={x} cy={y} r={11} />
      <Icon x={x - 7} y={y - 7} size={14} strokeWidth={2} className="badge-icon" />
    </g>
  );
}
