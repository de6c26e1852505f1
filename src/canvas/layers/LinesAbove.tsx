import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { Rect } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import { useView } from '../../store/openMap';
import { DataFlowLine } from '../edges/DataFlowLine';
import { ThreadAbove } from '../light/StoryThread';
import { TransitionBadge } from '../edges/TransitionBadge';
import { TrialMarks } from '../trial/TrialMarks';
import { useIsPicture } from '../picture/pictureState';
import { LiftedAbove } from './LiftedLines';
import { liftedEnds } from '../adaptor/liftedMove';
import { useShownWithin } from './useShownWithin';
import { useVisibleWindow, within } from './useVisibleWindow';
import './lines.css';

/** Everything that lies over cards and tracks: data flows with their labels, and the verdicts of transitions. */
export function LinesAbove() {
  const area = useVisibleWindow();
  const isPicture = useIsPicture();
  const lifted = useView((view) => view.lifted);
  return (
    <ViewportPortal>
      <svg className="lines lines-above" width={1} height={1} aria-hidden>
        <ThreadAbove />
        {!isPicture && <Flows area={area} />}
        {!isPicture && <Badges area={area} />}
        <TrialMarks />
      </svg>
      {!isPicture && lifted && <LiftedAbove lifted={lifted} area={area} />}
    </ViewportPortal>
  );
}

const Flows = memo(function Flows({ area }: { area: Rect }) {
  const arrows = within(
    useDerived((state) => state.shown.flows),
    area,
  );
  return arrows.map((arrow) => <DataFlowLine key={arrow.id} arrow={arrow} />);
});

const Badges = memo(function Badges({ area }: { area: Rect }) {
  const lifted = useView((view) => view.lifted);
  const routes = useShownWithin('transitions', area);
  return routes.map((route) =>
    liftedEnds(route, lifted) === 'none' ? <TransitionBadge key={route.id} route={route} /> : null,
  );
});
