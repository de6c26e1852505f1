import { useState, type FormEvent } from 'react';
import { useOpenMap } from '../store/openMap';
import { changeSettings, settingsOf, tableStoreOf, type ColumnFilter } from '../store/tableStore';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { t } from '../ui/i18n/t';
import type { TableName } from './tableSource';

interface FilterDialogProps {
  readonly name: TableName;
  readonly column: string;
  readonly label: string;
  readonly onClose: () => void;
}

const tests = ['has', 'is', 'empty', 'filled'] as const;

/** Asks which rows of a column are to be seen. */
export function FilterDialog({ name, column, label, onClose }: FilterDialogProps) {
  const store = tableStoreOf(useOpenMap().mirror);
  const { filters } = settingsOf(store.getState(), name);
  const known = filters.find((filter) => filter.column === column);
  const [test, setTest] = useState<ColumnFilter['test']>(known?.test ?? 'has');
  const [text, setText] = useState(known?.text ?? '');
  const needsText = test === 'has' || test === 'is';
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const others = filters.filter((filter) => filter.column !== column);
    const isNothing = needsText && text.trim() === '';
    const next: ColumnFilter = { column, test, text: needsText ? text : '' };
    changeSettings(store, name, { filters: isNothing ? others : [...others, next] });
    onClose();
  };
  return (
    <Dialog
      open
      size="s"
      title={t('table.filter.title', { column: label })}
      onOpenChange={(open) => !open && onClose()}
    >
      <form className="table-filter-form" onSubmit={apply}>
        <Select
          label={t('table.filter.test')}
          options={tests.map((value) => ({ value, label: t(`table.filter.${value}`) }))}
          value={test}
          onChange={(value) => value !== null && setTest(value)}
        />
        {needsText && <TextField label={t('table.filter.text')} value={text} onChange={setText} />}
        <Button type="submit" variant="primary">
          {t('table.filter.apply')}
        </Button>
      </form>
    </Dialog>
  );
}
