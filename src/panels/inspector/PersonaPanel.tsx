import type { Persona } from '../../model/records/persona';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { LineField } from './parts/fields';
import { useUpdate } from './parts/inspectorContext';
import { ListLines } from './parts/ListLines';
import { LongText } from './parts/LongText';
import { PanelFrame } from './parts/PanelFrame';
import { RecordSection } from './parts/RecordSection';
import { useJourneyList } from './parts/useJourneyList';
import { useListField } from './parts/useListField';

/** Longest initials a persona may have (the model's limit is 4 code units). */
const longestInitials = 4;

/** A kind of customer, and the touchpoints that are theirs. */
export function PersonaPanel({ record: persona }: { readonly record: Persona }) {
  const { id } = persona;
  const update = useUpdate('personas', id);
  const goals = useListField('personas', id, 'goals');
  const touchpoints = useJourneyList((journey) =>
    journey.touchpoints.all.filter(({ personas }) => personas.includes(id)).map((one) => one.id),
  );
  return (
    <PanelFrame
      eyebrow={t('model.kind.personas')}
      title={persona.name}
      titleField="persona.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'personas', id }}
      intro={
        <LongText
          asIntro
          name="persona.description"
          value={persona.description}
          onType={(description, gesture) => update({ description }, gesture)}
        />
      }
    >
      <Section title={t('inspector.section.goals')}>
        <ListLines
          field={goals}
          items={persona.goals}
          label={t('inspector.section.goals')}
          addLabel={t('inspector.persona.addGoal')}
        />
      </Section>
      <div className="inspector-stack">
        <LineField
          name="persona.initials"
          value={persona.initials}
          onChange={(initials) => update({ initials: initials.trim().slice(0, longestInitials) })}
        />
        <LineField
          name="persona.picture"
          value={persona.picture}
          onChange={(picture) => update({ picture })}
        />
      </div>
      <RecordSection
        title={t('inspector.section.touchpoints')}
        kind="touchpoints"
        ids={touchpoints}
        empty={t('inspector.none.touchpoints')}
      />
    </PanelFrame>
  );
}
