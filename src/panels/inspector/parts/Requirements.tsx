import { CircleDot } from 'lucide-react';
import { createRequirement } from '../../../commands/createRequirement';
import { useOpenMap } from '../../../store/openMap';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { told } from './inspectorContext';
import { QuickEntry } from './QuickEntry';
import { RecordRow } from './RecordRow';
import { useJourneyList } from './useJourneyList';

/** What one side asks of the other at this place; Enter adds the next one. */
export function Requirements({ subject }: { readonly subject: string }) {
  const openMap = useOpenMap();
  const requirements = useJourneyList(
    (journey) => journey.relations.requirementsBySubject.get(subject) ?? [],
  );
  const title = t('inspector.section.requirements');
  return (
    <Section title={title} count={requirements.length || undefined}>
      {requirements.length > 0 && (
        <List label={title}>
          {requirements.map(({ id, state }) => (
            <RecordRow
              key={id}
              record={{ kind: 'requirements', id }}
              icon={CircleDot}
              tone={state === 'delivered' || state === 'declined' ? 'neutral' : 'late'}
              trailing={t(`model.requirementState.${state}`)}
            />
          ))}
        </List>
      )}
      <QuickEntry
        label={t('inspector.requirements.add')}
        onAdd={(what) => told(createRequirement.run(openMap, { subject, what }))}
      />
    </Section>
  );
}
