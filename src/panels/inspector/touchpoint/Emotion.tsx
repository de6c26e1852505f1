import { Angry, Frown, Laugh, Meh, Smile } from 'lucide-react';
import { ChoiceRow, type Choice } from '../../../ui/ChoiceRow';
import { NumberField } from '../../../ui/NumberField';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { useInspector } from '../parts/inspectorContext';

export interface EmotionProps {
  readonly emotion: number | null;
  readonly onChange: (emotion: number | null) => void;
}

const faces: readonly Choice<number>[] = [
  { value: -2, label: t('model.emotion.awful'), icon: Angry, tone: 'danger' },
  { value: -1, label: t('model.emotion.bad'), icon: Frown, tone: 'late' },
  { value: 0, label: t('model.emotion.neutral'), icon: Meh },
  { value: 1, label: t('model.emotion.good'), icon: Smile, tone: 'operations' },
  { value: 2, label: t('model.emotion.delighted'), icon: Laugh, tone: 'operations' },
];

/** How the customer feels: a face, or a number between two faces. Pressing the chosen face takes it back. */
export function Emotion({ emotion, onChange }: EmotionProps) {
  const { isReadOnly } = useInspector();
  return (
    <Section title={t('inspector.section.emotion')}>
      <div className="inspector-emotion">
        <ChoiceRow
          label={t('inspector.touchpoint.emotion')}
          options={faces}
          value={emotion === null ? null : Math.round(emotion)}
          clearable
          disabled={isReadOnly}
          onChange={onChange}
        />
        <NumberField
          label={t('inspector.touchpoint.emotionNumber')}
          hideLabel
          min={-2}
          max={2}
          step={0.5}
          placeholder="–"
          value={emotion}
          disabled={isReadOnly}
          onCommit={onChange}
        />
      </div>
      <p className="ui-field-description">{t('inspector.touchpoint.emotion.hint')}</p>
    </Section>
  );
}
