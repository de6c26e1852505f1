import { useState } from 'react';
import type { Bundle } from '../../model/bundle';
import type { MapSummary } from '../../sync/mapSummary';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { onDemand } from '../../ui/onDemand';
import { copyTitle } from '../copyTitle';
import { DropZone } from '../DropZone';
import { exportPieces, exportStoredMap, newMapFrom, openMapFile, sayStorageFailed } from '../files';
import { MergeDialog, type MergeQuestion } from '../MergeDialog';
import { mapPath, navigate } from '../route';
import { loadSample, type SampleName } from '../samples';
import { authorOf, useServices } from '../services';
import { openingWords } from '../userLanguage';
import { HomePage, type HomeActions } from './HomePage';

const ImportDialog = onDemand(async () => (await import('../../panels/importing/ImportDialog')).ImportDialog);

/** The home screen with what its buttons do. */
export function Home() {
  const services = useServices();
  const { store } = services;
  const [importing, setImporting] = useState<readonly File[] | null>(null);
  const [question, setQuestion] = useState<MergeQuestion | null>(null);

  const openFiles = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const opened = await openMapFile(services, files);
    if (opened.kind === 'foreign') setImporting(files);
    else if (opened.kind === 'known') setQuestion(opened.question);
  };
  const remove = async (map: MapSummary): Promise<void> => {
    const deleted = await store.deleteMap(map.id);
    if (!deleted.ok) return sayStorageFailed();
    notices.show({
      text: t('app.home.deletedNotice', { title: map.title === '' ? t('app.map.untitled') : map.title }),
      action: { label: t('app.notice.undo'), onSelect: () => void store.restoreMap(map.id) },
    });
  };
  const duplicate = async (map: MapSummary): Promise<void> => {
    const copied = await store.duplicateMap(map.id, copyTitle(map.title), authorOf(services));
    if (!copied.ok) sayStorageFailed();
  };
  const openSample = async (name: SampleName): Promise<void> => {
    const file = new File([await loadSample(name)], `${name}.throughline.json`);
    await openMapFile(services, [file]);
  };
  const onImported = async (bundle: Bundle): Promise<void> => {
    setImporting(null);
    await newMapFrom(services, bundle);
  };

  const actions: HomeActions = {
    newMap: () => void newMapFrom(services, null),
    openSample: (name) => void openSample(name),
    openFiles: (files) => void openFiles(files),
    importText: () => setImporting([]),
    duplicate: (map) => void duplicate(map),
    exportFile: (map) => void exportStoredMap(services, map.id),
    exportPieces: (map) => void exportPieces(services, map.id),
    remove: (map) => void remove(map),
  };
  return (
    <>
      <HomePage actions={actions} />
      <DropZone onFiles={actions.openFiles} />
      <MergeDialog
        question={question}
        onClose={() => setQuestion(null)}
        onOpened={(id) => navigate(mapPath(id))}
      />
      {importing && (
        <ImportDialog
          open
          files={importing}
          words={openingWords()}
          openJourney={null}
          onClose={() => setImporting(null)}
          onImported={(bundle) => void onImported(bundle)}
        />
      )}
    </>
  );
}
