import type { Analysis } from '../../analysis/analyse';
import { faceOf } from '../../analysis/lenses/experienceLens';
import { placeOf, type Walk } from '../../analysis/walk';
import type { Transition } from '../../model/records/transition';
import type { Journey } from '../../model/resolve';
import { formatList, formatPercent } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { asideText } from '../lenses/lensText';
import { personaName } from '../paths/personaLook';

/** What is shown and spoken of the place one walks by. */
export interface WalkWords {
  readonly place: string;
  readonly more: string;
}

/** Where one is, what it is like there, and how the story fared on the way. */
export function walkWords(journey: Journey, analysis: Analysis | null, walk: Walk): WalkWords {
  const { touchpoint: id, by } = placeOf(walk);
  const touchpoint = journey.touchpoints.byId.get(id ?? '');
  const persona = journey.personas.byId.get(walk.persona ?? '');
  const as = persona ? t('walk.as', { name: personaName(persona) }) : '';
  // Somebody has just deleted it: the walk steps back, and it is no drop-out.
  if (id !== null && !touchpoint) return { place: '', more: '' };
  if (!touchpoint) return { place: t('walk.left'), more: as };
  const face = faceOf(touchpoint.emotion);
  const verdict = by === null ? undefined : analysis?.continuity.judgements.get(by)?.verdict;
  const facts = [
    as,
    touchpoint.channels.length > 0 ? formatList(touchpoint.channels) : '',
    face === null ? '' : t('walk.feels', { emotion: asideText(face) }),
  ].filter((part) => part !== '');
  const story =
    verdict === undefined || verdict === 'unknown' || verdict === 'not-counted'
      ? ''
      : t(`walk.verdict.${verdict}`);
  return {
    place: t('walk.place', { place: walk.trail.length, title: touchpoint.title || t('canvas.untitled') }),
    more: [facts.join(' · '), story].filter((part) => part !== '').join('. '),
  };
}

/** What is announced of a place, as one text; empty where there is nothing to say. */
export function spokenWalk({ place, more }: WalkWords): string {
  if (place === '' || more === '') return place;
  return place.endsWith('.') ? `${place} ${more}` : `${place}. ${more}`;
}

/** What is said on a way on: the condition and share where the ways part, else where it leads. */
export function wayText(journey: Journey, { to, kind, condition, share }: Transition): string {
  const target = journey.touchpoints.byId.get(to ?? '');
  const title = target ? target.title || t('canvas.untitled') : t('walk.dropOut');
  const name = kind === 'drop-out' ? t('walk.dropOut') : title;
  const said = [condition, share === null ? '' : formatPercent(share)].filter((part) => part !== '');
  return said.length === 0 ? name : `${name} (${said.join(' · ')})`;
}
