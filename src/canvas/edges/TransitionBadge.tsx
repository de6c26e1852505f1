import { memo } from 'react';
import type { TransitionRoute } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import { useJourney } from '../../store/openMap';
import { useEmphasis } from '../emphasis/useEmphasis';
import { transitionLook } from './transitionLook';
import { useLineGestures } from './useLineGestures';
import './edges.css';

/** The round sign on a transition that is torn, late or carried by hand. */
export const TransitionBadge = memo(function TransitionBadge({ route }: { readonly route: TransitionRoute }) {
  const verdict = useDerived(({ analysis }) => analysis?.continuity.judgements.get(route.id)?.verdict);
  // Where no system is named at all, nothing can be known yet, and saying so at every step would only be noise.
  const isEmpty = useJourney((journey) => journey.systems.all.length === 0);
  const emphasis = useEmphasis(route.id, 'plain');
  const gestures = useLineGestures('transitions', route.id);
  const { badge: Icon, tone } = transitionLook(verdict);
  if (!Icon || (isEmpty && verdict === 'unknown')) return null;
  const { x, y } = route.badge;
  return (
    <g {...gestures} className="badge nopan" data-tone={tone} data-emphasis={emphasis}>
      <circle className="badge-disc" cx={x} cy={y} r={11} />
      <Icon x={x - 7} y={y - 7} size={14} strokeWidth={2} className="badge-icon" />
    </g>
  );
});
