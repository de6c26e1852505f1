import { Filter } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { keysOf } from '../../commands/intents';
import { useView } from '../../store/openMap';
import { IconButton } from '../../ui/IconButton';
import { t } from '../../ui/i18n/t';
import { Popover } from '../../ui/Popover';
import { Spinner } from '../../ui/Spinner';

const FilterPanel = lazy(() =>
  import('../../panels/filter/FilterPanel').then((module) => ({ default: module.FilterPanel })),
);
const FilterBar = lazy(() =>
  import('../../panels/filter/FilterBar').then((module) => ({ default: module.FilterBar })),
);

export interface FilterButtonProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The way to the filter and the map's views, in the top bar. */
export function FilterButton({ open, onOpenChange }: FilterButtonProps) {
  const isFiltered = useView((view) => view.filter.length > 0);
  return (
    <Popover
      title={t('filter.button')}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton
          label={t('filter.button')}
          icon={Filter}
          shortcut={keysOf('filter.open')[0]}
          data-active={isFiltered || undefined}
        />
      }
    >
      <Suspense fallback={<Spinner />}>
        <FilterPanel />
      </Suspense>
    </Popover>
  );
}

/** What the map is filtered by, as a row under the top bar; nothing while it is not. */
export function FilterRow({ onEdit }: { readonly onEdit: () => void }) {
  const isFiltered = useView((view) => view.filter.length > 0);
  return (
    isFiltered && (
      <Suspense>
        <FilterBar onEdit={onEdit} />
      </Suspense>
    )
  );
}
