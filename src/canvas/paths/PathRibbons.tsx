import { memo, useMemo } from 'react';
import { pathOf } from '../../analysis/paths';
import type { Rect } from '../../layout/geometry';
import { useJourney, useView } from '../../store/openMap';
import { useShownWithin } from '../layers/useShownWithin';
import { personaLook } from './personaLook';
import './paths.css';

/** Breadth of the band that a step runs in, and of each rail beside it, in canvas pixels. */
const band = 7;
const rail = 3;

/**
 * The paths of the personas that are shown: each step runs between two rails in the persona's colour and pattern. Paths
 * that are compared lie around one another, the first innermost, so that none hides another.
 */
export function PathRibbons({ area }: { readonly area: Rect }) {
  const personas = useView((view) => view.personas);
  if (personas.length === 0) return null;
  return [...personas.entries()]
    .toReversed()
    .map(([place, id]) => <Ribbon key={id} persona={id} place={place} area={area} />);
}

interface RibbonProps {
  readonly persona: string;
  readonly place: number;
  readonly area: Rect;
}

const Ribbon = memo(function Ribbon({ persona, place, area }: RibbonProps) {
  const transitions = useJourney((journey) => journey.transitions);
  const touchpoints = useJourney((journey) => journey.touchpoints);
  const shown = useView((view) => view.personas);
  const personas = useJourney((journey) => journey.personas);
  const path = useMemo(
    () => pathOf({ transitions, touchpoints, personas }, persona).transitions,
    [transitions, touchpoints, personas, persona],
  );
  const routes = useShownWithin('transitions', area);
  const drawing = routes
    .filter(({ id }) => path.has(id))
    .map((route) => route.path)
    .join('');
  const { color, dashes } = personaLook(personas.all, shown, persona);
  const inner = band + place * 2 * rail;
  return (
    <g className="path-ribbon" data-persona-color={color}>
      <path className="path-rails" d={drawing} strokeWidth={inner + rail} strokeDasharray={dashes} />
      <path className="path-band" d={drawing} strokeWidth={inner - 1} />
    </g>
  );
});
