import { Filter } from 'lucide-react';
import { useRef, type FocusEvent } from 'react';
import { keysOf } from '../../commands/intents';
import { useView } from '../../store/openMap';
import { IconButton } from '../../ui/IconButton';
import { onDemand } from '../../ui/onDemand';
import { t } from '../../ui/i18n/t';
import { Popover } from '../../ui/Popover';
import { Spinner } from '../../ui/Spinner';

const FilterPanel = onDemand(
  async () => (await import('../../panels/filter/FilterPanel')).FilterPanel,
  Spinner,
);
const FilterBar = onDemand(async () => (await import('../../panels/filter/FilterBar')).FilterBar);

export interface FilterButtonProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The way to the filter and the map's views, in the top bar. */
export function FilterButton({ open, onOpenChange }: FilterButtonProps) {
  const isFiltered = useView((view) => view.filter.length > 0);
  const start = useRef<HTMLDivElement>(null);
  return (
    <Popover
      title={t('filter.button')}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={start}
      trigger={
        <IconButton
          label={t('filter.button')}
          icon={Filter}
          shortcut={keysOf('filter.open')[0]}
          data-active={isFiltered || undefined}
        />
      }
    >
      {/* Holds the keyboard until the panel is there, which takes it to its first field. */}
      <div ref={start} tabIndex={-1} className="filter-start" onFocus={passOn}>
        <FilterPanel />
      </div>
    </Popover>
  );
}

/** Once the panel is there, the keyboard goes to what adds a condition: the last choice in it. */
function passOn({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target === currentTarget) [...currentTarget.querySelectorAll('select')].at(-1)?.focus();
}

/** What the map is filtered by, as a row under the top bar; nothing while it is not. */
export function FilterRow({ onEdit }: { readonly onEdit: () => void }) {
  const isFiltered = useView((view) => view.filter.length > 0);
  return isFiltered && <FilterBar onEdit={onEdit} />;
}
