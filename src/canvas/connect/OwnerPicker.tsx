import { assignRole, type PartyChoice } from '../../commands/assignRole';
import { toneOfFunction } from '../../model/functionColors';
import { useJourney, useOpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { Combobox } from '../../ui/Combobox';
import { t } from '../../ui/i18n/t';

export interface OwnerPickerProps {
  /** Ids of what gets the owner. */
  readonly subjects: readonly string[];
  readonly onDone: () => void;
}

/** Asks who answers for what is selected: people and teams by name, a new one by typing it. One step of undo for all. */
export function OwnerPicker({ subjects, onDone }: OwnerPickerProps) {
  const openMap = useOpenMap();
  const parties = useJourney((journey) => journey.parties);
  const own = (choice: PartyChoice): void => {
    const done = assignRole.run(openMap, {
      subject: subjects,
      role: 'accountable',
      replace: true,
      ...choice,
    });
    const name = done.ok ? openMap.journey().parties.byId.get(done.value)?.name : undefined;
    if (name !== undefined) announcements.announce(t('canvas.ownerSet', { name, count: subjects.length }));
    onDone();
  };
  return (
    <div className="picker">
      <Combobox
        label={t('canvas.owner')}
        options={parties.all.map(({ id, name, function: partyFunction }) => ({
          id,
          label: name === '' ? t('canvas.untitled') : name,
          secondLine: partyFunction === null ? undefined : t(`model.function.${partyFunction}`),
          tone: toneOfFunction(partyFunction),
        }))}
        value={null}
        autoFocus
        onEscape={onDone}
        onChange={(id) => (id === null ? onDone() : own({ party: id }))}
        onCreate={(name) => own({ name })}
      />
    </div>
  );
}
