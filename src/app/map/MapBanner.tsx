import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ReadOnlyNote } from '../../canvas/ReadOnlyNote';
import { closeCode } from '../../doc/wire';
import { useMirror, useSession, useView } from '../../store/openMap';
import { mergeRecovered } from '../../sync/mergeMaps';
import { Button } from '../../ui/Button';
import { ErrorBanner } from '../../ui/ErrorBanner';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { exportPieces, sayStorageFailed } from '../files';
import { mapPath, navigate } from '../route';
import { authorOf, useServices } from '../services';
import type { PageMap } from './MapPage';

interface MapBannerProps {
  readonly map: PageMap;
  readonly onSaveFile: () => void;
}

/** What the user must know about this map right now, the gravest first, each with a way out. */
export function MapBanner({ map, onSaveFile }: MapBannerProps) {
  const services = useServices();
  const readOnly = useMirror((mirror) => mirror.readOnly);
  const mode = useView((view) => view.mode);
  const save = useSession((session) => session.save);
  const role = useSession((session) => session.role);
  const connection = useSession((session) => session.connection);
  const isRestored = useSession((session) => session.isRestored);
  const [isRestoreKnown, setRestoreKnown] = useState(false);
  const [isDamageKnown, setDamageKnown] = useState(map.damaged === 0);
  const merge = async (): Promise<void> => {
    const merged = await mergeRecovered(services.store, map.id, authorOf(services));
    if (merged.ok) navigate(mapPath(merged.value));
    else if (merged.reason === 'forbidden')
      notices.show({ text: t('sharing.recovered.forbidden'), tone: 'late' });
    else sayStorageFailed();
  };
  const saveFile = (
    <Button size="s" onClick={onSaveFile}>
      {t('app.notice.saveFile')}
    </Button>
  );
  const recover = (
    <Button size="s" onClick={() => void map.recover()}>
      {t('sharing.recover')}
    </Button>
  );
  if (save.kind === 'not-saved' && save.reason === 'refused')
    return (
      <Banner
        tone="danger"
        text={t('app.notice.notSaved.refused')}
        action={
          <>
            {recover}
            {saveFile}
          </>
        }
      />
    );
  if (save.kind === 'not-saved')
    return <Banner tone="danger" text={t(`app.notice.notSaved.${save.reason}`)} action={saveFile} />;
  if (map.document.isNewer) return <Banner tone="late" text={t('app.notice.readOnly')} action={saveFile} />;
  const waiting = save.kind === 'saved-here' ? save.waiting : 0;
  if (readOnly && waiting > 0)
    return (
      <Banner
        tone="late"
        text={t(connection.kind === 'ended' ? 'sharing.endedWaiting' : 'sharing.downgraded', {
          count: waiting,
        })}
        action={
          <>
            {connection.kind === 'connected' && recover}
            {saveFile}
          </>
        }
      />
    );
  if (connection.kind === 'ended' && connection.code === closeCode.forbidden)
    return <Banner tone="late" text={t('sharing.ended')} action={saveFile} />;
  if (readOnly && (role === 'viewer' || role === 'commenter'))
    return mode === 'table' ? (
      <div className="workspace-note">
        <ReadOnlyNote />
      </div>
    ) : null;
  // It passes by itself, and a file saved now would keep what is being taken out.
  if (connection.kind === 'ended' && connection.code === closeCode.purged)
    return <Banner tone="late" text={t('app.notice.ended.purged')} action={null} />;
  if (connection.kind === 'ended')
    return <Banner tone="late" text={endedText(connection.code)} action={saveFile} />;
  if (map.recoveredFrom !== null)
    return (
      <Banner
        tone="late"
        text={t('sharing.recovered')}
        action={
          <>
            <Button size="s" onClick={() => void merge()}>
              {t('sharing.recovered.merge')}
            </Button>
            {saveFile}
          </>
        }
      />
    );
  if (isRestored && !isRestoreKnown)
    return (
      <Banner
        tone="late"
        text={t('app.notice.restored')}
        action={
          <Button size="s" onClick={() => setRestoreKnown(true)}>
            {t('ui.dismiss')}
          </Button>
        }
      />
    );
  if (isDamageKnown) return null;
  return (
    <Banner
      tone="late"
      text={t('app.notice.damaged', { count: map.damaged })}
      action={
        <>
          {saveFile}
          <Button size="s" onClick={() => void exportPieces(services, map.id)}>
            {t('app.home.exportPieces')}
          </Button>
          <Button size="s" onClick={() => setDamageKnown(true)}>
            {t('ui.dismiss')}
          </Button>
        </>
      }
    />
  );
}

function Banner(props: {
  readonly tone: 'danger' | 'late';
  readonly text: string;
  readonly action: ReactNode;
}) {
  return (
    <div className="workspace-banner">
      <ErrorBanner title={props.text} tone={props.tone} icon={TriangleAlert} urgent action={props.action} />
    </div>
  );
}

function endedText(code: number): string {
  if (code === closeCode.noSuchMap) return t('app.notice.ended.noSuchMap');
  if (code === closeCode.ticketRefused) return t('app.notice.ended.ticketRefused');
  if (code === closeCode.clientTooOld) return t('app.notice.ended.clientTooOld');
  if (code === closeCode.tooBig) return t('app.notice.ended.tooBig');
  if (code === closeCode.invalidUpdate || code === closeCode.malformed) {
    return t('app.notice.ended.refused');
  }
  return t('app.notice.ended.other');
}
