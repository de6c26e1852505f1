import { deleteRecords } from '../../../commands/deleteRecords';
import { duplicateRecords } from '../../../commands/duplicateRecords';
import { undo } from '../../../commands/undoRedo';
import type { RecordRef } from '../../../model/kinds';
import { useOpenMap } from '../../../store/openMap';
import { t } from '../../../ui/i18n/t';
import { notices } from '../../../ui/notices';
import { sayPicturesLeft } from '../../../ui/pictures/sayPicturesLeft';
import { told, useInspector } from './inspectorContext';

/** Copies lie a little further along the timeline and a row lower, as those made on the canvas. */
const copiesBy = { at: 0.4, offset: 1 };

/** What can be done with whole records from the panel. */
export function useRecordActions() {
  const openMap = useOpenMap();
  const { back } = useInspector();
  const select = (selection: readonly RecordRef[]): void => openMap.view.setState({ selection });
  return {
    show: (record: RecordRef): void => openMap.view.setState({ cameraRequest: { kind: 'record', record } }),
    duplicate: (records: readonly RecordRef[]): void => {
      const made = told(duplicateRecords.run(openMap, { records, by: copiesBy }));
      if (!made) return;
      select(made.copies);
      sayPicturesLeft(made.picturesLeft);
    },
    remove: (records: readonly RecordRef[]): void => {
      const count = told(deleteRecords.run(openMap, { records }));
      if (count === null) return;
      if (back) back.go();
      else select([]);
      notices.show({
        text: t('inspector.deletedNotice', { count }),
        // What was deleted is announced by name, whichever way it was deleted (SAY-1).
        isSaid: true,
        action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
      });
    },
  };
}
