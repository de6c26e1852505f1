import { requirementStates, type Requirement } from '../../model/records/requirement';
import { kindOf } from '../../model/resolve';
import { useJourney } from '../../store/openMap';
import { DateField } from '../../ui/DateField';
import { t } from '../../ui/i18n/t';
import { LineField, ReferenceField, RequiredChoiceField } from './parts/fields';
import { fieldTexts } from './parts/fieldTexts';
import { Findings } from './parts/Findings';
import { useInspector, useUpdate } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { PanelFrame } from './parts/PanelFrame';
import { RecordSection } from './parts/RecordSection';

/** What one side asks of the other: what, why, how one will see it, by when, and what became of it. */
export function RequirementPanel({ record: requirement }: { readonly record: Requirement }) {
  const { id } = requirement;
  const { isReadOnly } = useInspector();
  const update = useUpdate('requirements', id);
  const subjectKind = useJourney((journey) => kindOf(journey, requirement.subject ?? ''));
  return (
    <PanelFrame
      eyebrow={t('model.kind.requirements')}
      title={requirement.what}
      titleField="requirement.what"
      onTitle={(what) => update({ what })}
      record={{ kind: 'requirements', id }}
    >
      <div className="inspector-stack">
        <LongText
          name="requirement.why"
          value={requirement.why}
          onType={(why, gesture) => update({ why }, gesture)}
        />
        <LineField
          name="requirement.measure"
          value={requirement.measure}
          onChange={(measure) => update({ measure })}
        />
        <DateField
          {...fieldTexts('requirement.dueOn')}
          value={requirement.dueOn}
          disabled={isReadOnly}
          onChange={(dueOn) => update({ dueOn })}
        />
        <RequiredChoiceField
          name="requirement.state"
          words="requirementState"
          values={requirementStates}
          value={requirement.state}
          onChange={(state) => update({ state })}
        />
        {requirement.state === 'declined' && (
          <LineField
            name="requirement.declinedReason"
            value={requirement.declinedReason}
            onChange={(declinedReason) => update({ declinedReason })}
          />
        )}
        <ReferenceField
          name="requirement.askedBy"
          kind="parties"
          value={requirement.askedBy}
          onChange={(askedBy, gesture) => update({ askedBy }, gesture)}
        />
        <ReferenceField
          name="requirement.answeredBy"
          kind="parties"
          value={requirement.answeredBy}
          onChange={(answeredBy, gesture) => update({ answeredBy }, gesture)}
        />
      </div>
      {subjectKind && requirement.subject !== null && (
        <RecordSection
          uncounted
          title={t('inspector.requirement.subject')}
          kind={subjectKind}
          ids={[requirement.subject]}
        />
      )}
      <Findings id={id} />
    </PanelFrame>
  );
}
