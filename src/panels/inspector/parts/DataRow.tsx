import { Database, Lock } from 'lucide-react';
import type { DataObject } from '../../../model/records/dataObject';
import { useJourney } from '../../../store/openMap';
import { t } from '../../../ui/i18n/t';
import { RecordRow } from './RecordRow';

export interface DataRowProps {
  readonly id: string;
  readonly onRemove: () => void;
}

/** A data object in a list, with how sensitive it is at the end. */
export function DataRow({ id, onRemove }: DataRowProps) {
  const object = useJourney((journey) => journey.dataObjects.byId.get(id));
  if (!object) return null;
  return (
    <RecordRow
      record={{ kind: 'dataObjects', id }}
      icon={object.personal || object.specialCategory ? Lock : Database}
      tone={object.specialCategory ? 'danger' : undefined}
      trailing={sensitivityOf(object)}
      remove={{ label: t('ui.remove', { name: object.name }), run: onRemove }}
    />
  );
}

/** How sensitive data is, in a word or two. */
function sensitivityOf({ classification, personal, specialCategory }: DataObject): string {
  const words = [
    specialCategory ? t('inspector.data.special') : personal ? t('inspector.data.personal') : null,
    classification === null ? null : t(`model.classification.${classification}`),
  ].filter((word) => word !== null);
  return words.length === 0 ? t('inspector.data.notClassified') : words.join(' · ');
}
