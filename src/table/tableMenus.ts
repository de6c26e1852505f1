import {
  ArrowDownAZ,
  ArrowDownToLine,
  ArrowRight,
  ArrowUpAZ,
  ClipboardPaste,
  Copy,
  EyeOff,
  Filter,
  FoldHorizontal,
  Group,
  MoveHorizontal,
  Pencil,
  Plus,
  Scissors,
  Trash2,
  UnfoldHorizontal,
  X,
} from 'lucide-react';
import type { OpenMap } from '../store/openMap';
import { changeSettings, tableStoreOf, type SheetSettings } from '../store/tableStore';
import { announcements } from '../ui/announcements';
import { t } from '../ui/i18n/t';
import type { MenuEntry } from '../ui/menuEntries';
import { recordName } from './cells/recordName';
import { copyTable, cutCells, pasteTexts } from './copyTable';
import { headerRowId } from './grid/gridSource';
import { placeIn, readCell, type GridView } from './grid/gridView';
import { jumpTo } from './tableHost';
import type { TableModel } from './tableModel';

/** What the menus work on. */
export interface MenuParts {
  readonly openMap: OpenMap;
  readonly model: TableModel;
  readonly view: GridView;
  readonly settings: SheetSettings;
  readonly onFilter: (column: string) => void;
  /** Makes a column as wide as what is in it. */
  readonly onFit: (column: string) => void;
}

/** What can be done with a column. */
export function columnMenu(parts: MenuParts, column: string): readonly MenuEntry[] {
  const { openMap, model, view, settings, onFilter, onFit } = parts;
  const store = tableStoreOf(openMap.mirror);
  const label = view.source.columns.find(({ id }) => id === column)?.label ?? '';
  const change = (next: Partial<SheetSettings>): void => changeSettings(store, model.name, next);
  const sort = (descending: boolean): void => {
    change({ sort: { column, descending } });
    announcements.announce(
      t(descending ? 'table.said.sortedDown' : 'table.said.sortedUp', { column: label }),
    );
  };
  const isFirst = view.columns[0]?.id === column;
  return [
    { id: 'up', label: t('table.menu.sortUp'), icon: ArrowUpAZ, onSelect: () => sort(false) },
    { id: 'down', label: t('table.menu.sortDown'), icon: ArrowDownAZ, onSelect: () => sort(true) },
    ...(settings.sort === null
      ? []
      : [{ id: 'natural', label: t('table.menu.sortNot'), icon: X, onSelect: () => change({ sort: null }) }]),
    { type: 'separator', id: 'rule-1' },
    { id: 'filter', label: t('table.menu.filter'), icon: Filter, onSelect: () => onFilter(column) },
    settings.group === column
      ? { id: 'group', label: t('table.menu.ungroup'), icon: Group, onSelect: () => change({ group: null }) }
      : {
          id: 'group',
          label: t('table.menu.group'),
          icon: Group,
          onSelect: () => change({ group: column, folded: [] }),
        },
    {
      id: 'hide',
      label: t('table.menu.hide'),
      icon: EyeOff,
      disabled: isFirst,
      onSelect: () => change({ hidden: [...settings.hidden, column] }),
    },
    { type: 'separator', id: 'rule-width' },
    ...widthEntries(parts, column, onFit),
  ];
}

/** How wide a column is: what a pointer does at the edge of its name. */
function widthEntries(
  { model: { controller } }: MenuParts,
  column: string,
  onFit: (column: string) => void,
): readonly MenuEntry[] {
  const press = (key: string): void => {
    controller.goTo({ row: headerRowId, column });
    controller.key(key, null);
  };
  const [wider, narrower] = ['Alt+ArrowRight', 'Alt+ArrowLeft'] as const;
  return [
    { id: 'fit', label: t('table.menu.fit'), icon: MoveHorizontal, onSelect: () => onFit(column) },
    {
      id: 'wider',
      label: t('table.menu.wider'),
      icon: UnfoldHorizontal,
      shortcut: wider,
      onSelect: () => press(wider),
    },
    {
      id: 'narrower',
      label: t('table.menu.narrower'),
      icon: FoldHorizontal,
      shortcut: narrower,
      onSelect: () => press(narrower),
    },
  ];
}

/** What can be done with the cells and rows that are selected. */
export function cellMenu(parts: MenuParts): readonly MenuEntry[] {
  const { openMap, model, view } = parts;
  const { controller } = model;
  const { focus } = controller.state;
  const at = placeIn(view, focus);
  const cell = at && readCell(view, at.row, at.column);
  const canEdit = cell?.canEdit === true;
  const rows = controller.selectedRows;
  const canRemove = view.source.removeRows !== null && rows.length > 0;
  const jump = cell?.jump;
  return [
    {
      id: 'edit',
      label: t('table.menu.edit'),
      icon: Pencil,
      shortcut: 'F2',
      disabled: !canEdit,
      onSelect: () => void setTimeout(() => controller.key('Enter', null)),
    },
    ...(jump
      ? [
          {
            id: 'go',
            label: t('table.menu.goTo', { name: recordName(openMap.journey(), jump.record.id) }),
            icon: ArrowRight,
            shortcut: 'Alt+Enter',
            onSelect: () => jumpTo(openMap, jump),
          },
        ]
      : []),
    {
      id: 'cut',
      label: t('table.menu.cut'),
      icon: Scissors,
      shortcut: 'Mod+X',
      disabled: !canEdit,
      onSelect: () => void cutCells(controller),
    },
    {
      id: 'copy',
      label: t('table.menu.copy'),
      icon: Copy,
      shortcut: 'Mod+C',
      onSelect: () => void copyTable(controller.copy(), null),
    },
    {
      id: 'paste',
      label: t('table.menu.paste'),
      icon: ClipboardPaste,
      shortcut: 'Mod+V',
      disabled: !canEdit,
      onSelect: () => void pasteTexts(controller),
    },
    {
      id: 'fill',
      label: t('table.menu.fillDown'),
      icon: ArrowDownToLine,
      shortcut: 'Mod+D',
      disabled: !canEdit,
      onSelect: () => controller.fillDown(),
    },
    {
      id: 'clear',
      label: t('table.menu.clear'),
      icon: X,
      shortcut: 'Delete',
      disabled: !canEdit,
      onSelect: () => controller.clear(),
    },
    { type: 'separator', id: 'rule-rows' },
    {
      id: 'new',
      label: t('table.menu.newRow'),
      icon: Plus,
      shortcut: 'Mod+Enter',
      disabled: view.source.newLabel === null,
      onSelect: () => void setTimeout(() => controller.startNewRow()),
    },
    {
      id: 'duplicate',
      label: t('table.menu.duplicate', { count: rows.length }),
      icon: Copy,
      shortcut: 'Mod+Shift+D',
      disabled: !canRemove,
      onSelect: () => controller.duplicateRows(),
    },
    {
      id: 'delete',
      label: t('table.menu.deleteRows', { count: rows.length }),
      icon: Trash2,
      shortcut: 'Mod+Backspace',
      danger: true,
      disabled: !canRemove,
      onSelect: () => controller.removeRows(),
    },
    { type: 'separator', id: 'rule-column' },
    {
      type: 'submenu',
      id: 'column',
      label: t('table.menu.column', { column: at ? (view.columns[at.column]?.label ?? '') : '' }),
      entries: columnMenu(parts, focus.column),
    },
  ];
}
