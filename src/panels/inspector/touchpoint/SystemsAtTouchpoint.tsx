import { SlidersHorizontal } from 'lucide-react';
import { attachSystem, type SystemChoice } from '../../../commands/attachSystem';
import { detachSystem } from '../../../commands/detachSystem';
import { updateRecord } from '../../../commands/updateRecord';
import { usageAccesses, type Usage, type UsageAccess } from '../../../model/records/usage';
import { useJourney, useOpenMap } from '../../../store/openMap';
import { IconButton } from '../../../ui/IconButton';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { Select } from '../../../ui/Select';
import { t } from '../../../ui/i18n/t';
import { AddPicker } from '../parts/AddPicker';
import { choicesOf } from '../parts/fieldTexts';
import { told, useInspector } from '../parts/inspectorContext';
import { useName } from '../parts/names';
import { RecordRow } from '../parts/RecordRow';
import { useJourneyList } from '../parts/useJourneyList';

/** The systems a touchpoint uses, what it does with each, and one more by choosing or naming it. */
export function SystemsAtTouchpoint({ touchpoint }: { readonly touchpoint: string }) {
  const openMap = useOpenMap();
  const usages = useJourneyList((journey) => journey.relations.usagesByTouchpoint.get(touchpoint) ?? []);
  const title = t('inspector.section.systems');
  const attach = (choice: SystemChoice): void => {
    told(attachSystem.run(openMap, { touchpoint, ...choice }));
  };
  return (
    <Section title={title}>
      {usages.length > 0 && (
        <List label={title}>
          {usages.map((usage) => (
            <UsageRow key={usage.id} usage={usage} />
          ))}
        </List>
      )}
      <AddPicker
        label={t('inspector.systems.attach')}
        fieldLabel={t('inspector.systems.pick')}
        offer="systems"
        without={usages.flatMap(({ system }) => system ?? [])}
        onPick={(system) => attach({ system })}
        onCreate={(name) => attach({ name })}
      />
    </Section>
  );
}

function UsageRow({ usage }: { readonly usage: Usage }) {
  const openMap = useOpenMap();
  const { go, isReadOnly } = useInspector();
  const system = usage.system ?? '';
  const touchpoint = usage.touchpoint ?? '';
  const name = useName(system);
  const standing = useJourney((journey) => journey.systems.byId.get(system)?.standing ?? null);
  const setAccess = (access: UsageAccess | null): void => {
    told(updateRecord.run(openMap, { kind: 'usages', id: usage.id, patch: { access } }));
  };
  return (
    <RecordRow
      record={{ kind: 'systems', id: system }}
      tone={standing === 'shadow' || standing === 'tolerated' ? 'late' : undefined}
      secondLine={
        standing === 'shadow' || standing === 'tolerated'
          ? t(`model.standing.${standing}`)
          : usage.purpose || undefined
      }
      trailing={
        <Select
          quiet
          hideLabel
          label={t('inspector.systems.access', { name })}
          options={choicesOf('usageAccess', usageAccesses)}
          value={usage.access}
          emptyLabel={t('inspector.notStated')}
          disabled={isReadOnly}
          onChange={setAccess}
        />
      }
      actions={
        <IconButton
          label={t('inspector.details', { name })}
          icon={SlidersHorizontal}
          size="s"
          onClick={() => go({ kind: 'usages', id: usage.id })}
        />
      }
      remove={{
        label: t('inspector.systems.detach', { name }),
        run: () => told(detachSystem.run(openMap, { touchpoint, system })),
      }}
    />
  );
}
