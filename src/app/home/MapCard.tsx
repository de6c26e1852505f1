import {
  Check,
  CloudOff,
  Copy,
  Download,
  HardDrive,
  MoreHorizontal,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import type { MapSummary } from '../../sync/mapSummary';
import { IconButton } from '../../ui/IconButton';
import { t } from '../../ui/i18n/t';
import { Menu } from '../../ui/Menu';
import { mapPath, navigate } from '../route';
import { formatAgo } from '../../ui/i18n/format';
import type { HomeActions } from './HomePage';
import { MapPicture } from './MapPicture';

interface MapCardProps {
  readonly map: MapSummary;
  /** The time, ms since 1970. */
  readonly now: number;
  readonly actions: HomeActions;
}

/** One map on the home screen: picture, title, when and by whom it was changed, and whether that is safe elsewhere. */
export function MapCard({ map, now, actions }: MapCardProps) {
  const title = map.title === '' ? t('app.map.untitled') : map.title;
  const when = formatAgo(map.changedAt, now);
  return (
    <li className="map-card">
      <a
        href={mapPath(map.id)}
        className="map-card-link"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          navigate(mapPath(map.id));
        }}
      >
        <MapPicture svg={map.thumbnail} emptyText={t('app.home.noPicture')} />
        <span className="visually-hidden">{t('app.home.open', { title })}</span>
        <span className="map-card-title" aria-hidden>
          {title}
        </span>
        <span className="map-card-changed">
          {map.changedBy === null
            ? t('app.home.changed', { when })
            : t('app.home.changedBy', { when, who: map.changedBy })}
        </span>
        <MapState map={map} />
        {map.damaged > 0 && (
          <span className="map-card-state">
            <TriangleAlert size={13} aria-hidden /> {t('app.home.damaged', { count: map.damaged })}
          </span>
        )}
      </a>
      <span className="map-card-menu">
        <Menu
          trigger={<IconButton label={t('app.home.actions', { title })} icon={MoreHorizontal} />}
          align="end"
          entries={[
            {
              id: 'copy',
              label: t('app.home.duplicate'),
              icon: Copy,
              onSelect: () => actions.duplicate(map),
            },
            {
              id: 'export',
              label: t('app.home.export'),
              icon: Download,
              onSelect: () => actions.exportFile(map),
            },
            ...(map.damaged > 0
              ? [
                  {
                    id: 'pieces',
                    label: t('app.home.exportPieces'),
                    icon: Download,
                    onSelect: () => actions.exportPieces(map),
                  },
                ]
              : []),
            { type: 'separator', id: 'rule' },
            {
              id: 'delete',
              label: t('app.home.delete'),
              icon: Trash2,
              danger: true,
              onSelect: () => actions.remove(map),
            },
          ]}
        />
      </span>
    </li>
  );
}

function MapState({ map }: { readonly map: MapSummary }) {
  if (!map.shared) {
    return (
      <span className="map-card-state">
        <HardDrive size={13} aria-hidden /> {t('app.home.state.here')}
      </span>
    );
  }
  return map.waiting > 0 ? (
    <span className="map-card-state">
      <CloudOff size={13} aria-hidden /> {t('app.home.state.waiting')}
    </span>
  ) : (
    <span className="map-card-state">
      <Check size={13} aria-hidden /> {t('app.home.state.saved')}
    </span>
  );
}
