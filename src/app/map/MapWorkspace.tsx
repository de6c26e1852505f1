import { useCallback, useEffect, useMemo, useState } from 'react';
import { Canvas } from '../../canvas/Canvas';
import { undo } from '../../commands/undoRedo';
import { importBundle } from '../../commands/importBundle';
import { mergeBundle } from '../../interchange/mergeBundle';
import type { Bundle } from '../../model/bundle';
import { Inspector } from '../../panels/inspector/Inspector';
import { MergeSelected } from '../../panels/inspector/MergeRecords';
import { followFilter } from '../../store/followFilter';
import { useMirror, useView } from '../../store/openMap';
import { sidePanelId } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { onDemand } from '../../ui/onDemand';
import { sayPicturesLeft } from '../../ui/pictures/sayPicturesLeft';
import { browserNews, startSpokenNews } from '../news/spokenNews';
import { exportMap, newMapFrom, sayStorageFailed } from '../files';
import { copyTitle } from '../copyTitle';
import { DropZone } from '../DropZone';
import { mapPath, navigate } from '../route';
import { authorOf, useServices } from '../services';
import { openingWords } from '../userLanguage';
import { FilterButton, FilterRow } from './FilterControls';
import { Finder, usePaletteAhead, type FinderName } from './Finder';
import { IdentityDialog } from './IdentityDialog';
import { MapBanner } from './MapBanner';
import type { PageMap } from './MapPage';
import { ShareDialog } from './share/ShareDialog';
import { TopBar } from './TopBar';
import { noteIntents } from './noteIntents';
import { pictureDrop } from './pictureDrop';
import { editMapTitle, regionIntents, useRegionKeys } from './regions';
import { tidyIntents } from './tidyIntents';
import { trialIntents } from './trialIntents';
import { useIdentity } from './useIdentity';
import { useKeyboardKept } from './useKeyboardKept';
import { useLeaveWarning } from './useLeaveWarning';
import { useMapTitle } from './useMapTitle';
import { usePictureIntake } from './usePictureIntake';
import { useStageMemory } from './useStageMemory';
import { useThumbnail } from './useThumbnail';
import { lensIntents, panelIntents, tableIntents, useWorkspaceIntents } from './useWorkspaceIntents';

const ImportDialog = onDemand(async () => (await import('../../panels/importing/ImportDialog')).ImportDialog);
const DeletedPanel = onDemand(async () => (await import('../../panels/deleted/DeletedPanel')).DeletedPanel);
const FindingsPanel = onDemand(
  async () => (await import('../../panels/findings/FindingsPanel')).FindingsPanel,
);
const ReachPanel = onDemand(async () => (await import('../../panels/reach/ReachPanel')).ReachPanel);
const ScoresPanel = onDemand(async () => (await import('../../panels/scores/ScoresPanel')).ScoresPanel);
const PasteTableDialog = onDemand(
  async () => (await import('../../panels/pasting/PasteTableDialog')).PasteTableDialog,
);
const TableView = onDemand(async () => (await import('../../table/TableView')).TableView, TableIsComing);

/** The workspace of an open map: bar, canvas with its tools, and the panel at the side. */
export function MapWorkspace({ map }: { readonly map: PageMap }) {
  const services = useServices();
  const [importing, setImporting] = useState<readonly File[] | null>(null);
  const [showsDeleted, setShowsDeleted] = useState(false);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [finder, setFinder] = useState<FinderName | null>(null);
  const identity = useIdentity(map);
  const [isSharing, setSharing] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const inspectorOpen = useView((view) => view.inspectorOpen);
  const mode = useView((view) => view.mode);
  const readOnly = useMirror((mirror) => mirror.readOnly);
  const tablePaste = useView((view) => view.tablePaste);
  const listsFindings = useView((view) => view.findings !== null);
  const showsScores = useView((view) => view.scores);
  const showsReach = useView((view) => view.reach !== null);
  useMapTitle();
  useThumbnail(map);
  usePictureIntake(map);
  const canvas = useStageMemory(mode);
  useEffect(() => followFilter(map), [map]);
  useEffect(() => startSpokenNews(map, browserNews), [map]);
  usePaletteAhead();
  useLeaveWarning();

  const saveFile = useCallback(() => {
    exportMap(map.document, map.id);
    if (map.session.getState().connection.kind === 'connected') void map.access?.noteExported('throughline');
  }, [map]);
  const openFiles = useCallback(() => setImporting([]), []);
  const showDeleted = useCallback(() => {
    map.view.setState({ findings: null, reach: null, scores: false });
    setShowsDeleted(true);
  }, [map]);
  const duplicate = useCallback(async (): Promise<void> => {
    const title = copyTitle(map.journey().map.title);
    const copied = await services.store.duplicateMap(map.id, title, authorOf(services));
    if (copied.ok) navigate(mapPath(copied.value));
    else sayStorageFailed();
  }, [map, services]);
  const drop = useMemo(() => pictureDrop(map), [map]);
  const closeFinder = useCallback(() => setFinder(null), []);
  const startShare = useCallback(() => setSharing(true), []);
  const intents = useMemo(
    () => ({
      ...panelIntents(map),
      ...tableIntents(map),
      ...lensIntents(map),
      ...tidyIntents(map),
      ...noteIntents(map),
      ...trialIntents(map),
      ...regionIntents(map),
      'map.rename': editMapTitle,
      'record.merge': () => setMerging(true),
      'palette.open': () => setFinder('palette'),
      'shortcuts.open': () => setFinder('shortcuts'),
      'names.replace': () => setFinder('replace'),
      'filter.open': () => setFilterOpen(true),
      'filter.clear': () => map.view.setState({ filter: [], appliedView: null }),
      'file.save': saveFile,
      'file.open': openFiles,
      'map.share': startShare,
      'map.copy': () => void duplicate(),
      'map.deleted': showDeleted,
      'map.leave': () => navigate('/'),
    }),
    [map, saveFile, openFiles, startShare, duplicate, showDeleted],
  );
  useWorkspaceIntents(map, intents);
  useRegionKeys();
  useKeyboardKept();
  const onImported = async (bundle: Bundle, into: 'new' | 'open'): Promise<void> => {
    setImporting(null);
    if (into === 'open') importIntoOpenMap(map, bundle);
    else await newMapFrom(services, bundle);
  };

  return (
    <div className="workspace">
      <TopBar
        actions={{
          share: startShare,
          importFiles: openFiles,
          exportFile: saveFile,
          duplicate: () => void duplicate(),
          showDeleted,
          filter: <FilterButton open={isFilterOpen} onOpenChange={setFilterOpen} />,
          search: intents['palette.open'],
          showShortcuts: intents['shortcuts.open'],
          editIdentity: identity.ask,
          flush: map.flush,
        }}
      />
      <FilterRow onEdit={() => setFilterOpen(true)} />
      <div className="workspace-body">
        <main className="workspace-main" data-mode={mode}>
          {mode !== 'table' && (
            <div className="workspace-canvas" ref={canvas}>
              <Canvas />
            </div>
          )}
          {mode !== 'canvas' && (
            <div className="workspace-table">
              <TableView />
            </div>
          )}
          <MapBanner map={map} onSaveFile={saveFile} />
        </main>
        {listsFindings ? (
          <div className="workspace-panel" id={sidePanelId}>
            <FindingsPanel onClose={() => map.view.setState({ findings: null })} />
          </div>
        ) : showsReach ? (
          <div className="workspace-panel">
            <ReachPanel />
          </div>
        ) : showsScores ? (
          <div className="workspace-panel" id={sidePanelId}>
            <ScoresPanel />
          </div>
        ) : showsDeleted ? (
          <div className="workspace-panel">
            <DeletedPanel onClose={() => setShowsDeleted(false)} />
          </div>
        ) : (
          inspectorOpen && (
            <div className="workspace-panel">
              <Inspector />
            </div>
          )
        )}
      </div>
      <DropZone onFiles={setImporting} pictures={drop} />
      {importing && (
        <ImportDialog
          open
          files={importing}
          words={openingWords()}
          openJourney={readOnly ? null : map.journey}
          onClose={() => setImporting(null)}
          onImported={(bundle, { into }) => void onImported(bundle, into)}
        />
      )}
      {tablePaste && (
        <PasteTableDialog paste={tablePaste} onClose={() => map.view.setState({ tablePaste: null })} />
      )}
      {finder && <Finder key={finder} name={finder} onClose={closeFinder} />}
      {isMerging && <MergeSelected onClose={() => setMerging(false)} />}
      {isSharing && <ShareDialog map={map} onClose={() => setSharing(false)} />}
      <IdentityDialog
        key={String(identity.isAsking)}
        open={identity.isAsking && !isSharing}
        me={services.readIdentity()}
        onSave={identity.save}
        onClose={identity.close}
      />
    </div>
  );
}

function TableIsComing() {
  return <p className="workspace-wait">{t('table.loading')}</p>;
}

function importIntoOpenMap(map: PageMap, imported: Bundle): void {
  const { bundle } = mergeBundle(imported, map.journey());
  const isEmpty = map.journey().touchpoints.all.length === 0 && map.journey().map.title === '';
  const done = importBundle.run(map, { bundle, mapFields: isEmpty });
  if (!done.ok) return;
  notices.show({
    text: t('app.notice.imported', { count: done.value.created + done.value.updated }),
    action: { label: t('app.notice.undo'), onSelect: () => undo.run(map) },
  });
  sayPicturesLeft(done.value.picturesLeft);
  map.view.setState({ cameraRequest: { kind: 'fit' } });
}
