import type { RecordRef } from '../../model/kinds';
import { stagesAt, type Journey } from '../../model/resolve';
import { nameOf } from '../../panels/inspector/parts/names';
import type { RecordNews } from '../../store/changeNews';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';

/** How many changes are told one by one; the rest becomes a number. */
const mostTold = 4;

/** What became of the map, as one phrase: "Touchpoint Pay changed; System Till added; 12 more changes". */
export function newsText(
  news: readonly RecordNews[],
  before: Journey,
  after: Journey,
  mapChanged = false,
): string {
  const told = [
    ...(mapChanged ? [t('news.mapChanged')] : []),
    ...news.slice(0, mostTold).map((one) => oneText(one, before, after)),
  ];
  const rest = news.length - mostTold;
  return [...told, ...(rest > 0 ? [t('news.more', { count: rest })] : [])].join('; ');
}

function oneText({ what, record }: RecordNews, before: Journey, after: Journey): string {
  const kind = t(`model.kind.${record.kind}`);
  const name = spokenTitle(what === 'removed' ? before : after, record);
  if (what !== 'renamed') return t(`news.${what}`, { kind, name }).replace(/\s+/g, ' ');
  return t('news.renamed', { kind, before: spokenTitle(before, record), name });
}

/** A role is called by who has it and for what, a comment by what it says, all else by its name. */
function spokenTitle(journey: Journey, { kind, id }: RecordRef): string {
  if (kind === 'assignments') {
    const role = journey.assignments.byId.get(id);
    return t('news.role', {
      party: nameOf(journey, role?.party ?? ''),
      subject: nameOf(journey, role?.subject ?? ''),
    });
  }
  if (kind === 'commentThreads') return nameOf(journey, journey.commentThreads.byId.get(id)?.subject ?? '');
  return nameOf(journey, id);
}

/** Where what one has just moved stands now; null for what has no place in the journey. */
export function movedText(journey: Journey, { kind, id }: RecordRef): string | null {
  const name = nameOf(journey, id);
  if (kind === 'touchpoints') {
    const { all, byId } = journey.touchpoints;
    const touchpoint = byId.get(id);
    if (!touchpoint) return null;
    const stages = stagesAt(journey, touchpoint.at).map((stage) => stage.name || t('canvas.untitledStage'));
    const place = [
      t('canvas.spokenPlace', { place: all.indexOf(touchpoint) + 1, count: all.length }),
      ...(stages.length > 0
        ? [t('canvas.spokenStage', { count: stages.length, name: formatList(stages) })]
        : []),
    ].join(', ');
    return t('news.movedTo', { name, place });
  }
  const stage = kind === 'stages' ? journey.stages.byId.get(id) : undefined;
  if (!stage) return null;
  const count = journey.touchpoints.all.filter(({ at }) => stage.start <= at && at <= stage.end).length;
  return t('news.movedTo', { name, place: t('canvas.spokenInside', { count }) });
}
