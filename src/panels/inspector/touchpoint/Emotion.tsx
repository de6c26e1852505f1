import { ChoiceRow } from '../../../ui/ChoiceRow';
import { NumberField } from '../../../ui/NumberField';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { useInspector } from '../parts/inspectorContext';
import { emotionFaces } from './emotionFaces';

export interface EmotionProps {
  readonly emotion: number | null;
  readonly onChange: (emotion: number | null) => void;
}

/** How the customer feels: a face, or a number between two faces. Pressing the chosen face takes it back. */
export function Emotion({ emotion, onChange }: EmotionProps) {
  const { isReadOnly } = useInspector();
  return (
    <Section title={t('inspector.section.emotion')}>
      <div className="inspector-emotion">
        <ChoiceRow
          label={t('inspector.touchpoint.emotion')}
          options={emotionFaces()}
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
