import { RotateCcw, Trash2, Unlink } from 'lucide-react';
import { restoreRecords } from '../../commands/restoreRecords';
import type { AnyRecord, RecordRef } from '../../model/kinds';
import { useJourney, useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { ErrorBanner } from '../../ui/ErrorBanner';
import { t } from '../../ui/i18n/t';
import { told, useInspector } from './parts/inspectorContext';
import { nameOfRecord } from './parts/names';
import { PanelFrame } from './parts/PanelFrame';

export interface LostRecordProps {
  readonly record: RecordRef;
  /** Turns the panel to the map. */
  readonly onLeave?: (() => void) | undefined;
}

/** What stands in place of a record that was deleted, or lost an end, while it was open here. */
export function LostRecord({ record, onLeave }: LostRecordProps) {
  const openMap = useOpenMap();
  const { isReadOnly } = useInspector();
  const stored = useJourney((journey) => journey.tables[record.kind].get(record.id)) as AnyRecord | undefined;
  const name = useJourney(
    (journey) => (stored && nameOfRecord(journey, record, stored)) || t('inspector.unnamed'),
  );
  const isDeleted = (stored?.deletedAt ?? null) !== null;
  const restore = (): void => {
    if (told(restoreRecords.run(openMap, { records: [record] })) !== null)
      openMap.view.setState({ selection: [record] });
  };
  return (
    <PanelFrame eyebrow={t(`model.kind.${record.kind}`)} title={name} actions={[]}>
      {isDeleted ? (
        <ErrorBanner
          title={t('inspector.gone.title')}
          tone="late"
          icon={Trash2}
          action={
            <>
              <Button size="s" icon={RotateCcw} disabled={isReadOnly} onClick={restore}>
                {t('inspector.gone.restore')}
              </Button>
              {onLeave && (
                <Button size="s" variant="ghost" onClick={onLeave}>
                  {t('inspector.gone.leave')}
                </Button>
              )}
            </>
          }
        >
          {t('inspector.gone.text', { name })}
        </ErrorBanner>
      ) : (
        <ErrorBanner title={t('inspector.hidden.title')} tone="late" icon={Unlink}>
          {t('inspector.hidden.text')}
        </ErrorBanner>
      )}
    </PanelFrame>
  );
}
