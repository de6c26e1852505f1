import { useMemo } from 'react';
import { MapPinOff } from 'lucide-react';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { t } from '../ui/i18n/t';
import { ErrorScreen } from './ErrorScreen';
import { fetchMapPage, MapRoute } from './MapRoute';
import { Home } from './home/Home';
import { navigate, parseRoute, usePath } from './route';

// The canvas is the heavy part: whoever opens a map by its address gets it on the way at once.
if (parseRoute(location.pathname).page === 'map') void fetchMapPage().catch(() => undefined);

/** The page the address asks for. */
export function App() {
  const path = usePath();
  const route = useMemo(() => parseRoute(path), [path]);
  return (
    <ErrorScreen onExport={undefined}>
      {route.page === 'home' && <Home />}
      {route.page === 'map' && <MapRoute mapId={route.mapId} />}
      {route.page === 'unknown' && (
        <main className="page-message">
          <EmptyState
            icon={MapPinOff}
            headingLevel={1}
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
