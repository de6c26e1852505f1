import { arrangeRecords } from '../../commands/arrangeRecords';
import { undo } from '../../commands/undoRedo';
import { hasTimes } from '../../layout/tidy/spread';
import {
  alignWays,
  areNotes,
  isTidy,
  subjectsOf,
  tidyPlan,
  type ArrangeWay,
} from '../../layout/tidy/tidyPlan';
import { stagesAt, type Journey } from '../../model/resolve';
import type { OpenMap } from '../../store/openMap';
import { notices } from '../../ui/notices';
import { t, type TextKey } from '../../ui/i18n/t';
import { glide } from './glide';

type WayText<P extends string> = Extract<TextKey, `tidy.${P}.${string}`>;

/** The ways that say the same of what they did. */
function wordOf(
  way: ArrangeWay,
  ofNotes: boolean,
): 'evenly' | 'notes' | 'time' | 'untangle' | 'tracks' | 'align' {
  if (way === 'evenly' && ofNotes) return 'notes';
  return way === 'evenly' || way === 'time' || way === 'untangle' || way === 'tracks' ? way : 'align';
}

/**
 * Tidies up what is selected, or the whole map (TIDY-7): one step of undo, said in a notice that takes it back, and shown
 * as a glide where motion is wanted.
 */
export function tidyMap(openMap: OpenMap, way: ArrangeWay): void {
  if (openMap.document.isReadOnly) return;
  const journey = openMap.journey();
  const selected = openMap.view.getState().selection.map(({ id }) => id);
  const subjects = subjectsOf(journey, selected, way);
  if ((alignWays as readonly string[]).includes(way) && (subjects?.size ?? 0) < 2) {
    notices.show({ id: 'tidy', text: t('palette.needs.several') });
    return;
  }
  if (way === 'time' && !hasTimes(journey, subjects)) {
    notices.show({ id: 'tidy', text: t('tidy.noTimes') });
    return;
  }
  const word = wordOf(way, areNotes(journey, subjects));
  const plan = tidyPlan(journey, selected, way);
  if (isTidy(plan)) {
    notices.show({ id: 'tidy', text: t(`tidy.nothing.${word}` satisfies WayText<'nothing'>) });
    return;
  }
  const show = glide(openMap, plan);
  if (!arrangeRecords.run(openMap, plan).ok) return;
  show();
  const moved = countRestaged(journey, openMap.journey());
  const restaged = moved === 0 ? '' : ` ${t('tidy.restaged', { count: moved })}`;
  notices.show({
    id: 'tidy',
    text: `${t(`tidy.done.${word}` satisfies WayText<'done'>)}${restaged}`,
    action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
  });
}

/** How many touchpoints lie in other stages than before. */
function countRestaged(before: Journey, after: Journey): number {
  if (after.stages.all.length === 0) return 0;
  const stagesOf = (journey: Journey, at: number): string =>
    stagesAt(journey, at)
      .map(({ id }) => id)
      .join();
  return after.touchpoints.all.filter(({ id, at }) => {
    const old = before.touchpoints.byId.get(id);
    return old && old.at !== at && stagesOf(before, old.at) !== stagesOf(after, at);
  }).length;
}
