import { stageColors, type Stage } from '../../model/records/stage';
import { moveStage } from '../../commands/moveStage';
import { useOpenMap } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import { AmountField, ChoiceField, ReferenceField } from './parts/fields';
import { Findings } from './parts/Findings';
import { told, useUpdate } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { Owners } from './parts/Owners';
import { PanelFrame } from './parts/PanelFrame';
import { RecordSection } from './parts/RecordSection';
import { useJourneyList } from './parts/useJourneyList';

/** A stage: its span, and the touchpoints that lie in it because of where they are. */
export function StagePanel({ record: stage }: { readonly record: Stage }) {
  const openMap = useOpenMap();
  const { id, start, end } = stage;
  const update = useUpdate('stages', id);
  const inside = useJourneyList((journey) =>
    journey.touchpoints.all.filter(({ at }) => start <= at && at <= end).map((touchpoint) => touchpoint.id),
  );
  const move = (span: { readonly start: number; readonly end: number }): void => {
    told(moveStage.run(openMap, { id, ...span }));
  };
  return (
    <PanelFrame
      eyebrow={t('model.kind.stages')}
      title={stage.name}
      titleField="stage.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'stages', id }}
      intro={
        <LongText
          asIntro
          name="stage.description"
          value={stage.description}
          onType={(description, gesture) => update({ description }, gesture)}
        />
      }
    >
      <div className="inspector-pair">
        <AmountField
          name="stage.start"
          step={0.5}
          value={start}
          onChange={(next) => next !== null && move({ start: next, end })}
        />
        <AmountField
          name="stage.end"
          step={0.5}
          value={end}
          onChange={(next) => next !== null && move({ start, end: next })}
        />
      </div>
      <div className="inspector-stack">
        <ChoiceField
          name="stage.color"
          words="stageColor"
          values={stageColors}
          emptyLabel={t('inspector.stage.colorAuto')}
          value={stage.color}
          onChange={(color) => update({ color })}
        />
        <ReferenceField
          name="stage.ruler"
          kind="rulers"
          value={stage.ruler}
          onChange={(ruler, gesture) => update({ ruler }, gesture)}
        />
      </div>
      <Owners subject={id} />
      <RecordSection
        title={t('inspector.section.inside')}
        kind="touchpoints"
        ids={inside}
        empty={t('inspector.none.touchpoints')}
      />
      <Findings id={id} />
    </PanelFrame>
  );
}
