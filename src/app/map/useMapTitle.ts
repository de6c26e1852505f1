import { useEffect } from 'react';
import { useJourney } from '../../store/openMap';
import { t } from '../../ui/i18n/t';

/** Shows the map's title in the browser's tab. */
export function useMapTitle(): void {
  const title = useJourney((journey) => journey.map.title);
  useEffect(() => {
    document.title = `${title === '' ? t('app.map.untitled') : title} · Throughline`;
  }, [title]);
}
