import { duplicateRecords } from '../commands/duplicateRecords';
import { restoreRecords } from '../commands/restoreRecords';
import { undo } from '../commands/undoRedo';
import type { OpenMap } from '../store/openMap';
import { changeSettings, settingsOf, tableStoreOf } from '../store/tableStore';
import { announcements } from '../ui/announcements';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';
import { sayPicturesLeft } from '../ui/pictures/sayPicturesLeft';
import type { GridHost } from './grid/gridController';
import type { CellEdit, GridJump, GridRow } from './grid/gridSource';
import type { CellPlace, GridView } from './grid/gridView';
import { settingWidth } from './grid/columnWidths';
import { refusedNotice, undoKept } from './edit/localSteps';
import type { Kind } from '../model/kinds';
import { ownName } from './cells/recordName';
import { hasSheet } from './sheets/sheets';

/** What only the page knows of a grid. */
export interface TablePage {
  readonly view: () => GridView;
  readonly keep: (rows: Iterable<string>) => void;
  readonly openColumnMenu: (column: string) => void;
  readonly openCellMenu: (place: CellPlace) => void;
  readonly pageRows: () => number;
}

/** What the grid of an open map's table does to the map, to the view and to those who listen. */
export function tableHost(openMap: OpenMap, page: TablePage): GridHost {
  const store = tableStoreOf(openMap.mirror);
  return {
    view: page.view,
    openColumnMenu: page.openColumnMenu,
    openCellMenu: page.openCellMenu,
    pageRows: page.pageRows,
    edit: (edits) => {
      page.keep(edits.map(({ row }) => row));
      offerGone(openMap, page, edits);
      const { rows, refused } = page.view().source.edit(edits);
      page.keep(rows.values());
      if (refused > 0) {
        notices.show({
          id: refusedNotice,
          text: t('table.said.refused', { count: refused }),
          tone: 'late',
        });
      }
      return rows;
    },
    duplicate: (rows) => duplicate(openMap, page, rows),
    jump: (to) => jumpTo(openMap, to),
    toggleGroup: (text) => {
      const { source } = page.view();
      const { folded } = settingsOf(store.getState(), source.id);
      const next = folded.includes(text) ? folded.filter((one) => one !== text) : [...folded, text];
      changeSettings(store, source.id, { folded: next });
    },
    widen: (column, byPx) => {
      const { source, columns, columnIndex } = page.view();
      const { widthPx = 0, label = '' } = columns[columnIndex.get(column) ?? -1] ?? {};
      const settings = settingsOf(store.getState(), source.id);
      const next = settingWidth(settings, column, widthPx + byPx);
      changeSettings(store, source.id, next);
      announcements.announce(t('table.said.width', { column: label, count: next.widths[column] ?? 0 }));
    },
    say: (what, count) => {
      const text = t(`table.said.${what}`, { count });
      announcements.announce(text);
      // Whoever deletes many at once sees that it happened, and the way back.
      if (what === 'deleted' && count > 1) {
        const action = { label: t('ui.undo'), onSelect: () => undo.run(openMap) };
        notices.show({ id: 'table-deleted', text, action, isSaid: true });
      }
    },
    undoKept: () => undoKept(openMap),
    sayLocked: () => notices.show({ id: 'table-locked', text: t('table.said.locked'), tone: 'late' }),
  };
}

/** Says that what was written in was deleted meanwhile, and offers to bring it back with what was written (TBL-8). */
function offerGone(openMap: OpenMap, { view }: TablePage, edits: readonly CellEdit[]): void {
  const kind = view().source.id as Kind;
  if (!hasSheet(kind)) return;
  const { tables } = openMap.journey();
  const gone = edits.map(({ row }) => tables[kind].get(row)).find((one) => (one?.deletedAt ?? null) !== null);
  if (!gone) return;
  const record = { kind, id: gone.id };
  const restore = (): void => {
    if (restoreRecords.run(openMap, { records: [record] }).ok) view().source.edit(edits);
    else notices.show({ id: 'table-locked', text: t('table.said.locked'), tone: 'late' });
  };
  notices.show({
    id: 'table-gone',
    text: t('table.said.gone', { name: ownName(gone) || t('table.unnamed') }),
    tone: 'late',
    stays: true,
    action: { label: t('table.said.restore'), onSelect: restore },
  });
}

function duplicate(openMap: OpenMap, page: TablePage, rows: readonly GridRow[]): void {
  const records = rows.flatMap(({ record }) => record ?? []);
  const made = duplicateRecords.run(openMap, { records, by: { at: 0.4, offset: 1 } });
  if (!made.ok) return;
  const { copies, picturesLeft } = made.value;
  page.keep(copies.map(({ id }) => id));
  openMap.view.setState({ selection: copies });
  sayPicturesLeft(picturesLeft);
}

/** Goes to the row of a record, and the cell of a field of it, in the sheet of its kind. */
export function jumpTo(openMap: OpenMap, { record, field }: GridJump): void {
  if (!hasSheet(record.kind)) {
    openMap.view.setState({ selection: [record], inspectorOpen: true });
    return;
  }
  const store = tableStoreOf(openMap.mirror);
  // What the sheet hides now must not hide what was asked for.
  changeSettings(store, record.kind, { query: '', filters: [] });
  const { hidden } = settingsOf(store.getState(), record.kind);
  if (field !== null) changeSettings(store, record.kind, { hidden: hidden.filter((one) => one !== field) });
  store.setState({ sheet: record.kind, goTo: { record, field, withKeyboard: true } });
}
