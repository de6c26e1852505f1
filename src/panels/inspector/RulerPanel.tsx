import type { Ruler } from '../../model/records/ruler';
import { t } from '../../ui/i18n/t';
import { useUpdate } from './parts/inspectorContext';
import { PanelFrame } from './parts/PanelFrame';
import { RecordSection } from './parts/RecordSection';
import { useJourneyList } from './parts/useJourneyList';

/** A stage scheme and the stages on it. */
export function RulerPanel({ record: ruler }: { readonly record: Ruler }) {
  const update = useUpdate('rulers', ruler.id);
  const stages = useJourneyList((journey) => {
    const isFirst = journey.rulers.all[0]?.id === ruler.id;
    return journey.stages.all
      .filter((stage) => stage.ruler === ruler.id || (isFirst && stage.ruler === null))
      .map(({ id }) => id);
  });
  return (
    <PanelFrame
      eyebrow={t('model.kind.rulers')}
      title={ruler.name}
      titleField="ruler.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'rulers', id: ruler.id }}
    >
      <RecordSection
        title={t('inspector.section.stageList')}
        kind="stages"
        ids={stages}
        empty={t('inspector.none.touchpoints')}
      />
    </PanelFrame>
  );
}
