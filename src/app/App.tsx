import { useMemo } from 'react';
import { MapPinOff } from 'lucide-react';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { t } from '../ui/i18n/t';
import { ErrorScreen } from './ErrorScreen';
import { Home } from './home/Home';
import { MapPage } from './map/MapPage';
import { navigate, parseRoute, usePath } from './route';

/** The page the address asks for. */
export function App() {
  const path = usePath();
  const route = useMemo(() => parseRoute(path), [path]);
  return (
    <ErrorScreen onExport={undefined}>
      {route.page === 'home' && <Home />}
      {route.page === 'map' && <MapPage key={route.mapId} mapId={route.mapId} />}
      {route.page === 'unknown' && (
        <main className="page-message">
          <EmptyState
            icon={MapPinOff}
            title={t('app.page.notFound.title')}
            text={t('app.page.notFound.text')}
            action={
              <Button variant="primary" onClick={() => navigate('/')}>
                {t('app.home')}
              </Button>
            }
          />
        </main>
      )}
    </ErrorScreen>
  );
}
