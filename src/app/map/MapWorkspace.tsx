import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Canvas } from '../../canvas/Canvas';
import { undo } from '../../commands/undoRedo';
import { importBundle } from '../../commands/importBundle';
import { mergeBundle } from '../../interchange/mergeBundle';
import type { Bundle } from '../../model/bundle';
import { Inspector } from '../../panels/inspector/Inspector';
import { closeCode } from '../../doc/wire';
import { useMirror, useSession, useView } from '../../store/openMap';
import type { Identity } from '../../store/session';
import { Button } from '../../ui/Button';
import { ErrorBanner } from '../../ui/ErrorBanner';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { exportMap, newMapFrom } from '../files';
import { copyTitle } from '../copyTitle';
import { DropZone } from '../DropZone';
import { mapPath, navigate } from '../route';
import { authorOf, useServices } from '../services';
import { IdentityDialog } from './IdentityDialog';
import type { PageMap } from './MapPage';
import { ShareDialog } from './ShareDialog';
import { TopBar } from './TopBar';
import { useMapTitle } from './useMapTitle';
import { useShare } from './useShare';
import { useThumbnail } from './useThumbnail';
import { useWorkspaceKeys } from './useWorkspaceKeys';

const ImportDialog = lazy(() =>
  import('../../panels/importing/ImportDialog').then((module) => ({ default: module.ImportDialog })),
);
const DeletedPanel = lazy(() =>
  import('../../panels/deleted/DeletedPanel').then((module) => ({ default: module.DeletedPanel })),
);

/** The workspace of an open map: bar, canvas with its tools, and the panel at the side. */
export function MapWorkspace({ map }: { readonly map: PageMap }) {
  const services = useServices();
  const [importing, setImporting] = useState<readonly File[] | null>(null);
  const [showsDeleted, setShowsDeleted] = useState(false);
  const identity = useIdentityQuestion();
  const share = useShare(map);
  const inspectorOpen = useView((view) => view.inspectorOpen);
  useMapTitle();
  useThumbnail(map);

  const saveFile = useCallback(() => void exportMap(map.document, map.id), [map]);
  const openFiles = useCallback(() => setImporting([]), []);
  useWorkspaceKeys(map, { saveFile, openFiles });

  const saveIdentity = (me: Identity): void => {
    services.writeIdentity(me);
    map.identify(me);
    identity.close();
  };
  const duplicate = async (): Promise<void> => {
    const title = copyTitle(map.journey().map.title);
    const copied = await services.store.duplicateMap(map.id, title, authorOf(services));
    if (copied.ok) navigate(mapPath(copied.value));
  };
  const onImported = async (bundle: Bundle, into: 'new' | 'open'): Promise<void> => {
    setImporting(null);
    if (into === 'open') importIntoOpenMap(map, bundle);
    else await newMapFrom(services, bundle);
  };

  return (
    <div className="workspace">
      <TopBar
        actions={{
          share: share.start,
          importFiles: openFiles,
          exportFile: saveFile,
          duplicate: () => void duplicate(),
          showDeleted: () => setShowsDeleted(true),
          editIdentity: identity.open,
        }}
      />
      <div className="workspace-body">
        <main className="workspace-canvas">
          <Canvas />
          <Banner onSaveFile={saveFile} />
        </main>
        {showsDeleted ? (
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
      <DropZone onFiles={setImporting} />
      {importing && (
        <Suspense>
          <ImportDialog
            open
            files={importing}
            hasOpenMap
            onClose={() => setImporting(null)}
            onImported={(bundle, { into }) => void onImported(bundle, into)}
          />
        </Suspense>
      )}
      <ShareDialog state={share.state} onClose={share.close} onRetry={share.start} />
      <IdentityDialog
        key={String(identity.isOpen)}
        open={identity.isOpen && share.state === null}
        me={services.readIdentity()}
        onSave={saveIdentity}
        onClose={identity.close}
      />
    </div>
  );
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

/**
 * Whether to ask who one is: when asked to, and once on a shared map while nobody has said. Whoever closes the question
 * stays nameless and can say it later.
 */
function useIdentityQuestion(): {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
} {
  const isUnknown = useSession(({ connection, me }) => connection.kind !== 'local' && me === null);
  const [wanted, setWanted] = useState<'when-unknown' | 'yes' | 'no'>('when-unknown');
  return {
    isOpen: wanted === 'yes' || (wanted === 'when-unknown' && isUnknown),
    open: () => setWanted('yes'),
    close: () => setWanted('no'),
  };
}

/** What the user must know about this map right now: newer version, ended connection, storage that fails. */
function Banner({ onSaveFile }: { readonly onSaveFile: () => void }) {
  const readOnly = useMirror((mirror) => mirror.readOnly);
  const save = useSession((session) => session.save);
  const connection = useSession((session) => session.connection);
  const text =
    save.kind === 'not-saved'
      ? t(`app.notice.notSaved.${save.reason}`)
      : connection.kind === 'ended'
        ? endedText(connection.code)
        : readOnly
          ? t('app.notice.readOnly')
          : null;
  if (text === null) return null;
  return (
    <div className="workspace-banner">
      <ErrorBanner
        title={text}
        tone={save.kind === 'not-saved' ? 'danger' : 'late'}
        icon={TriangleAlert}
        urgent
        action={
          <Button size="s" onClick={onSaveFile}>
            {t('app.notice.saveFile')}
          </Button>
        }
      />
    </div>
  );
}

function endedText(code: number): string {
  if (code === closeCode.noSuchMap) return t('app.notice.ended.noSuchMap');
  if (code === closeCode.invalidUpdate || code === closeCode.tooBig || code === closeCode.malformed) {
    return t('app.notice.ended.refused');
  }
  return t('app.notice.ended.other');
}
