import { createNamed } from '../../commands/createNamed';
import { createStage } from '../../commands/createStage';
import { mergeStages, nextStage } from '../../commands/mergeStages';
import { splitPlace, splitStage } from '../../commands/splitStage';
import type { RecordRef } from '../../model/kinds';
import type { Stage } from '../../model/records/stage';
import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';
import { select } from '../selection';

const nameOf = ({ name }: Stage): string => name.trim() || t('canvas.untitledStage');

/** The selected stages, in the order of the timeline. */
function selectedStages({ view, journey }: OpenMap): readonly Stage[] {
  const ids = new Set(view.getState().selection.map(({ id }) => id));
  return journey().stages.all.filter(({ id }) => ids.has(id));
}

function editNew({ view }: OpenMap, id: string, fresh: boolean): void {
  const record: RecordRef = { kind: 'stages', id };
  select(view, [record]);
  view.setState({ editing: { kind: 'stages', id, fresh }, tool: 'select' });
}

/** Splits the last selected stage and asks for the name of its later part. */
export function splitSelectedStage(openMap: OpenMap): void {
  const { journey, view } = openMap;
  const last = view.getState().selection.at(-1);
  const stage = journey().stages.byId.get(last?.id ?? '');
  if (!stage) return;
  const at = splitPlace(journey(), stage);
  const made = splitStage.run(openMap, {
    id: stage.id,
    at,
    name: t('rulers.later', { name: nameOf(stage) }),
  });
  if (!made.ok) return announcements.announce(t('rulers.tooShort'));
  announcements.announce(t('rulers.wasSplit'));
  editNew(openMap, made.value, false);
}

/** Merges the selected stages; one alone with the next of its ruler. */
export function mergeSelectedStages(openMap: OpenMap): void {
  const stages = selectedStages(openMap);
  const [first] = stages;
  if (!first) return;
  const next = stages.length === 1 ? nextStage(openMap.journey(), first) : null;
  const all = next ? [first, next] : stages;
  const [second] = all.slice(1);
  if (!second) return announcements.announce(t('rulers.noNext'));
  const names = [...new Set(all.map(({ name }) => name.trim()).filter((name) => name !== ''))];
  const name = names.reduce(
    (joined, one) => t('rulers.joined', { first: joined, second: one }),
    names.shift() ?? '',
  );
  const merged = mergeStages.run(openMap, { ids: all.map(({ id }) => id), name });
  if (!merged.ok) return;
  select(openMap.view, [{ kind: 'stages', id: merged.value }]);
  announcements.announce(t('rulers.wasMerged'));
}

/** Lays a stage on a ruler: over these places of the timeline, and asks for its name. */
export function layStageOn(
  openMap: OpenMap,
  ruler: string | null,
  span: { start: number; end: number },
): void {
  const made = createStage.run(openMap, { ...span, ruler });
  if (made.ok) editNew(openMap, made.value, true);
}

/** Adds a ruler at the end and opens its details. A map without one gets the ruler its stages lie on, too. */
export function addRuler(openMap: OpenMap): void {
  const { journey, view } = openMap;
  const number = Math.max(2, journey().rulers.all.length + 1);
  const gesture = `new ruler ${number}`;
  if (journey().rulers.all.length === 0)
    createNamed.run(openMap, { kind: 'rulers', name: t('canvas.stages'), gesture });
  const made = createNamed.run(openMap, { kind: 'rulers', name: t('rulers.newName', { number }), gesture });
  if (!made.ok) return;
  view.setState({
    selection: [{ kind: 'rulers', id: made.value }],
    inspectorOpen: true,
    findings: null,
    scores: false,
  });
}
