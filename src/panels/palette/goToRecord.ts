import type { Kind, RecordRef } from '../../model/kinds';
import { applyView } from '../../store/look';
import type { OpenMap } from '../../store/openMap';
import { focusRequest } from '../../store/view';

/** Kinds that have a place on the canvas; the others are shown by their details alone. */
const onCanvas: ReadonlySet<Kind> = new Set([
  'touchpoints',
  'stages',
  'systems',
  'transitions',
  'dataFlows',
  'notes',
]);

/** Below this zoom a record in sight still cannot be read. */
const legibleZoom = 0.5;

/** Selects a record and brings it into view; a view is looked through, and what has no place on the canvas is opened at the side. */
export function goToRecord({ view, journey }: Pick<OpenMap, 'view' | 'journey'>, record: RecordRef): void {
  const named = record.kind === 'views' ? journey().views.byId.get(record.id) : undefined;
  if (named) {
    applyView({ view, journey }, named);
    view.setState({ intentRequest: focusRequest });
    return;
  }
  const isThere = onCanvas.has(record.kind);
  const isLegible = view.getState().viewport.zoom >= legibleZoom;
  view.setState({
    selection: [record],
    ...(isThere
      ? {
          cameraRequest: isLegible ? { kind: 'record', record } : { kind: 'selection' },
          intentRequest: focusRequest,
        }
      : { inspectorOpen: true, findings: null, scores: false }),
  });
}
