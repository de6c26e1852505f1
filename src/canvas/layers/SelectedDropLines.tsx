import { useDerived } from '../../store/derived';
import { useJourney, useView } from '../../store/openMap';

/** The drop-lines of selected touchpoints, drawn stronger; red where the story breaks on the way there. */
export function SelectedDropLines() {
  const selection = useView((view) => view.selection);
  const dropLines = useDerived((state) => state.shown.dropLines);
  const touchpoints = selection.filter(({ kind }) => kind === 'touchpoints');
  if (touchpoints.length === 0 || touchpoints.length > 20) return null;
  const ids = new Set(touchpoints.map(({ id }) => id));
  return dropLines
    .filter(({ id }) => ids.has(id))
    .map(
      ({ id, x, below, tone }) =>
        below && <SelectedLine key={id} id={id} path={`M${x},${below.from}V${below.to}`} tone={tone} />,
    );
}

function SelectedLine({ id, path, tone }: { id: string; path: string; tone: string | null }) {
  const arriving = useJourney((journey) => journey.relations.transitionsTo.get(id));
  const isBroken = useDerived(
    ({ analysis }) =>
      arriving?.some((one) => analysis?.continuity.judgements.get(one.id)?.verdict === 'broken') ?? false,
  );
  return <path className="drop-selected" data-tone={isBroken ? 'danger' : (tone ?? 'neutral')} d={path} />;
}
