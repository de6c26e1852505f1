import type { IntentId } from '../../commands/intents';
import type { Kind, RecordRef } from '../../model/kinds';
import { applyView } from '../../store/look';
import type { OpenMap } from '../../store/openMap';
import { focusRequest } from '../../store/view';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';

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

const panelRequest: IntentId = 'region.panel';

/** Where a persona is on the map: its path, alone unless it is one of those that are compared. A table draws none. */
function showPath({ view, journey }: Pick<OpenMap, 'view' | 'journey'>, id: string): void {
  const { mode, personas } = view.getState();
  const persona = journey().personas.byId.get(id);
  if (!persona || mode === 'table' || personas.includes(id)) return;
  view.setState({ personas: [id] });
  announcements.announce(t('paths.shown', { names: persona.name.trim() || t('paths.unnamed') }));
}

/** Selects a record and brings it into view; a view is looked through, and what has no place on the canvas is opened at the side. */
export function goToRecord({ view, journey }: Pick<OpenMap, 'view' | 'journey'>, record: RecordRef): void {
  const named = record.kind === 'views' ? journey().views.byId.get(record.id) : undefined;
  if (named) {
    applyView({ view, journey }, named);
    view.setState({ intentRequest: focusRequest });
    return;
  }
  if (record.kind === 'personas') showPath({ view, journey }, record.id);
  const isThere = onCanvas.has(record.kind);
  const isLegible = view.getState().viewport.zoom >= legibleZoom;
  view.setState({
    selection: [record],
    ...(isThere
      ? {
          cameraRequest: isLegible ? { kind: 'record', record } : { kind: 'selection' },
          intentRequest: focusRequest,
        }
      : { inspectorOpen: true, findings: null, scores: false, reach: null, intentRequest: panelRequest }),
  });
}
