import { useMemo } from 'react';
import type { Rect, TransitionRoute } from '../../layout/geometry';
import { card } from '../../layout/metrics';
import { useDerived } from '../../store/derived';
import { liftedEnds } from '../adaptor/liftedMove';
import { TransitionBadge } from '../edges/TransitionBadge';
import { TransitionLine } from '../edges/TransitionLine';
import { DropPaths } from './DropPaths';
import { within } from './useVisibleWindow';

/** Drop-lines that are only shifted sideways reach under their cards, so that moving up or down leaves no gap. */
const half = card.height / 2;

interface LiftedProps {
  readonly lifted: ReadonlySet<string>;
  readonly area: Rect;
}

/** Under the cards: what goes along with those that are moved together, each a drawing that is shifted and not drawn again. */
export function LiftedBelow({ lifted, area }: LiftedProps) {
  const shown = useDerived((state) => state.shown.transitions);
  const dropLines = useDerived((state) => state.shown.dropLines);
  const routes = useMemo(() => within(shown, area), [shown, area]);
  const drops = useMemo(
    () => within(dropLines, area).filter(({ id }) => lifted.has(id)),
    [dropLines, area, lifted],
  );
  return (
    <>
      <svg className="lines lines-below" width={1} height={1} data-lifted="x" aria-hidden>
        <DropPaths lines={drops} reach={half} />
      </svg>
      <svg className="lines lines-below" width={1} height={1} aria-hidden>
        <path className="line-to-lifted" data-lifted-ends={endsOf(routes, lifted)} />
      </svg>
      <svg className="lines lines-below" width={1} height={1} data-lifted="" aria-hidden>
        {routes.map((route) =>
          liftedEnds(route, lifted) === 'all' ? <TransitionLine key={route.id} route={route} /> : null,
        )}
      </svg>
    </>
  );
}

/** Over the cards: the signs of transitions between what is moved together. */
export function LiftedAbove({ lifted, area }: LiftedProps) {
  const shown = useDerived((state) => state.shown.transitions);
  const routes = useMemo(() => within(shown, area), [shown, area]);
  return (
    <svg className="lines lines-above" width={1} height={1} data-lifted="" aria-hidden>
      {routes.map((route) =>
        liftedEnds(route, lifted) === 'all' ? <TransitionBadge key={route.id} route={route} /> : null,
      )}
    </svg>
  );
}

/** Where lines lead that end at something lifted with one end: four numbers each, what stays first. */
function endsOf(routes: readonly TransitionRoute[], lifted: ReadonlySet<string>): string {
  return routes
    .filter((route) => liftedEnds(route, lifted) === 'one')
    .flatMap(({ from, start, end }) => {
      const [still, moved] = lifted.has(from) ? [end, start] : [start, end];
      return [still.x, still.y, moved.x, moved.y];
    })
    .join(' ');
}
