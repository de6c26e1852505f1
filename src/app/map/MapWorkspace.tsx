import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Canvas } from '../../canvas/Canvas';
import { undo } from '../../commands/undoRedo';
import { importBundle } from '../../commands/importBundle';
import { mergeBundle } from '../../interchange/mergeBundle';
import type { Bundle } from '../../model/bundle';
import { Inspector } from '../../panels/inspector/Inspector';
import { followFilter } from '../../store/followFilter';
import { useMirror, useView } from '../../store/openMap';
import { sidePanelId } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { browserNews, startSpokenNews } from '../news/spokenNews';
import { exportMap, newMapFrom, sayStorageFailed } from '../files';
import { copyTitle } from '../copyTitle';
import { DropZone } from '../DropZone';
import { mapPath, navigate } from '../route';
import { authorOf, useServices } from '../services';
import { openingWords } from '../userLanguage';
import { FilterButton, FilterRow } from './FilterControls';
import { IdentityDialog } from './IdentityDialog';
import { MapBanner } from './MapBanner';
import type { PageMap } from './MapPage';
import { ShareDialog } from './share/ShareDialog';
import { TopBar } from './TopBar';
import { noteIntents } from './noteIntents';
import { pictureDrop } from './pictureDrop';
import { tidyIntents } from './tidyIntents';
import { useIdentity } from './useIdentity';
import { useLeaveWarning } from './useLeaveWarning';
import { useMapTitle } from './useMapTitle';
import { usePictureIntake } from './usePictureIntake';
import { useThumbnail } from './useThumbnail';
import { lensIntents, panelIntents, tableIntents, useWorkspaceIntents } from './useWorkspaceIntents';

const ImportDialog = lazy(() =>
  import('../../panels/importing/ImportDialog').then((module) => ({ default: module.ImportDialog })),
);
const DeletedPanel = lazy(() =>
  import('../../panels/deleted/DeletedPanel').then((module) => ({ default: module.DeletedPanel })),
);
const FindingsPanel = lazy(() =>
  import('../../panels/findings/FindingsPanel').then((module) => ({ default: module.FindingsPanel })),
);

const loadPalette = () => import('../../panels/palette/PaletteDialog');
const PaletteDialog = lazy(() => loadPalette().then((module) => ({ default: module.PaletteDialog })));
const ReachPanel = lazy(() =>
  import('../../panels/reach/ReachPanel').then((module) => ({ default: module.ReachPanel })),
);
const TableView = lazy(() =>
  import('../../table/TableView').then((module) => ({ default: module.TableView })),
);
const ScoresPanel = lazy(() =>
  import('../../panels/scores/ScoresPanel').then((module) => ({ default: module.ScoresPanel })),
);
const ShortcutSheet = lazy(() =>
  import('../../panels/palette/ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })),
);
const ReplaceDialog = lazy(() =>
  import('../../panels/palette/ReplaceDialog').then((module) => ({ default: module.ReplaceDialog })),
);

const PasteTableDialog = lazy(() =>
  import('../../panels/pasting/PasteTableDialog').then((module) => ({ default: module.PasteTableDialog })),
);

/** How long after the map the palette is fetched, so that it takes nothing from the map itself. */
const palettePrefetchMs = 1_500;

/** What is looked for, over the map. */
type Finder = 'palette' | 'shortcuts' | 'replace';

/** The workspace of an open map: bar, canvas with its tools, and the panel at the side. */
export function MapWorkspace({ map }: { readonly map: PageMap }) {
  const services = useServices();
  const [importing, setImporting] = useState<readonly File[] | null>(null);
  const [showsDeleted, setShowsDeleted] = useState(false);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [finder, setFinder] = useState<Finder | null>(null);
  const identity = useIdentity(map);
  const [isSharing, setSharing] = useState(false);
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
  useEffect(() => followFilter(map), [map]);
  useEffect(() => startSpokenNews(map, browserNews), [map]);
  // Whoever presses Ctrl K types on at once: the palette is there by then.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), palettePrefetchMs);
    return () => clearTimeout(timer);
  }, []);
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
  const startShare = useCallback(() => setSharing(true), []);
  const intents = useMemo(
    () => ({
      ...panelIntents(map),
      ...tableIntents(map),
      ...lensIntents(map),
      ...tidyIntents(map),
      ...noteIntents(map),
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
            <div className="workspace-canvas">
              <Canvas />
            </div>
          )}
          {mode !== 'canvas' && (
            <div className="workspace-table">
              <Suspense fallback={<p className="workspace-wait">{t('table.loading')}</p>}>
                <TableView />
              </Suspense>
            </div>
          )}
          <MapBanner map={map} onSaveFile={saveFile} />
        </main>
        {listsFindings ? (
          <div className="workspace-panel" id={sidePanelId}>
            <Suspense>
              <FindingsPanel onClose={() => map.view.setState({ findings: null })} />
            </Suspense>
          </div>
        ) : showsReach ? (
          <div className="workspace-panel">
            <Suspense>
              <ReachPanel />
            </Suspense>
          </div>
        ) : showsScores ? (
          <div className="workspace-panel" id={sidePanelId}>
            <Suspense>
              <ScoresPanel />
            </Suspense>
          </div>
        ) : showsDeleted ? (
          <aside className="workspace-panel">
            <Suspense>
              <DeletedPanel onClose={() => setShowsDeleted(false)} />
            </Suspense>
          </aside>
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
        <Suspense>
          <ImportDialog
            open
            files={importing}
            words={openingWords()}
            openJourney={readOnly ? null : map.journey}
            onClose={() => setImporting(null)}
            onImported={(bundle, { into }) => void onImported(bundle, into)}
          />
        </Suspense>
      )}
      {tablePaste && (
        <Suspense>
          <PasteTableDialog paste={tablePaste} onClose={() => map.view.setState({ tablePaste: null })} />
        </Suspense>
      )}
      {finder && (
        <Suspense fallback={<KeySink />}>
          <FinderDialog finder={finder} onClose={() => setFinder(null)} />
        </Suspense>
      )}
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

/** Has the keyboard while a dialog is fetched, so that what is typed already is not taken for keys of the canvas. */
function KeySink() {
  return <input className="visually-hidden" aria-label={t('ui.loading')} autoFocus />;
}

function FinderDialog({ finder, onClose }: { readonly finder: Finder; readonly onClose: () => void }) {
  if (finder === 'palette') return <PaletteDialog onClose={onClose} />;
  if (finder === 'shortcuts') return <ShortcutSheet onClose={onClose} />;
  return <ReplaceDialog onClose={onClose} />;
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
  map.view.setState({ cameraRequest: { kind: 'fit' } });
}
