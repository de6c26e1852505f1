import {
  ArrowRight,
  CornerDownLeft,
  GitBranch,
  LogOut,
  Shuffle,
  SlidersHorizontal,
  type LucideIcon,
} from 'lucide-react';
import { isTorn } from '../../../analysis/verdict';
import { connectTouchpoints } from '../../../commands/connectTouchpoints';
import { deleteRecords } from '../../../commands/deleteRecords';
import { transitionKinds, type Transition, type TransitionKind } from '../../../model/records/transition';
import { useDerived } from '../../../store/derived';
import { useOpenMap } from '../../../store/openMap';
import { IconButton } from '../../../ui/IconButton';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { Select } from '../../../ui/Select';
import { t } from '../../../ui/i18n/t';
import { AddPicker } from '../parts/AddPicker';
import { choicesOf } from '../parts/fieldTexts';
import { Fold } from '../parts/Fold';
import { told, useInspector, useUpdate } from '../parts/inspectorContext';
import { useName } from '../parts/names';
import { RecordRow } from '../parts/RecordRow';
import { useJourneyList } from '../parts/useJourneyList';

/** The steps that lead to a touchpoint and on from it. */
export function Steps({ touchpoint }: { readonly touchpoint: string }) {
  const openMap = useOpenMap();
  const into = useJourneyList((journey) => journey.relations.transitionsTo.get(touchpoint) ?? []);
  const out = useJourneyList((journey) => journey.relations.transitionsFrom.get(touchpoint) ?? []);
  const connect = (from: string, to: string): void => {
    told(connectTouchpoints.run(openMap, { from, to }));
  };
  return (
    <Fold id="steps" title={t('inspector.section.transitions')} count={into.length + out.length}>
      <Section title={t('inspector.section.transitionsIn')} headingLevel={4}>
        <StepList label={t('inspector.section.transitionsIn')} steps={into} end="from" />
        <AddPicker
          label={t('inspector.transition.connectFrom')}
          fieldLabel={t('inspector.transition.pick')}
          offer="touchpoints"
          without={into.flatMap(({ from }) => from ?? [])}
          onPick={(from) => connect(from, touchpoint)}
        />
      </Section>
      <Section title={t('inspector.section.transitionsOut')} headingLevel={4}>
        <StepList label={t('inspector.section.transitionsOut')} steps={out} end="to" />
        <AddPicker
          label={t('inspector.transition.connect')}
          fieldLabel={t('inspector.transition.pick')}
          offer="touchpoints"
          without={out.flatMap(({ to }) => to ?? [])}
          onPick={(to) => connect(touchpoint, to)}
        />
      </Section>
    </Fold>
  );
}

interface StepListProps {
  readonly label: string;
  readonly steps: readonly Transition[];
  /** Which end is the other touchpoint. */
  readonly end: 'from' | 'to';
}

function StepList({ label, steps, end }: StepListProps) {
  if (steps.length === 0) return null;
  return (
    <List label={label}>
      {steps.map((step) => (
        <StepRow key={step.id} step={step} end={end} />
      ))}
    </List>
  );
}

const icons: { readonly [K in TransitionKind]: LucideIcon } = {
  next: ArrowRight,
  branch: GitBranch,
  loop: CornerDownLeft,
  'channel-change': Shuffle,
  'drop-out': LogOut,
};

function StepRow({ step, end }: { readonly step: Transition; readonly end: 'from' | 'to' }) {
  const openMap = useOpenMap();
  const { go, isReadOnly } = useInspector();
  const update = useUpdate('transitions', step.id);
  const name = useName(step[end]);
  const verdict = useDerived(({ analysis }) => analysis?.continuity.judgements.get(step.id)?.verdict);
  const own = { kind: 'transitions', id: step.id } as const;
  const isOut = end === 'to';
  return (
    <RecordRow
      record={step[end] === null ? own : { kind: 'touchpoints', id: step[end] }}
      icon={icons[step.kind]}
      tone={verdict === 'broken' ? 'danger' : verdict && isTorn(verdict) ? 'late' : undefined}
      secondLine={
        verdict && isTorn(verdict) ? t(`model.verdict.${verdict}`) : step.condition.trim() || undefined
      }
      trailing={
        <Select
          quiet
          hideLabel
          label={t(isOut ? 'inspector.transition.kindOf' : 'inspector.transition.kindOfFrom', { name })}
          options={choicesOf('transitionKind', step.to === null ? [step.kind] : transitionKinds)}
          value={step.kind}
          disabled={isReadOnly}
          onChange={(kind) => kind !== null && update({ kind })}
        />
      }
      actions={
        <IconButton
          label={t('inspector.details', { name })}
          icon={SlidersHorizontal}
          size="s"
          onClick={() => go(own)}
        />
      }
      remove={{
        label: t(isOut ? 'inspector.transition.remove' : 'inspector.transition.removeFrom', { name }),
        run: () => told(deleteRecords.run(openMap, { records: [own] })),
      }}
    />
  );
}
