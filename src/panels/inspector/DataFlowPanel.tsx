import {
  flowLatencies,
  flowPatterns,
  flowStatuses,
  lawfulBases,
  type DataFlow,
} from '../../model/records/dataFlow';
import { identityKeys } from '../../model/records/touchpoint';
import { kindOf } from '../../model/resolve';
import { useJourney } from '../../store/openMap';
import { Combobox } from '../../ui/Combobox';
import { List } from '../../ui/ListRow';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { DataSection } from './parts/DataSection';
import { ChoiceField, LineField, SuggestedField } from './parts/fields';
import { fieldTexts, wordOf } from './parts/fieldTexts';
import { Findings } from './parts/Findings';
import { Fold } from './parts/Fold';
import { useInspector, useUpdate, type Update } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { nameOfRecord } from './parts/names';
import { useFlowEndOptions } from './parts/options';
import { Owners } from './parts/Owners';
import { PanelFrame } from './parts/PanelFrame';
import { RecordRow } from './parts/RecordRow';
import { Requirements } from './parts/Requirements';

/** A data flow: what travels from where to where, how, and with what right. */
export function DataFlowPanel({ record: flow }: { readonly record: DataFlow }) {
  const { id } = flow;
  const update = useUpdate('dataFlows', id);
  const derivedName = useJourney((journey) => nameOfRecord(journey, { kind: 'dataFlows', id }, flow));
  return (
    <PanelFrame
      eyebrow={t('model.kind.dataFlows')}
      title={flow.name || derivedName}
      titleField="flow.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'dataFlows', id }}
      intro={
        <LongText
          asIntro
          name="flow.description"
          value={flow.description}
          onType={(description, gesture) => update({ description }, gesture)}
        />
      }
    >
      <Ends flow={flow} />
      <DataSection
        title={t('inspector.section.carries')}
        value={flow.dataObjects}
        empty={t('inspector.data.anything')}
        onChange={(dataObjects, gesture) => update({ dataObjects }, gesture)}
      />
      <Owners subject={id} />
      <Findings id={id} />
      <Requirements subject={id} />
      <div className="inspector-folds">
        <HowItTravels flow={flow} update={update} />
        <Privacy flow={flow} update={update} />
      </div>
    </PanelFrame>
  );
}

function Ends({ flow }: { readonly flow: DataFlow }) {
  const update = useUpdate('dataFlows', flow.id);
  const { isReadOnly } = useInspector();
  const options = useFlowEndOptions();
  const fromKind = useJourney((journey) => kindOf(journey, flow.from ?? ''));
  const toKind = useJourney((journey) => kindOf(journey, flow.to ?? ''));
  const title = t('inspector.section.ends');
  return (
    <Section title={title}>
      <List label={title}>
        {fromKind && flow.from !== null && (
          <RecordRow record={{ kind: fromKind, id: flow.from }} trailing={t('inspector.flow.from')} />
        )}
        {toKind && flow.to !== null && (
          <RecordRow record={{ kind: toKind, id: flow.to }} trailing={t('inspector.flow.to')} />
        )}
      </List>
      <Fold id="flow-ends" title={t('inspector.section.changeEnds')}>
        <Combobox
          {...fieldTexts('flow.from')}
          options={options.filter((option) => option.id !== flow.to)}
          value={flow.from}
          disabled={isReadOnly}
          onChange={(from) => from !== null && update({ from })}
        />
        <Combobox
          {...fieldTexts('flow.to')}
          options={options.filter((option) => option.id !== flow.from)}
          value={flow.to}
          disabled={isReadOnly}
          onChange={(to) => to !== null && update({ to })}
        />
      </Fold>
    </Section>
  );
}

interface PartProps {
  readonly flow: DataFlow;
  readonly update: Update<'dataFlows'>;
}

function HowItTravels({ flow, update }: PartProps) {
  return (
    <Fold id="how" title={t('inspector.section.how')}>
      <div className="inspector-pair">
        <ChoiceField
          name="flow.status"
          words="flowStatus"
          values={flowStatuses}
          value={flow.status}
          onChange={(status) => update({ status })}
        />
        <ChoiceField
          name="flow.latency"
          words="latency"
          values={flowLatencies}
          value={flow.latency}
          onChange={(latency) => update({ latency })}
        />
      </div>
      <ChoiceField
        name="flow.pattern"
        words="flowPattern"
        values={flowPatterns}
        value={flow.pattern}
        onChange={(pattern) => update({ pattern })}
      />
      <SuggestedField
        name="flow.identityKey"
        value={flow.identityKey}
        suggestions={identityKeys}
        labelOf={(word) => wordOf('identityKey', word)}
        onChange={(identityKey) => update({ identityKey })}
      />
    </Fold>
  );
}

function Privacy({ flow, update }: PartProps) {
  return (
    <Fold id="privacy" title={t('inspector.section.privacy')}>
      <LineField name="flow.purpose" value={flow.purpose} onChange={(purpose) => update({ purpose })} />
      <ChoiceField
        name="flow.lawfulBasis"
        words="lawfulBasis"
        values={lawfulBases}
        value={flow.lawfulBasis}
        onChange={(lawfulBasis) => update({ lawfulBasis })}
      />
    </Fold>
  );
}
