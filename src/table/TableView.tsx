import { Rows3, SearchX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useDerived } from '../store/derived';
import { useJourney, useMirror, useOpenMap, useSession, useView } from '../store/openMap';
import { changeSettings, plainSettings, tableStoreOf, useTableStore } from '../store/tableStore';
import { announcements } from '../ui/announcements';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { t } from '../ui/i18n/t';
import { PointMenu } from '../ui/PointMenu';
import { useNoticeRoom } from '../ui/useNoticeRoom';
import { fittingWidth, settingWidth } from './grid/columnWidths';
import { FilterDialog } from './FilterDialog';
import { Grid } from './grid/Grid';
import { isEmptySource } from './grid/gridSource';
import type { CellPlace, GridView } from './grid/gridView';
import { textMeasure } from './measureText';
import { SheetTabs } from './SheetTabs';
import { TableStatus } from './TableStatus';
import { TableToolbar } from './TableToolbar';
import { cellMenu, columnMenu } from './tableMenus';
import { createTableModel, type TableModel } from './tableModel';
import { isTableName, tableGroups, type TableName } from './tableSource';
import { useSharedSelection } from './useSharedSelection';
import { useTableIntents } from './useTableIntents';
import './table.css';

/** What is open over the grid. */
export type Overlay =
  | { readonly kind: 'column'; readonly column: string; readonly point: { x: number; y: number } }
  | { readonly kind: 'cell'; readonly point: { x: number; y: number } };

/** The tabs and the line that says what is wrong with a cell, CSS pixels. */
const footHeight = 76;

/** The map as sheets, matrices and records. Lives inside an `OpenMapContext` and fills its parent. */
export function TableView() {
  const sheet = useTableStore((state) => state.sheet);
  const name: TableName = isTableName(sheet) ? sheet : 'touchpoints';
  useNoticeRoom(footHeight);
  return (
    <section className="table-view" aria-label={t('table.label')}>
      <OneTable key={name} name={name} />
      <SheetTabs current={name} />
    </section>
  );
}

function OneTable({ name }: { readonly name: TableName }) {
  const openMap = useOpenMap();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const focusGrid = useCallback((): void => {
    requestAnimationFrame(() => focusedCell()?.focus());
  }, []);
  const [filtering, setFiltering] = useState<string | null>(null);
  const model = useMemo(
    () =>
      createTableModel(openMap, name, {
        openColumnMenu: (column) => setOverlay({ kind: 'column', column, point: focusedPoint() }),
        openCellMenu: () => setOverlay({ kind: 'cell', point: focusedPoint() }),
        pageRows: () => Math.max(1, Math.floor((bodyOf()?.clientHeight ?? 400) / 34) - 2),
      }),
    [openMap, name],
  );
  const view = useLiveView(model);
  const settings = model.settings();
  const isReadOnly = useMirror((mirror) => mirror.readOnly);
  const peers = usePeers();
  const matching = useView((state) => state.matching);
  useSharedSelection(model);
  useTableIntents(model, focusGrid);
  useEditingPresence(model);
  // Whoever opens a table can work in it at once; the canvas that had the keyboard may be gone.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      // By now somebody may be typing in a cell already.
      if (document.activeElement === document.body) focusedCell()?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const store = tableStoreOf(openMap.mirror);
  const isAllHidden = view.source.rows.length > 0 && view.rows.every(({ kind }) => kind === 'new');
  const close = (): void => {
    setOverlay(null);
    focusGrid();
  };
  const setWidth = (column: string, widthPx: number): void =>
    changeSettings(store, name, settingWidth(settings, column, widthPx));
  const fit = (column: string): void => {
    const cell = bodyOf()?.querySelector(`.grid-cell[data-column="${CSS.escape(column)}"]`);
    setWidth(column, fittingWidth(view, column, textMeasure(cell ?? null)));
  };
  const menuParts = { openMap, model, view, settings, onFilter: setFiltering, onFit: fit };
  return (
    <>
      <TableToolbar
        model={model}
        view={view}
        settings={settings}
        isReadOnly={isReadOnly}
        onFilter={setFiltering}
      />
      <div className="table-body">
        {isEmptySource(view.source) ? (
          <NothingYet name={name} />
        ) : (
          <Grid
            view={view}
            controller={model.controller}
            settings={settings}
            canEdit={!isReadOnly && name !== 'processing'}
            peers={peers}
            matching={matching}
            onWidth={setWidth}
            onFit={fit}
            onCopied={(texts) => {
              const count = texts.reduce((sum, row) => sum + row.length, 0);
              announcements.announce(t('table.said.copied', { count }));
            }}
          />
        )}
        {isAllHidden && (
          <div className="table-nothing">
            <EmptyState
              icon={SearchX}
              headingLevel={2}
              title={t('table.nothing.title')}
              text={t('table.nothing.text')}
              action={
                <Button
                  onClick={() => changeSettings(store, name, { query: '', filters: plainSettings.filters })}
                >
                  {t('table.tool.clearAll')}
                </Button>
              }
            />
          </div>
        )}
      </div>
      <TableStatus model={model} view={view} />
      <PointMenu
        point={overlay?.point ?? null}
        label={
          overlay?.kind === 'column'
            ? t('table.menu.column', { column: labelOf(view, overlay.column) })
            : t('table.menu.cell')
        }
        entries={
          overlay === null
            ? []
            : overlay.kind === 'column'
              ? columnMenu(menuParts, overlay.column)
              : cellMenu(menuParts)
        }
        onClose={close}
      />
      {filtering !== null && (
        <FilterDialog
          name={name}
          column={filtering}
          label={labelOf(view, filtering)}
          onClose={() => {
            setFiltering(null);
            focusGrid();
          }}
        />
      )}
    </>
  );
}

function labelOf(view: GridView, column: string): string {
  return view.source.columns.find(({ id }) => id === column)?.label ?? '';
}

function bodyOf(): HTMLElement | null {
  return document.querySelector('.table-body');
}

function focusedCell(): HTMLElement | null {
  return bodyOf()?.querySelector('[data-focus="true"]') ?? null;
}

/** Below the cell that has the focus. */
function focusedPoint(): { x: number; y: number } {
  const cell = focusedCell()?.getBoundingClientRect();
  return cell ? { x: cell.left + 8, y: cell.bottom } : { x: 100, y: 100 };
}

/** The table's view, drawn again whenever anything it is made of changed. */
function useLiveView(model: TableModel): GridView {
  useJourney((journey) => journey);
  useMirror((mirror) => mirror.readOnly);
  useDerived((derived) => derived.analysis);
  useTableStore((table) => table);
  useSyncExternalStore(
    (listener) => model.controller.subscribe(listener),
    () => model.controller.state.open,
  );
  return model.view();
}

/** Names of others by the record they have selected. */
function usePeers(): ReadonlyMap<string, readonly string[]> {
  const peers = useSession((session) => session.peers);
  return useMemo(() => {
    const byRecord = new Map<string, string[]>();
    for (const { name, selection } of peers) {
      for (const id of selection) byRecord.set(id, [...(byRecord.get(id) ?? []), name]);
    }
    return byRecord;
  }, [peers]);
}

/** Tells the others which record one is typing in. */
function useEditingPresence(model: TableModel): void {
  const { presence } = useOpenMap();
  useEffect(() => {
    const tell = (): void => presence.editing(editedRecord(model, model.controller.state.open));
    const stop = model.controller.subscribe(tell);
    return () => {
      stop();
      presence.editing(null);
    };
  }, [model, presence]);
}

function editedRecord(model: TableModel, open: CellPlace | null): string | null {
  if (!open) return null;
  const view = model.view();
  return view.rows[view.rowIndex.get(open.row) ?? -1]?.record?.id ?? null;
}

function NothingYet({ name }: { readonly name: TableName }) {
  const isPlain = tableGroups.sheets.some((sheet) => sheet === name);
  return (
    <div className="table-nothing">
      <EmptyState
        icon={Rows3}
        headingLevel={2}
        title={t('table.none.title')}
        text={isPlain ? '' : t(`table.none.${name}` as 'table.none.raci')}
      />
    </div>
  );
}
