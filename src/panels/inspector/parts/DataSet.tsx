import { createNamed } from '../../../commands/createNamed';
import { newRecordId } from '../../../model/ids';
import { useOpenMap } from '../../../store/openMap';
import { List } from '../../../ui/ListRow';
import { t } from '../../../ui/i18n/t';
import { AddPicker } from './AddPicker';
import { DataRow } from './DataRow';
import { told } from './inspectorContext';

export interface DataSetProps {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly addLabel: string;
  /** Ids of data objects; deleted ones are not shown and stay in the set. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[], gesture?: string) => void;
}

/** A set of data objects as rows, and one more by choosing or naming it. */
export function DataSet({ label, addLabel, value, onChange }: DataSetProps) {
  const openMap = useOpenMap();
  const add = (id: string, gesture?: string): void => {
    if (!value.includes(id)) onChange([...value, id], gesture);
  };
  return (
    <>
      {value.length > 0 && (
        <List label={label}>
          {value.map((id) => (
            <DataRow key={id} id={id} onRemove={() => onChange(value.filter((one) => one !== id))} />
          ))}
        </List>
      )}
      <AddPicker
        label={addLabel}
        fieldLabel={t('inspector.data.pick')}
        offer="dataObjects"
        without={value}
        onPick={(id) => add(id)}
        onCreate={(name) => {
          const gesture = newRecordId(openMap.document.entropy);
          const made = told(createNamed.run(openMap, { kind: 'dataObjects', name, gesture }));
          if (made !== null) add(made, gesture);
        }}
      />
    </>
  );
}
