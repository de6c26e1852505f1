import { Field } from './Field';
import type { FieldProps } from './Field';

export interface DateFieldProps extends FieldProps {
  /** ISO day, `2026-03-31`; null is "no date". */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A day, by the platform's own picker. */
export function DateField({ value, onChange, min, max, disabled, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <span className="ui-input">
          <input
            {...control}
            type="date"
            min={min}
            max={max}
            disabled={disabled}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value || null)}
          />
        </span>
      )}
    </Field>
  );
}
