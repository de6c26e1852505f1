import { classifications, dataAccesses, type DataObject } from '../../model/records/dataObject';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { ChoiceField, FlagField, LineField, ReferenceField } from './parts/fields';
import { Findings } from './parts/Findings';
import { useUpdate } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { Owners } from './parts/Owners';
import { PanelFrame } from './parts/PanelFrame';
import { RecordSection } from './parts/RecordSection';
import { useJourneyList } from './parts/useJourneyList';

/** A thing the company knows: how sensitive, where the truth lies, and everywhere on the journey it appears. */
export function DataObjectPanel({ record: object }: { readonly record: DataObject }) {
  const { id } = object;
  const update = useUpdate('dataObjects', id);
  return (
    <PanelFrame
      eyebrow={t('model.kind.dataObjects')}
      title={object.name}
      titleField="dataObject.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'dataObjects', id }}
      intro={
        <LongText
          asIntro
          name="dataObject.description"
          value={object.description}
          onType={(description, gesture) => update({ description }, gesture)}
        />
      }
    >
      <div className="inspector-stack">
        <ChoiceField
          name="dataObject.classification"
          words="classification"
          values={classifications}
          value={object.classification}
          onChange={(classification) => update({ classification })}
        />
        <FlagField
          name="dataObject.personal"
          value={object.personal}
          onChange={(personal) => update({ personal })}
        />
        <FlagField
          name="dataObject.specialCategory"
          value={object.specialCategory}
          onChange={(specialCategory) => update({ specialCategory })}
        />
        <LineField
          name="dataObject.category"
          value={object.category}
          onChange={(category) => update({ category })}
        />
        <ReferenceField
          name="dataObject.systemOfRecord"
          kind="systems"
          value={object.systemOfRecord}
          onChange={(systemOfRecord, gesture) => update({ systemOfRecord }, gesture)}
        />
        <LineField
          name="dataObject.retention"
          value={object.retention}
          onChange={(retention) => update({ retention })}
        />
      </div>
      <Section title={t('inspector.section.access')}>
        <ChoiceField
          name="dataObject.access"
          words="dataAccess"
          values={dataAccesses}
          value={object.access}
          onChange={(access) => update({ access })}
        />
        <LineField
          name="dataObject.accessNote"
          value={object.accessNote}
          onChange={(accessNote) => update({ accessNote })}
        />
      </Section>
      <Owners subject={id} />
      <WhereItAppears id={id} />
      <Findings id={id} />
    </PanelFrame>
  );
}

function WhereItAppears({ id }: { readonly id: string }) {
  const captured = useJourneyList((journey) =>
    journey.touchpoints.all.filter(({ dataCaptured }) => dataCaptured.includes(id)).map((one) => one.id),
  );
  const needed = useJourneyList((journey) =>
    journey.touchpoints.all.filter(({ dataNeeded }) => dataNeeded.includes(id)).map((one) => one.id),
  );
  const carried = useJourneyList((journey) =>
    journey.dataFlows.all.filter(({ dataObjects }) => dataObjects.includes(id)).map((one) => one.id),
  );
  const empty = t('inspector.none.touchpoints');
  return (
    <>
      <RecordSection
        title={t('inspector.section.capturedAt')}
        kind="touchpoints"
        ids={captured}
        empty={empty}
      />
      <RecordSection title={t('inspector.section.neededAt')} kind="touchpoints" ids={needed} empty={empty} />
      <RecordSection
        title={t('inspector.section.carriedBy')}
        kind="dataFlows"
        ids={carried}
        empty={t('inspector.none.carriers')}
      />
    </>
  );
}
