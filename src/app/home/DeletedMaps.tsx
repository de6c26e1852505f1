import { RotateCcw } from 'lucide-react';
import { restorableMs } from '../../sync/localStore';
import type { MapSummary } from '../../sync/mapSummary';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import { useServices } from '../services';

const dayMs = 24 * 60 * 60 * 1000;

/** Maps deleted on this device that can still be brought back. */
export function DeletedMaps({ maps }: { readonly maps: readonly MapSummary[] }) {
  const { store, entropy } = useServices();
  return (
    <details className="deleted-maps">
      <summary>
        {t('app.home.deletedTitle')} ({maps.length})
      </summary>
      <p className="quiet-text">{t('app.home.deletedText')}</p>
      <ul>
        {maps.map((map) => {
          const left = Math.max(0, Math.ceil(((map.deletedAt ?? 0) + restorableMs - entropy.now()) / dayMs));
          return (
            <li key={map.id}>
              <span className="deleted-title">{map.title === '' ? t('app.map.untitled') : map.title}</span>
              <span className="quiet-text">{t('app.home.daysLeft', { count: left })}</span>
              <Button size="s" icon={RotateCcw} onClick={() => void store.restoreMap(map.id)}>
                {t('app.home.restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
