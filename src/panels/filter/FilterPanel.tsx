import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { filterFields, type FilterCondition, type FilterFieldName } from '../../model/recordFilter';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { MultiCombobox } from '../../ui/MultiCombobox';
import { Select } from '../../ui/Select';
import { t } from '../../ui/i18n/t';
import { conditionText, optionsOfField } from './conditionOptions';
import { ViewList } from './ViewList';
import './filter.css';

/** Builds the filter, condition by condition, and keeps it as a view. */
export function FilterPanel() {
  const { view } = useOpenMap();
  const filter = useView((state) => state.filter);
  const change = (next: readonly FilterCondition[]): void => view.setState({ filter: next });
  const add = (field: FilterFieldName | null): void => {
    if (field === null) return;
    added.current = true;
    change([...filter, { field, not: false, values: [] }]);
  };
  const panel = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    // Whoever opened it with a key goes on in it. Where the keyboard is still on its way, what holds it until then passes it on.
    if (document.activeElement?.contains(panel.current) !== true) return;
    [...(panel.current?.querySelectorAll('select') ?? [])].at(-1)?.focus();
  }, []);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    // The next thing to say is what the field shall hold.
    panel.current?.querySelector<HTMLElement>('.filter-condition:last-child .filter-values input')?.focus();
  });
  const unused = filterFields.filter((field) => !filter.some((condition) => condition.field === field));
  return (
    <div ref={panel} className="filter-panel">
      {filter.length > 0 && (
        <ul className="filter-conditions">
          {filter.map((condition, index) => (
            <ConditionRow
              key={condition.field}
              condition={condition}
              onChange={(next) => change(filter.with(index, next))}
              onRemove={() => change(filter.filter((one) => one !== condition))}
            />
          ))}
        </ul>
      )}
      <Select
        // A fresh one for each condition: what was picked is in the list above.
        key={filter.length}
        label={t('filter.add')}
        hideLabel={filter.length > 0}
        emptyLabel={filter.length > 0 ? t('filter.add') : t('filter.pick')}
        options={unused.map((field) => ({ value: field, label: t(`filter.field.${field}`) }))}
        value={null}
        onChange={add}
      />
      <Outcome onClear={() => change([])} />
      <ViewList />
    </div>
  );
}

function Outcome({ onClear }: { readonly onClear: () => void }) {
  const filtered = useView((state) => state.filtered);
  const isEmpty = useView((state) => state.filter.length === 0);
  const text = filtered
    ? filtered.count === 0
      ? t('filter.matchesNothing')
      : t('filter.matches', { count: filtered.count, of: filtered.of })
    : t('filter.hint');
  return (
    <div className="filter-outcome">
      <p className="quiet-text" role="status">
        {text}
      </p>
      {!isEmpty && (
        <Button size="s" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface ConditionRowProps {
  readonly condition: FilterCondition;
  readonly onChange: (condition: FilterCondition) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { field, not, values } = condition;
  const journey = useJourney((now) => now);
  const name = t(`filter.field.${field}`);
  return (
    <li className="filter-condition">
      <span className="filter-field">{name}</span>
      <Select
        label={t('filter.compare', { field: name })}
        hideLabel
        quiet
        options={[
          { value: 'is', label: t('filter.isWord') },
          { value: 'not', label: t('filter.isNotWord') },
        ]}
        value={not ? 'not' : 'is'}
        onChange={(word) => onChange({ ...condition, not: word === 'not' })}
      />
      <IconButton
        label={t('filter.remove', { condition: conditionText(journey, condition) })}
        icon={Trash2}
        size="s"
        onClick={onRemove}
      />
      <MultiCombobox
        className="filter-values"
        label={t('filter.values', { field: name })}
        hideLabel
        placeholder={values.length === 0 ? t('filter.valuesHint') : ''}
        options={optionsOfField[field](journey)}
        value={values}
        onChange={(next) => onChange({ ...condition, values: next })}
      />
    </li>
  );
}
