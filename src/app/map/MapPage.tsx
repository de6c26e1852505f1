import {
  FileQuestion,
  HardDrive,
  LockKeyhole,
  RotateCcw,
  Trash2,
  TriangleAlert,
  WifiOff,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { createMirror } from '../../store/mirror';
import { OpenMapContext, type OpenMap } from '../../store/openMap';
import { createSessionStore } from '../../store/session';
import { tableStoreOf } from '../../store/tableStore';
import { createViewStore } from '../../store/view';
import { browserProfile } from '../../sync/identity';
import { browserServer } from '../../sync/browserServer';
import { openSession, type OpenedSession, type OpenProblem } from '../../sync/openSession';
import { browserPageLife } from '../../sync/pageLife';
import { systemScheduler } from '../../sync/scheduler';
import { recoverMap } from '../../sync/mergeMaps';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { AccountLine } from '../AccountLine';
import { ErrorScreen } from '../ErrorScreen';
import { exportMap, exportPieces, sayStorageFailed } from '../files';
import { Opening as OpeningPage } from '../Opening';
import { forgetLinkSecret, linkSecret, navigate } from '../route';
import { authorOf, useServices, type Services } from '../services';
import { storageText } from '../storageText';
import { MapWorkspace } from './MapWorkspace';
import { keepInAddress, viewModeOf } from './viewAddress';
import { readTables, rememberTables } from './tableMemory';
import { readView, rememberView } from './viewMemory';

/** An open map with what only the page around it needs. */
export interface PageMap extends OpenMap {
  readonly share: OpenedSession['share'];
  readonly merge: OpenedSession['merge'];
  readonly identify: OpenedSession['identify'];
  readonly access: OpenedSession['access'];
  readonly flush: OpenedSession['flush'];
  /** Stored pieces that could not be read when it was opened. */
  readonly damaged: number;
  readonly recoveredFrom: OpenedSession['recoveredFrom'];
  /** Keeps what the server refused as a map of its own and loads the server's anew. */
  readonly recover: () => Promise<void>;
}

/** Narrower windows show the panel over the map (see app.css), CSS pixels. */
const roomForPanelPx = 900;

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly map: PageMap }
  | { readonly kind: 'refused'; readonly reason: OpenProblem };

/** Opens a map and everything that keeps it. Returns what was opened, and the way to close it again. */
async function openMap(mapId: string, services: Services): Promise<{ opening: Opening; close: () => void }> {
  const session = createSessionStore(services.readIdentity());
  const { store, entropy, actor } = services;
  const secret = linkSecret();
  const opened = await openSession({
    mapId,
    secret,
    reading: services.readMap(mapId),
    store,
    session,
    entropy,
    actor,
    scheduler: systemScheduler,
    page: browserPageLife(),
    server: browserServer(location),
  });
  // The key stays in the address until the server has had a say: without it loading again would not help.
  if (secret !== null && (opened.ok || opened.reason !== 'offline-unknown')) forgetLinkSecret();
  if (!opened.ok) return { opening: { kind: 'refused', reason: opened.reason }, close: () => {} };
  if (opened.linkProblem !== null) notices.show({ text: t(`sharing.link-${opened.linkProblem}.title`) });
  const { document, presence } = opened;
  const mirror = createMirror(document);
  const profile = browserProfile();
  // Where the panel would lie over the map, the map comes first.
  const inspectorOpen = window.innerWidth >= roomForPanelPx;
  const mode = viewModeOf(location.search, window.innerWidth);
  const view = createViewStore({ ...readView(profile, mapId), inspectorOpen, mode });
  const stopRemembering = rememberView(view, profile, mapId);
  const tables = tableStoreOf(mirror);
  tables.setState({ settings: readTables(profile, mapId) });
  const stopTables = rememberTables(tables, profile, mapId);
  const stopAddress = keepInAddress(view);
  const map: PageMap = {
    id: mapId,
    document,
    mirror,
    view,
    session,
    presence,
    remote: opened,
    journey: () => mirror.store.getState().journey,
    share: opened.share,
    merge: opened.merge,
    identify: opened.identify,
    access: opened.access,
    flush: opened.flush,
    keepPicture: (picture) => store.keepPicture(mapId, picture),
    damaged: opened.damaged,
    recoveredFrom: opened.recoveredFrom,
    recover: async () => {
      // Closed first: what this page still holds must not be written back.
      await opened.close();
      const recovered = await recoverMap(store, mapId, authorOf(services));
      if (recovered.ok) location.reload();
      else sayStorageFailed();
    },
  };
  const close = (): void => {
    stopRemembering();
    stopTables();
    stopAddress();
    mirror.stop();
    void opened.close();
  };
  return { opening: { kind: 'open', map }, close };
}

/** The page of one map: opens it, says why when that cannot be, and closes it when one leaves. Keyed by the map. */
export function MapPage({ mapId }: { readonly mapId: string }) {
  const services = useServices();
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    let isLeft = false;
    let close: (() => void) | null = null;
    void openMap(mapId, services).then((result) => {
      if (isLeft) result.close();
      else {
        close = result.close;
        setOpening(result.opening);
      }
    });
    return () => {
      isLeft = true;
      close?.();
    };
  }, [mapId, services]);

  useEffect(() => {
    // A link to the map that is open already: only opening it anew redeems it.
    const onHash = (): void => {
      if (linkSecret() !== null) location.reload();
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);

  if (opening.kind === 'opening') return <OpeningPage />;
  if (opening.kind === 'refused') return <Refused mapId={mapId} reason={opening.reason} />;
  const { map } = opening;
  return (
    <ErrorScreen onExport={() => void exportMap(map.document, map.id)}>
      <OpenMapContext value={map}>
        <MapWorkspace map={map} />
      </OpenMapContext>
    </ErrorScreen>
  );
}

function Refused({ mapId, reason }: { readonly mapId: string; readonly reason: OpenProblem }) {
  const services = useServices();
  const page = refusalPage(reason);
  const restore = async (): Promise<void> => {
    const restored = await services.store.restoreMap(mapId);
    if (restored.ok) location.reload();
    else sayStorageFailed();
  };
  return (
    <main className="page-message">
      <EmptyState
        icon={page.icon}
        headingLevel={1}
        title={page.title}
        text={page.text}
        action={
          <>
            <Button variant="primary" onClick={() => navigate('/')}>
              {t('app.home')}
            </Button>
            {reason === 'deleted' ? (
              <Button icon={RotateCcw} onClick={() => void restore()}>
                {t('app.home.restore')}
              </Button>
            ) : (
              <Button onClick={() => location.reload()}>{t('app.retry')}</Button>
            )}
            {(reason === 'no-such-map' || reason === 'access-ended') && <AccountLine />}
            {reason === 'storage-broken' && (
              <Button onClick={() => void exportPieces(services, mapId)}>{t('app.page.savePieces')}</Button>
            )}
          </>
        }
      />
    </main>
  );
}

function refusalPage(reason: OpenProblem) {
  switch (reason) {
    case 'no-such-map':
      return { icon: FileQuestion, title: t('app.page.noSuchMap.title'), text: t('app.page.noSuchMap.text') };
    case 'access-ended':
    case 'link-unknown':
    case 'link-expired':
    case 'link-revoked':
    case 'link-used-up':
    case 'link-removed':
    case 'link-slow-down':
      return { icon: LockKeyhole, title: t(`sharing.${reason}.title`), text: t(`sharing.${reason}.text`) };
    case 'deleted':
      return { icon: Trash2, title: t('app.page.deleted.title'), text: t('app.page.deleted.text') };
    case 'offline-unknown':
      return {
        icon: WifiOff,
        title: t('app.page.offlineUnknown.title'),
        text: t('app.page.offlineUnknown.text'),
      };
    case 'storage-unavailable':
    case 'storage-full':
    case 'storage-blocked':
    case 'storage-newer':
      return { icon: HardDrive, ...storageText(reason) };
    default:
      return { icon: TriangleAlert, title: t('app.page.broken.title'), text: t('app.page.broken.text') };
  }
}
