import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { curveBetween } from '../../layout/experienceBand';
import type { Rect } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import { useView } from '../../store/openMap';
import { TransitionLine } from '../edges/TransitionLine';
import { ReachDrops } from '../light/ReachDrops';
import { ThreadBelow } from '../light/StoryThread';
import { PathRibbons } from '../paths/PathRibbons';
import { useIsPicture } from '../picture/pictureState';
import { DropPaths } from './DropPaths';
import { LiftedBelow } from './LiftedLines';
import { SelectedDropLines } from './SelectedDropLines';
import { liftedEnds } from '../adaptor/liftedMove';
import { useShownWithin } from './useShownWithin';
import { useVisibleWindow, within } from './useVisibleWindow';
import './lines.css';

/**
 * Everything that lies under the cards: row lines, drop-lines, the emotion curve, transitions. One drawing for all; while the
 * map is a picture they are in that.
 */
export function LinesBelow() {
  const area = useVisibleWindow();
  const isPicture = useIsPicture();
  const lifted = useView((view) => view.lifted);
  return (
    <ViewportPortal>
      <svg className="lines lines-below" width={1} height={1} aria-hidden>
        {!isPicture && <RowLines area={area} />}
        {!isPicture && <DropLines area={area} />}
        <SelectedDropLines />
        <ReachDrops />
        <ThreadBelow />
        {!isPicture && <EmotionCurve area={area} />}
        {!isPicture && <PathRibbons area={area} />}
        {!isPicture && <Transitions area={area} />}
      </svg>
      {!isPicture && lifted && <LiftedBelow lifted={lifted} area={area} />}
    </ViewportPortal>
  );
}

/** How far lines across the map reach beyond it, in canvas pixels: past the edge of the screen, as the line of visibility does. */
const reach = 4000;

/** As far as they are near the screen: drawn again is what a drag touches, and of a long path all of it. */
const RowLines = memo(function RowLines({ area }: { area: Rect }) {
  const bounds = useDerived((state) => state.shown.bounds);
  const zeroY = useDerived((state) => state.shown.experience.zeroY);
  const tracks = useDerived((state) => state.shown.tracks);
  const from = Math.max(area.x, bounds.x - reach);
  const to = Math.min(area.x + area.width, bounds.x + bounds.width + reach);
  if (from >= to) return null;
  const rows = [zeroY, ...tracks.map((track) => track.y)]
    .filter((y) => y >= area.y && y <= area.y + area.height)
    .map((y) => `M${from},${y}H${to}`)
    .join('');
  return <path className="row-lines" d={rows} />;
});

/** Drawn in one; those of what is dragged are drawn apart, so that the others need not be drawn again with every move. */
const DropLines = memo(function DropLines({ area }: { area: Rect }) {
  const settled = useDerived((state) => state.geometry.dropLines);
  const atRest = useMemo(() => new Set(within(settled, area)), [settled, area]);
  const lifted = useView((view) => view.lifted);
  const shown = useShownWithin('dropLines', area);
  const near = lifted ? shown.filter(({ id }) => !lifted.has(id)) : shown;
  const moved = near.filter((line) => !atRest.has(line));
  return (
    <>
      <DropPaths lines={moved.length === 0 ? near : near.filter((line) => atRest.has(line))} />
      {moved.length > 0 && <DropPaths lines={moved} />}
    </>
  );
});

const EmotionCurve = memo(function EmotionCurve({ area }: { area: Rect }) {
  const points = useDerived((state) => state.shown.experience.points);
  // Colours stay what they are while something is dragged.
  const cardById = useDerived((state) => state.geometry.cardById);
  const from = area.x;
  const to = area.x + area.width;
  const path = useMemo(() => curveBetween(points, from, to), [points, from, to]);
  const near = useMemo(() => points.filter(({ x }) => x >= from && x <= to), [points, from, to]);
  return (
    <>
      <path className="emotion-curve" d={path} />
      {near.map(({ id, x, y }) => (
        <circle
          key={id}
          className="emotion-point"
          data-tone={cardById.get(id)?.tone ?? 'neutral'}
          cx={x}
          cy={y}
          r={5.5}
        />
      ))}
    </>
  );
});

const Transitions = memo(function Transitions({ area }: { area: Rect }) {
  const lifted = useView((view) => view.lifted);
  const routes = useShownWithin('transitions', area);
  return routes.map((route) =>
    liftedEnds(route, lifted) === 'none' ? <TransitionLine key={route.id} route={route} /> : null,
  );
});
