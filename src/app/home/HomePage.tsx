import { FilePlus2, Map as MapIcon, MoreHorizontal, Search, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { StoreResult } from '../../sync/storageProblem';
import type { MapSummary } from '../../sync/mapSummary';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBanner } from '../../ui/ErrorBanner';
import { IconButton } from '../../ui/IconButton';
import { t } from '../../ui/i18n/t';
import { Menu } from '../../ui/Menu';
import { TextField } from '../../ui/TextField';
import { LogoMark } from '../LogoMark';
import { languageEntries } from '../languageEntries';
import { themeEntries } from '../themeEntries';
import { sampleNames, samplePicture, type SampleName } from '../samples';
import { useServices } from '../services';
import { storageText } from '../storageText';
import { DeletedMaps } from './DeletedMaps';
import { MapCard } from './MapCard';
import { MapPicture } from './MapPicture';
import './HomePage.css';

export interface HomeActions {
  readonly newMap: () => void;
  readonly openSample: (name: SampleName) => void;
  /** Opens or imports files the user chose. */
  readonly openFiles: (files: readonly File[]) => void;
  readonly importText: () => void;
  readonly duplicate: (map: MapSummary) => void;
  readonly exportFile: (map: MapSummary) => void;
  /** Saves the pieces of a damaged map as they are stored. */
  readonly exportPieces: (map: MapSummary) => void;
  readonly remove: (map: MapSummary) => void;
}

/** The maps of this device, live across tabs; null while they are read for the first time. */
function useMaps(): StoreResult<readonly MapSummary[]> | null {
  const { store } = useServices();
  const [maps, setMaps] = useState<StoreResult<readonly MapSummary[]> | null>(null);
  useEffect(() => store.observeMaps(setMaps), [store]);
  return maps;
}

const minuteMs = 60_000;

/** The time, told anew every minute, for “5 minutes ago”. */
function useNow(): number {
  const { entropy } = useServices();
  const [now, setNow] = useState(() => entropy.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(entropy.now()), minuteMs);
    return () => clearInterval(timer);
  }, [entropy]);
  return now;
}

/** The home screen: every map on this device, and the ways to a new one. */
export function HomePage({ actions }: { readonly actions: HomeActions }) {
  const maps = useMaps();
  useEffect(() => {
    document.title = 'Throughline';
  }, []);
  return (
    <div className="home">
      <header className="home-header">
        <span className="home-mark">
          <LogoMark /> Throughline
        </span>
        <Menu
          trigger={<IconButton label={t('app.menu.label')} icon={MoreHorizontal} />}
          entries={[themeEntries(), languageEntries(async () => {})]}
          align="end"
        />
      </header>
      <main className="home-main">
        {maps === null && <p className="quiet-text">{t('app.home.loading')}</p>}
        {maps?.ok === false && (
          <ErrorBanner
            title={t('app.home.storageProblem')}
            action={
              <Button size="s" onClick={() => location.reload()}>
                {t('app.retry')}
              </Button>
            }
          >
            {t('app.home.storageProblem.text', { why: storageText(maps.reason).text })}
          </ErrorBanner>
        )}
        {maps && <MapList maps={maps.ok ? maps.value : []} actions={actions} />}
      </main>
    </div>
  );
}

function MapList({ maps, actions }: { readonly maps: readonly MapSummary[]; readonly actions: HomeActions }) {
  const [query, setQuery] = useState('');
  const now = useNow();
  const alive = maps.filter(({ deletedAt }) => deletedAt === null);
  const deleted = maps.filter(({ deletedAt }) => deletedAt !== null);
  const wanted = query.trim().toLocaleLowerCase();
  const shown = alive.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
  return (
    <>
      {alive.length === 0 ? (
        <EmptyState
          icon={MapIcon}
          title={t('app.home.empty.title')}
          text={t('app.home.empty.text')}
          headingLevel={1}
          action={<StartButtons actions={actions} />}
        />
      ) : (
        <>
          <div className="home-title-row">
            <h1>{t('app.home.title')}</h1>
            {alive.length > 6 && (
              <TextField
                label={t('app.home.search')}
                hideLabel
                icon={Search}
                type="search"
                placeholder={t('app.home.search')}
                value={query}
                onChange={setQuery}
              />
            )}
            <StartButtons actions={actions} />
          </div>
          {shown.length === 0 && <p className="quiet-text">{t('app.home.noMatch', { query })}</p>}
          <ul className="map-grid">
            {shown.map((map) => (
              <MapCard key={map.id} map={map} now={now} actions={actions} />
            ))}
          </ul>
        </>
      )}
      <Samples onOpen={actions.openSample} />
      {deleted.length > 0 && <DeletedMaps maps={deleted} />}
    </>
  );
}

function StartButtons({ actions }: { readonly actions: HomeActions }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <span className="home-start">
      <Button icon={Upload} onClick={() => picker.current?.click()}>
        {t('app.home.import')}
      </Button>
      <Button variant="primary" icon={FilePlus2} onClick={actions.newMap}>
        {t('app.home.new')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-testid="home-file-input"
        onChange={(event) => {
          actions.openFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </span>
  );
}

function Samples({ onOpen }: { readonly onOpen: (name: SampleName) => void }) {
  return (
    <section aria-labelledby="samples-title">
      <h2 id="samples-title">{t('app.home.samples')}</h2>
      <ul className="sample-list">
        {sampleNames.map((name) => (
          <li key={name}>
            <button type="button" className="sample" onClick={() => onOpen(name)}>
              <SamplePicture name={name} />
              <strong>{t(`app.home.sample.${name}`)}</strong>
              <span className="quiet-text">{t(`app.home.sample.${name}.text`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SamplePicture({ name }: { readonly name: SampleName }) {
  const { entropy } = useServices();
  const [picture, setPicture] = useState('');
  useEffect(() => {
    let isGone = false;
    void samplePicture(name, entropy).then((drawn) => {
      if (!isGone) setPicture(drawn);
    });
    return () => {
      isGone = true;
    };
  }, [name, entropy]);
  return <MapPicture svg={picture} emptyText="" />;
}
