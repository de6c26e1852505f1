import { Columns3, Copy, Download, Filter, Group, Plus, Redo2, Share, Undo2, X } from 'lucide-react';
import { redo, undo } from '../commands/undoRedo';
import { useMirror, useOpenMap } from '../store/openMap';
import { changeSettings, tableStoreOf, type ColumnFilter, type SheetSettings } from '../store/tableStore';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { t } from '../ui/i18n/t';
import { Menu } from '../ui/Menu';
import type { MenuEntry } from '../ui/menuEntries';
import { TextField } from '../ui/TextField';
import { canUndoKept, undoKept } from './edit/localSteps';
import { copyTable, downloadTable, textsOfView } from './copyTable';
import type { GridView } from './grid/gridView';
import type { TableModel } from './tableModel';

interface TableToolbarProps {
  readonly model: TableModel;
  readonly view: GridView;
  readonly settings: SheetSettings;
  readonly isReadOnly: boolean;
  readonly onFilter: (column: string) => void;
}

/** What one does with a table as a whole: search, columns, copy, new row, undo. */
export function TableToolbar({ model, view, settings, isReadOnly, onFilter }: TableToolbarProps) {
  const openMap = useOpenMap();
  const history = useMirror((mirror) => mirror.history);
  const change = (next: Partial<SheetSettings>): void =>
    changeSettings(tableStoreOf(openMap.mirror), model.name, next);
  return (
    <div className="table-toolbar">
      <div className="table-toolbar-line">
        {view.source.newLabel !== null && (
          <Button icon={Plus} size="s" disabled={isReadOnly} onClick={() => model.controller.startNewRow()}>
            {view.source.newLabel}
          </Button>
        )}
        <IconButton
          label={t('table.tool.undo')}
          icon={Undo2}
          shortcut="Mod+Z"
          disabled={history.undo === null && !canUndoKept(openMap)}
          onClick={() => void (undoKept(openMap) || undo.run(openMap))}
        />
        <IconButton
          label={t('table.tool.redo')}
          icon={Redo2}
          shortcut="Mod+Shift+Z"
          disabled={history.redo === null}
          onClick={() => void redo.run(openMap)}
        />
        <span className="table-toolbar-space" />
        <TextField
          className="table-search"
          label={t('table.tool.search')}
          hideLabel
          type="search"
          placeholder={t('table.tool.search')}
          value={settings.query}
          onChange={(query) => change({ query })}
        />
        <Menu
          align="end"
          trigger={<IconButton label={t('table.tool.columns')} icon={Columns3} />}
          entries={columnEntries(view, settings, change)}
        />
        <Menu
          align="end"
          trigger={<IconButton label={t('table.tool.export')} icon={Share} />}
          entries={[
            {
              id: 'copy',
              label: t('table.tool.copyAll'),
              icon: Copy,
              onSelect: () => {
                const { headers, rows } = textsOfView(model.view());
                void copyTable(rows, headers);
              },
            },
            {
              id: 'csv',
              label: t('table.tool.csv'),
              icon: Download,
              onSelect: () => downloadTable(model.view(), openMap.journey().map.title),
            },
          ]}
        />
      </div>
      <FilterChips view={view} settings={settings} change={change} onFilter={onFilter} />
    </div>
  );
}

function columnEntries(
  view: GridView,
  { hidden }: SheetSettings,
  change: (next: Partial<SheetSettings>) => void,
): readonly MenuEntry[] {
  return view.source.columns.slice(1).map(({ id, label }) => ({
    type: 'check',
    id,
    label,
    checked: !hidden.includes(id),
    onChange: (isShown) => change({ hidden: isShown ? hidden.filter((one) => one !== id) : [...hidden, id] }),
  }));
}

interface FilterChipsProps {
  readonly view: GridView;
  readonly settings: SheetSettings;
  readonly change: (next: Partial<SheetSettings>) => void;
  readonly onFilter: (column: string) => void;
}

function FilterChips({ view, settings, change, onFilter }: FilterChipsProps) {
  const { filters, group } = settings;
  if (filters.length === 0 && group === null) return null;
  const labelOf = (column: string): string =>
    view.source.columns.find(({ id }) => id === column)?.label ?? column;
  return (
    <ul className="table-chips" aria-label={t('table.tool.filters')}>
      {group !== null && (
        <li className="table-chip">
          <Group size={14} aria-hidden />
          <span>{t('table.group.chip', { column: labelOf(group) })}</span>
          <IconButton
            size="s"
            icon={X}
            label={t('table.group.remove', { column: labelOf(group) })}
            onClick={() => change({ group: null })}
          />
        </li>
      )}
      {filters.map((filter) => {
        const text = filterText(filter, labelOf(filter.column));
        return (
          <li key={filter.column} className="table-chip">
            <Filter size={14} aria-hidden />
            <button type="button" className="table-chip-text" onClick={() => onFilter(filter.column)}>
              {text}
            </button>
            <IconButton
              size="s"
              icon={X}
              label={t('table.filter.remove', { filter: text })}
              onClick={() => change({ filters: filters.filter((one) => one !== filter) })}
            />
          </li>
        );
      })}
    </ul>
  );
}

function filterText({ test, text }: ColumnFilter, column: string): string {
  switch (test) {
    case 'has':
      return t('table.filter.chip.has', { column, text });
    case 'is':
      return t('table.filter.chip.is', { column, text });
    case 'empty':
      return t('table.filter.chip.empty', { column });
    case 'filled':
      return t('table.filter.chip.filled', { column });
  }
}
