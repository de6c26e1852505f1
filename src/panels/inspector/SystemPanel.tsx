import { Plus } from 'lucide-react';
import { createDataFlow } from '../../commands/createDataFlow';
import {
  knownSystemKinds,
  lifecycles,
  standings,
  systemRoles,
  type System,
} from '../../model/records/system';
import { classifications } from '../../model/records/dataObject';
import { useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { List } from '../../ui/ListRow';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { AddPicker } from './parts/AddPicker';
import { ChoiceField, LineField, ReferenceField, SuggestedField, WordsField } from './parts/fields';
import { Findings } from './parts/Findings';
import { FlowSection } from './parts/FlowSection';
import { Fold } from './parts/Fold';
import { told, useInspector, useUpdate, type Update } from './parts/inspectorContext';
import { LinkItem } from './parts/LinkItem';
import { LongText } from './parts/LongText';
import { Owners } from './parts/Owners';
import { PanelFrame } from './parts/PanelFrame';
import { RecordRow } from './parts/RecordRow';
import { RecordSection } from './parts/RecordSection';
import { Requirements } from './parts/Requirements';
import { useJourneyList } from './parts/useJourneyList';
import { useListField } from './parts/useListField';

/** A system: what it is, who stands behind it, and where on the journey it serves. */
export function SystemPanel({ record: system }: { readonly record: System }) {
  const { id } = system;
  const update = useUpdate('systems', id);
  return (
    <PanelFrame
      eyebrow={t('model.kind.systems')}
      title={system.name}
      titleField="system.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'systems', id }}
      intro={
        <LongText
          asIntro
          name="system.description"
          value={system.description}
          onType={(description, gesture) => update({ description }, gesture)}
        />
      }
    >
      <Owners subject={id} />
      <Service system={id} />
      <Findings id={id} />
      <Requirements subject={id} />
      <div className="inspector-folds">
        <Facts system={system} update={update} />
        <Governance system={system} update={update} />
        <Catalogue system={system} update={update} />
        <Links system={system} />
      </div>
    </PanelFrame>
  );
}

/** Where it is used and which data comes in and goes out. */
function Service({ system }: { readonly system: string }) {
  const openMap = useOpenMap();
  const usages = useJourneyList((journey) => journey.relations.usagesBySystem.get(system) ?? []);
  const incoming = useJourneyList((journey) => journey.relations.flowsTo.get(system) ?? []);
  const outgoing = useJourneyList((journey) => journey.relations.flowsFrom.get(system) ?? []);
  const parts = useJourneyList((journey) =>
    journey.systems.all.filter(({ parent }) => parent === system).map(({ id }) => id),
  );
  const flow = (from: string, to: string): void => {
    told(createDataFlow.run(openMap, { from, to }));
  };
  const usedAt = t('inspector.section.usedAt');
  return (
    <>
      <Section title={usedAt} count={usages.length || undefined}>
        {usages.length === 0 ? (
          <p className="inspector-note">{t('inspector.none.uses')}</p>
        ) : (
          <List label={usedAt}>
            {usages.map(({ id, touchpoint, access }) => (
              <RecordRow
                key={id}
                record={{ kind: 'touchpoints', id: touchpoint ?? '' }}
                trailing={access === null ? undefined : t(`model.usageAccess.${access}`)}
              />
            ))}
          </List>
        )}
      </Section>
      <FlowSection title={t('inspector.section.flowsIn')} flows={incoming} end="from">
        <AddPicker
          label={t('inspector.system.addFlowIn')}
          fieldLabel={t('inspector.system.flowEnd')}
          offer="flowEnds"
          without={[system]}
          onPick={(from) => flow(from, system)}
        />
      </FlowSection>
      <FlowSection title={t('inspector.section.flowsOut')} flows={outgoing} end="to">
        <AddPicker
          label={t('inspector.system.addFlowOut')}
          fieldLabel={t('inspector.system.flowEnd')}
          offer="flowEnds"
          without={[system]}
          onPick={(to) => flow(system, to)}
        />
      </FlowSection>
      <RecordSection title={t('inspector.section.members')} kind="systems" ids={parts} />
    </>
  );
}

interface PartProps {
  readonly system: System;
  readonly update: Update<'systems'>;
}

function Facts({ system, update }: PartProps) {
  return (
    <Fold id="facts" title={t('inspector.section.facts')}>
      <SuggestedField
        name="system.kind"
        value={system.kind}
        suggestions={knownSystemKinds}
        onChange={(kind) => update({ kind: kind ?? '' })}
      />
      <ChoiceField
        name="system.role"
        words="systemRole"
        values={systemRoles}
        value={system.role}
        onChange={(role) => update({ role })}
      />
      <div className="inspector-pair">
        <ChoiceField
          name="system.standing"
          words="standing"
          values={standings}
          value={system.standing}
          onChange={(standing) => update({ standing })}
        />
        <ChoiceField
          name="system.lifecycle"
          words="lifecycle"
          values={lifecycles}
          value={system.lifecycle}
          onChange={(lifecycle) => update({ lifecycle })}
        />
      </div>
      <LineField name="system.vendor" value={system.vendor} onChange={(vendor) => update({ vendor })} />
    </Fold>
  );
}

function Governance({ system, update }: PartProps) {
  return (
    <Fold id="governance" title={t('inspector.section.governance')}>
      <ChoiceField
        name="system.clearedFor"
        words="classification"
        values={classifications}
        value={system.clearedFor}
        onChange={(clearedFor) => update({ clearedFor })}
      />
      <div className="inspector-pair">
        <LineField name="system.hosting" value={system.hosting} onChange={(hosting) => update({ hosting })} />
        <LineField name="system.region" value={system.region} onChange={(region) => update({ region })} />
      </div>
    </Fold>
  );
}

function Catalogue({ system, update }: PartProps) {
  return (
    <Fold id="catalogue" title={t('inspector.section.catalogue')}>
      <WordsField name="system.aliases" value={system.aliases} onChange={(aliases) => update({ aliases })} />
      <WordsField name="system.tags" value={system.tags} onChange={(tags) => update({ tags })} />
      <ReferenceField
        name="system.parent"
        kind="systems"
        without={system.id}
        value={system.parent}
        onChange={(parent, gesture) => update({ parent }, gesture)}
      />
      <LineField
        name="system.reference"
        value={system.reference ?? ''}
        onChange={(reference) => update({ reference: reference.trim() || null })}
      />
    </Fold>
  );
}

function Links({ system }: { readonly system: System }) {
  const { isReadOnly } = useInspector();
  const field = useListField('systems', system.id, 'links');
  const title = t('inspector.section.links');
  return (
    <Fold id="links" title={title} count={system.links.length}>
      {system.links.length > 0 && (
        <ul className="inspector-cards" aria-label={title}>
          {system.links.map((link) => (
            <LinkItem
              key={link.id}
              title={link.title}
              url={link.url}
              onChange={(patch) => field.change(link.id, patch)}
              onRemove={() => field.remove(link.id)}
            />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <Button variant="ghost" size="s" icon={Plus} onClick={() => field.add({ title: '', url: '' })}>
          {t('inspector.link.add')}
        </Button>
      )}
    </Fold>
  );
}
