import { Filter, X } from 'lucide-react';
import { statedConditions } from '../../store/look';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { t } from '../../ui/i18n/t';
import { conditionText } from './conditionOptions';
import './filter.css';

/** What the map is filtered by, under the top bar while it is: each condition, how much is left, the way out. */
export function FilterBar({ onEdit }: { readonly onEdit: () => void }) {
  const { view } = useOpenMap();
  const journey = useJourney((now) => now);
  const filter = useView((state) => state.filter);
  const filtered = useView((state) => state.filtered);
  const stated = statedConditions(filter);
  if (stated.length === 0) return null;
  const clear = (): void => {
    view.setState({ filter: [], appliedView: null });
    announcements.announce(t('filter.cleared'));
  };
  return (
    <section className="filter-bar" aria-label={t('filter.label')}>
      <Filter size={16} aria-hidden />
      <div className="filter-chips">
        {stated.map((condition) => (
          <Chip
            key={condition.field}
            name={conditionText(journey, condition)}
            onClick={onEdit}
            onRemove={() => view.setState({ filter: filter.filter((one) => one !== condition) })}
          >
            {conditionText(journey, condition)}
          </Chip>
        ))}
      </div>
      {filtered && (
        <span className="filter-count" role="status">
          {t('filter.count', { count: filtered.count, of: filtered.of })}
        </span>
      )}
      <Button size="s" variant="ghost" icon={X} onClick={clear}>
        {t('filter.clear')}
      </Button>
    </section>
  );
}
