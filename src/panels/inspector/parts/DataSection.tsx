import { createNamed } from '../../../commands/createNamed';
import { newRecordId } from '../../../model/ids';
import { useOpenMap } from '../../../store/openMap';
import { List } from '../../../ui/ListRow';
import { t } from '../../../ui/i18n/t';
import { AddableSection } from './AddableSection';
import { DataRow } from './DataRow';
import { told } from './inspectorContext';

export interface DataSectionProps {
  readonly title: string;
  /** Ids of data objects; deleted ones are not shown and stay in the set. */
  readonly value: readonly string[];
  /** Making an object and taking it into the set have the same gesture. */
  readonly onChange: (ids: readonly string[], gesture?: string) => void;
  /** Said while there are none. */
  readonly empty?: string | undefined;
}

/** A set of data objects as rows, and one more by choosing or naming it. */
export function DataSection({ title, value, onChange, empty }: DataSectionProps) {
  const openMap = useOpenMap();
  const add = (id: string, gesture?: string): void => {
    if (!value.includes(id)) onChange([...value, id], gesture);
  };
  return (
    <AddableSection
      title={title}
      addLabel={t('inspector.data.add')}
      fieldLabel={t('inspector.data.pick')}
      offer="dataObjects"
      without={value}
      onPick={(id) => add(id)}
      onCreate={(name) => {
        const gesture = newRecordId(openMap.document.entropy);
        const made = told(createNamed.run(openMap, { kind: 'dataObjects', name, gesture }));
        if (made !== null) add(made, gesture);
      }}
    >
      {value.length > 0 ? (
        <List label={title}>
          {value.map((id) => (
            <DataRow key={id} id={id} onRemove={() => onChange(value.filter((one) => one !== id))} />
          ))}
        </List>
      ) : (
        empty !== undefined && <p className="inspector-note">{empty}</p>
      )}
    </AddableSection>
  );
}
