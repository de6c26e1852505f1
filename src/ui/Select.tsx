import { ChevronDown } from 'lucide-react';
import { Field } from './Field';
import type { FieldProps } from './Field';
import './Select.css';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly options: readonly SelectOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  /** Text of the empty choice (null). Left out, nothing can be un-chosen. */
  readonly emptyLabel?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Without a box until hovered or focused, for the end of a row. */
  readonly quiet?: boolean | undefined;
}

/** One of a closed list. The platform's own control: right on every device and in every reader. */
export function Select<V extends string>({
  options,
  value,
  onChange,
  emptyLabel,
  disabled,
  quiet = false,
  ...field
}: SelectProps<V>) {
  const choose = (text: string): void =>
    onChange(options.find((option) => option.value === text)?.value ?? null);
  return (
    <Field {...field}>
      {(control) => (
        <span
          className="ui-input ui-select"
          data-quiet={quiet || undefined}
          data-empty={value === null || undefined}
        >
          <select
            {...control}
            disabled={disabled}
            value={value ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            {(emptyLabel !== undefined || value === null) && <option value="">{emptyLabel ?? ''}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden />
        </span>
      )}
    </Field>
  );
}
