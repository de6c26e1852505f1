import { stagesAt } from '../../../model/resolve';
import { identityKeys, initiators, type Touchpoint } from '../../../model/records/touchpoint';
import { t } from '../../../ui/i18n/t';
import {
  AmountField,
  ChoiceField,
  FlagField,
  LineField,
  ReferencesField,
  SuggestedField,
} from '../parts/fields';
import { Fold } from '../parts/Fold';
import { useUpdate } from '../parts/inspectorContext';
import { RecordSection } from '../parts/RecordSection';
import { wordOf } from '../parts/fieldTexts';
import { useJourneyList } from '../parts/useJourneyList';

/** What kind of moment this is for the customer, and where on the timeline. */
export function JourneyFields({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const update = useUpdate('touchpoints', touchpoint.id);
  const stages = useJourneyList((journey) => stagesAt(journey, touchpoint.at));
  return (
    <Fold id="journey" title={t('inspector.section.journey')}>
      <LineField
        name="touchpoint.expectation"
        value={touchpoint.expectation}
        onChange={(expectation) => update({ expectation })}
      />
      <SuggestedField
        name="touchpoint.identityKey"
        value={touchpoint.identityKey}
        suggestions={identityKeys}
        labelOf={(word) => wordOf('identityKey', word)}
        onChange={(identityKey) => update({ identityKey })}
      />
      <ChoiceField
        name="touchpoint.initiator"
        words="initiator"
        values={initiators}
        value={touchpoint.initiator}
        onChange={(initiator) => update({ initiator })}
      />
      <ReferencesField
        name="touchpoint.personas"
        kind="personas"
        value={touchpoint.personas}
        onChange={(personas, gesture) => update({ personas }, gesture)}
      />
      <FlagField
        name="touchpoint.momentOfTruth"
        value={touchpoint.momentOfTruth}
        onChange={(momentOfTruth) => update({ momentOfTruth })}
      />
      <FlagField
        name="touchpoint.noSystemNeeded"
        value={touchpoint.noSystemNeeded}
        onChange={(noSystemNeeded) => update({ noSystemNeeded })}
      />
      <AmountField
        name="touchpoint.importance"
        min={1}
        max={5}
        value={touchpoint.importance}
        onChange={(importance) => update({ importance })}
      />
      <div className="inspector-pair">
        <AmountField
          name="touchpoint.at"
          step={0.5}
          value={touchpoint.at}
          onChange={(at) => at !== null && update({ at })}
        />
        <AmountField
          name="touchpoint.offset"
          min={0}
          value={touchpoint.offset}
          onChange={(offset) => offset !== null && update({ offset })}
        />
      </div>
      <RecordSection
        title={t('inspector.section.stages')}
        kind="stages"
        ids={stages.map(({ id }) => id)}
        empty={t('inspector.none.stages')}
        headingLevel={4}
      />
    </Fold>
  );
}
