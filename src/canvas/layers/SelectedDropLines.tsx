import { useMemo } from 'react';
import { useDerived } from '../../store/derived';
import { useJourney, useView } from '../../store/openMap';
import { movedOf } from '../../store/quickPreview';

/** More selected touchpoints than these have their lines drawn like everybody's. */
const most = 20;

/** The drop-lines of selected touchpoints, drawn stronger; red where the story breaks on the way there. */
export function SelectedDropLines() {
  const selection = useView((view) => view.selection);
  const settled = useDerived(({ shown }) => (movedOf(shown)?.settled ?? shown).dropLines);
  const moved = useDerived(({ shown }) => movedOf(shown)?.dropLines);
  const lines = useMemo(() => {
    const touchpoints = selection.filter(({ kind }) => kind === 'touchpoints');
    if (touchpoints.length === 0 || touchpoints.length > most) return [];
    const ids = new Set(touchpoints.map(({ id }) => id));
    return settled.filter(({ id }) => ids.has(id));
  }, [selection, settled]);
  return lines
    .map((line) => moved?.get(line.id) ?? line)
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
