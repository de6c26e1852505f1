import { useMemo, useState } from 'react';
import { importBundle } from '../../commands/importBundle';
import { undo } from '../../commands/undoRedo';
import {
  guessMapping,
  pasteTable,
  rowsOf,
  tableColumns,
  tableTargets,
  type TableColumn,
  type TableMapping,
  type TableTarget,
} from '../../interchange/clipboard/pasteTable';
import { useOpenMap } from '../../store/openMap';
import type { TablePaste } from '../../store/view';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import './pasting.css';

/** Rows that are shown of a table. */
const mostShown = 6;

/** A table on its way into the map: what its columns hold, the first rows, and what would be made of it. */
export function PasteTableDialog({
  paste,
  onClose,
}: {
  readonly paste: TablePaste;
  readonly onClose: () => void;
}) {
  const openMap = useOpenMap();
  const { rows } = paste;
  const [mapping, setMapping] = useState(() => guessMapping(rows));
  const count = useMemo(() => rowsOf(rows, mapping).length, [rows, mapping]);
  const [name] = tableColumns[mapping.target];

  const take = (): void => {
    if (count === 0) return;
    const pasted = pasteTable(rows, mapping, paste, openMap.journey(), openMap.document.entropy);
    const done = importBundle.run(openMap, { bundle: pasted.bundle, mapFields: false });
    onClose();
    if (!done.ok) {
      notices.show({ text: t('clipboard.refused.read-only'), tone: 'late' });
      return;
    }
    const [first] = pasted.selected;
    openMap.view.setState({
      selection: pasted.selected,
      ...(first ? { cameraRequest: { kind: 'record', record: first } } : {}),
    });
    const made = t('clipboard.table.made', { count: pasted.rows });
    const left = pasted.notUnderstood;
    notices.show({
      text: left > 0 ? `${made}. ${t('clipboard.table.notUnderstood', { count: left })}` : made,
      action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
    });
  };

  return (
    <Dialog
      open
      size="l"
      title={t('clipboard.table.title')}
      description={t('clipboard.table.text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('clipboard.table.cancel')}</Button>
          <Button variant="primary" aria-disabled={count === 0} onClick={take}>
            {t(`clipboard.table.make.${mapping.target}`, { count })}
          </Button>
        </>
      }
    >
      <div className="pasting-how">
        <SegmentedControl
          label={t('clipboard.table.target')}
          options={tableTargets.map((target) => ({ value: target, label: t(`model.kind.${target}`) }))}
          value={mapping.target}
          onChange={(target) => setMapping(withTarget(mapping, target))}
        />
        <Checkbox
          label={t('clipboard.table.headings')}
          checked={mapping.hasHeadings}
          onChange={(hasHeadings) => setMapping({ ...mapping, hasHeadings })}
        />
      </div>
      {!mapping.columns.includes(name) && (
        <p className="pasting-problem" role="alert">
          {t('clipboard.table.needs')}
        </p>
      )}
      <Preview rows={rows} mapping={mapping} onChange={setMapping} />
    </Dialog>
  );
}

/** The mapping for other records: columns that both can have stay, the one with the name is the name of the others. */
function withTarget(mapping: TableMapping, target: TableTarget): TableMapping {
  const [name] = tableColumns[target];
  const [before] = tableColumns[mapping.target];
  const known = tableColumns[target] as readonly (TableColumn | null)[];
  const columns = mapping.columns.map((column) =>
    column === before ? name : known.includes(column) ? column : null,
  );
  return { ...mapping, target, columns };
}

/** The mapping with one column holding something; no two columns hold the same. */
function withColumn(mapping: TableMapping, at: number, column: TableColumn | null): TableMapping {
  const others = mapping.columns.map((one) => (one === column ? null : one));
  return { ...mapping, columns: others.with(at, column) };
}

interface PreviewProps {
  readonly rows: TablePaste['rows'];
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}

function Preview({ rows, mapping, onChange }: PreviewProps) {
  const { target, hasHeadings } = mapping;
  const columns = mapping.columns.map((holds, at) => ({ holds, at }));
  const body = rows.slice(hasHeadings ? 1 : 0).map((cells, at) => ({ cells, at }));
  const more = body.length - mostShown;
  return (
    // Scrolls sideways by itself, so it has to be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="pasting-preview" role="region" aria-label={t('clipboard.table.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ holds, at }) => (
              <th key={at} scope="col">
                <Select
                  label={t('clipboard.table.column', { number: at + 1 })}
                  hideLabel
                  emptyLabel={t('clipboard.table.ignored')}
                  options={tableColumns[target].map((one) => ({
                    value: one,
                    label: t(`clipboard.column.${one}`),
                  }))}
                  value={holds}
                  onChange={(next) => onChange(withColumn(mapping, at, next))}
                />
                {hasHeadings && <span className="pasting-heading">{rows[0]?.[at]}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.slice(0, mostShown).map((row) => (
            <tr key={row.at}>
              {columns.map(({ holds, at }) => (
                <td key={at} data-ignored={holds === null || undefined}>
                  {row.cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="pasting-more">{t('clipboard.table.more', { count: more })}</p>}
    </div>
  );
}
