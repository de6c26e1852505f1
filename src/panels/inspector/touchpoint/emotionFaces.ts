import { Angry, Frown, Laugh, Meh, Smile } from 'lucide-react';
import type { Choice } from '../../../ui/ChoiceRow';
import { t } from '../../../ui/i18n/t';

/** The emotions that have a face, from the worst to the best. */
export function emotionFaces(): readonly Choice<number>[] {
  return [
    { value: -2, label: t('model.emotion.awful'), icon: Angry, tone: 'danger' },
    { value: -1, label: t('model.emotion.bad'), icon: Frown, tone: 'late' },
    { value: 0, label: t('model.emotion.neutral'), icon: Meh },
    { value: 1, label: t('model.emotion.good'), icon: Smile, tone: 'operations' },
    { value: 2, label: t('model.emotion.delighted'), icon: Laugh, tone: 'operations' },
  ];
}
