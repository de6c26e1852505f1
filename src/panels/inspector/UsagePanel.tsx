import { usageAccesses, type Usage } from '../../model/records/usage';
import { t } from '../../ui/i18n/t';
import { ChoiceField, LineField } from './parts/fields';
import { useUpdate } from './parts/inspectorContext';
import { useName } from './parts/names';
import { PanelFrame } from './parts/PanelFrame';
import { RecordSection } from './parts/RecordSection';

/** What a touchpoint uses a system for. */
export function UsagePanel({ record: usage }: { readonly record: Usage }) {
  const update = useUpdate('usages', usage.id);
  const touchpoint = useName(usage.touchpoint ?? '');
  const system = useName(usage.system ?? '');
  return (
    <PanelFrame
      eyebrow={t('model.kind.usages')}
      title={t('inspector.usage.title', { touchpoint, system })}
      record={{ kind: 'usages', id: usage.id }}
    >
      <div className="inspector-stack">
        <ChoiceField
          name="usage.access"
          words="usageAccess"
          values={usageAccesses}
          value={usage.access}
          onChange={(access) => update({ access })}
        />
        <LineField name="usage.purpose" value={usage.purpose} onChange={(purpose) => update({ purpose })} />
      </div>
      <RecordSection
        uncounted
        title={t('inspector.usage.touchpoint')}
        kind="touchpoints"
        ids={usage.touchpoint === null ? [] : [usage.touchpoint]}
      />
      <RecordSection
        uncounted
        title={t('inspector.usage.system')}
        kind="systems"
        ids={usage.system === null ? [] : [usage.system]}
      />
    </PanelFrame>
  );
}
