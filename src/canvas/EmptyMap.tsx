import { Route } from 'lucide-react';
import { useJourney, useMirror, useOpenMap, useView } from '../store/openMap';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { t } from '../ui/i18n/t';
import { startNextTouchpoint } from './editing/touchpointChain';
import './EmptyMap.css';

/** What an empty map says: how to begin, with a button that does. */
export function EmptyMap() {
  const openMap = useOpenMap();
  const isEmpty = useJourney(
    ({ touchpoints, systems, stages, notes }) =>
      touchpoints.all.length + systems.all.length + stages.all.length + notes.all.length === 0,
  );
  const isEditing = useView((view) => view.editing !== null);
  const readOnly = useMirror((state) => state.readOnly);
  if (!isEmpty || isEditing || readOnly) return null;
  return (
    <div className="empty-map">
      <EmptyState
        icon={Route}
        title={t('canvas.emptyTitle')}
        text={t('canvas.emptyText')}
        action={
          <>
            <Button variant="primary" onClick={() => startNextTouchpoint(openMap, null)}>
              {t('canvas.emptyFirst')}
            </Button>
            <Button onClick={() => openMap.view.setState({ tool: 'stage' })}>{t('canvas.emptyStage')}</Button>
          </>
        }
      />
    </div>
  );
}
