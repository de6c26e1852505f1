import type { Ruler } from '../../model/records/ruler';
import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';

/** A ruler's name, or a word for one without. */
export function rulerName(ruler: Ruler | undefined): string {
  return ruler?.name.trim() || t('canvas.stages');
}

/** Shows one ruler alone, or all of them for null. Rows stay where they are: nothing on the map moves. */
export function showRuler({ view, journey }: OpenMap, alone: string | null): void {
  const { all, byId } = journey().rulers;
  view.setState({
    hiddenRulers: alone === null ? [] : all.map(({ id }) => id).filter((id) => id !== alone),
  });
  announcements.announce(
    alone === null ? t('rulers.shownAll') : t('rulers.shownAlone', { name: rulerName(byId.get(alone)) }),
  );
}

/** From all rulers to the first alone, to the next alone, and to all again. */
export function showNextRuler(openMap: OpenMap): void {
  const { all } = openMap.journey().rulers;
  const hidden = new Set(openMap.view.getState().hiddenRulers);
  const shown = all.filter(({ id }) => !hidden.has(id));
  const alone = shown.length === 1 ? all.findIndex(({ id }) => id === shown[0]?.id) : -1;
  showRuler(openMap, all.length < 2 ? null : (all[alone + 1]?.id ?? null));
}
