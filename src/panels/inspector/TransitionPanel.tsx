import {
  customerTimes,
  leadsNowhere,
  transitionKinds,
  type Transition,
} from '../../model/records/transition';
import { Combobox } from '../../ui/Combobox';
import { t } from '../../ui/i18n/t';
import { CustomerData } from './parts/CustomerData';
import { IdentityWay } from './parts/IdentityWay';
import { AmountField, ChoiceField, LineField, ReferencesField, RequiredChoiceField } from './parts/fields';
import { fieldTexts } from './parts/fieldTexts';
import { Findings } from './parts/Findings';
import { useInspector, useUpdate } from './parts/inspectorContext';
import { useName } from './parts/names';
import { useRecordOptions } from './parts/options';
import { PanelFrame } from './parts/PanelFrame';
import { RouteList } from './parts/RouteList';
import { RecordSection } from './parts/RecordSection';
import { VerdictCard } from './parts/VerdictCard';

/** A share as a number between 0 and 1, from what was typed as per cent. */
function shareOf(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}

/** A share as per cent, without the tail that binary fractions leave. */
function percentOf(share: number | null): number | null {
  return share === null ? null : Number((share * 100).toFixed(2));
}

/** A step of the customer: whether the story goes on over it, and what kind of step it is. */
export function TransitionPanel({ record: step }: { readonly record: Transition }) {
  const { id } = step;
  const update = useUpdate('transitions', id);
  const from = useName(step.from);
  const to = useName(step.to);
  return (
    <PanelFrame
      eyebrow={t('model.kind.transitions')}
      title={t('inspector.transition.title', { from, to })}
      record={{ kind: 'transitions', id }}
    >
      <VerdictCard transition={id} place="transition" />
      <RouteList transition={id} />
      {step.from !== null && step.to !== null && <CustomerData touchpoint={step.to} over={step.from} />}
      <IdentityWay transition={id} />
      <div className="inspector-stack">
        <RequiredChoiceField
          name="transition.kind"
          words="transitionKind"
          values={step.to === null ? leadsNowhere : transitionKinds}
          value={step.kind}
          onChange={(kind) => update({ kind })}
        />
        <LineField
          name="transition.condition"
          value={step.condition}
          onChange={(condition) => update({ condition })}
        />
        <div className="inspector-pair">
          <AmountField
            name="transition.share"
            min={0}
            max={100}
            unit="%"
            value={percentOf(step.share)}
            onChange={(percent) => update({ share: shareOf(percent) })}
          />
          <ChoiceField
            name="transition.customerTime"
            words="customerTime"
            values={customerTimes}
            value={step.customerTime}
            onChange={(customerTime) => update({ customerTime })}
          />
        </div>
        <ReferencesField
          name="transition.personas"
          kind="personas"
          value={step.personas}
          onChange={(personas, gesture) => update({ personas }, gesture)}
        />
        <EndField
          name="transition.from"
          value={step.from}
          clearable={false}
          onChange={(next) => update({ from: next })}
        />
        <EndField
          name="transition.to"
          value={step.to}
          clearable={step.kind === 'drop-out'}
          onChange={(next) => update({ to: next })}
        />
      </div>
      <Findings id={id} />
      <RecordSection
        uncounted
        title={t('inspector.section.ends')}
        kind="touchpoints"
        ids={[step.from, step.to].filter((end) => end !== null)}
      />
    </PanelFrame>
  );
}

function EndField({
  name,
  value,
  clearable,
  onChange,
}: {
  readonly name: 'transition.from' | 'transition.to';
  readonly value: string | null;
  readonly clearable: boolean;
  readonly onChange: (touchpoint: string | null) => void;
}) {
  const { isReadOnly } = useInspector();
  return (
    <Combobox
      {...fieldTexts(name)}
      options={useRecordOptions('touchpoints')}
      value={value}
      placeholder={t('inspector.transition.out')}
      disabled={isReadOnly}
      clearable={clearable}
      onChange={onChange}
    />
  );
}
