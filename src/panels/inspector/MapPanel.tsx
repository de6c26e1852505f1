import { createNamed } from '../../commands/createNamed';
import { updateMap } from '../../commands/updateMap';
import { toneOfFunction } from '../../model/functionColors';
import { useJourney, useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { List, ListRow } from '../../ui/ListRow';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { useState } from 'react';
import { ReferenceField, RequiredChoiceField } from './parts/fields';
import { told, useInspector } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { kindIcon } from '../../ui/kindIcon';
import { PanelFrame } from './parts/PanelFrame';
import { QuickEntry } from './parts/QuickEntry';

const states = ['as-is', 'to-be'] as const;

/** The map as a whole, and what is not drawn on it: personas, rulers, data, people. */
export function MapPanel() {
  const openMap = useOpenMap();
  const map = useJourney((journey) => journey.map);
  const update = (patch: Parameters<typeof updateMap.run>[1]['patch'], gesture?: string): void => {
    told(updateMap.run(openMap, gesture === undefined ? { patch } : { patch, gesture }));
  };
  return (
    <PanelFrame
      eyebrow={t('inspector.map')}
      title={map.title}
      titleField="map.title"
      onTitle={(title) => update({ title })}
      intro={
        <LongText
          asIntro
          name="map.description"
          value={map.description}
          onType={(description, gesture) => update({ description }, gesture)}
        />
      }
    >
      <div className="inspector-stack">
        <RequiredChoiceField
          name="map.state"
          words="mapState"
          values={states}
          value={map.state}
          onChange={(state) => update({ state })}
        />
        <ReferenceField
          name="map.experienceOwner"
          kind="parties"
          value={map.experienceOwner}
          onChange={(experienceOwner, gesture) => update({ experienceOwner }, gesture)}
        />
      </div>
      <NamedList
        kind="personas"
        title={t('inspector.section.personas')}
        addLabel={t('inspector.map.addPersona')}
      />
      <NamedList
        kind="parties"
        title={t('inspector.section.parties')}
        addLabel={t('inspector.map.addParty')}
      />
      <NamedList
        kind="dataObjects"
        title={t('inspector.section.dataObjects')}
        addLabel={t('inspector.map.addDataObject')}
      />
      <NamedList kind="rulers" title={t('inspector.section.rulers')} addLabel={t('inspector.map.addRuler')} />
    </PanelFrame>
  );
}

interface NamedListProps {
  readonly kind: 'personas' | 'rulers' | 'dataObjects' | 'parties';
  readonly title: string;
  readonly addLabel: string;
}

/** How many are listed before the rest waits behind a button. */
const shownAtFirst = 6;

function NamedList({ kind, title, addLabel }: NamedListProps) {
  const openMap = useOpenMap();
  const { go } = useInspector();
  const all = useJourney((journey) => journey[kind].all);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? all : all.slice(0, shownAtFirst);
  return (
    <Section title={title} count={all.length || undefined}>
      {all.length > 0 && (
        <List label={title}>
          {shown.map((record) => (
            <ListRow
              key={record.id}
              label={record.name.trim() || t('inspector.unnamed')}
              icon={'function' in record ? undefined : kindIcon(kind)}
              tone={'function' in record ? toneOfFunction(record.function) : undefined}
              onClick={() => go({ kind, id: record.id })}
            />
          ))}
        </List>
      )}
      {shown.length < all.length && (
        <Button variant="ghost" size="s" onClick={() => setShowsAll(true)}>
          {t('inspector.map.moreOf', { count: all.length })}
        </Button>
      )}
      <QuickEntry label={addLabel} onAdd={(name) => told(createNamed.run(openMap, { kind, name }))} />
    </Section>
  );
}
