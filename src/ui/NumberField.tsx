import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Field } from './Field';
import type { FieldProps } from './Field';
import { formatExact, formatNumber } from './i18n/format';
import { t } from './i18n/t';
import { parseNumber } from './parseNumber';
import { stepNumber } from './stepNumber';

export interface NumberFieldProps extends Omit<FieldProps, 'error'> {
  /** null is "not stated", which is not 0. */
  readonly value: number | null;
  /** On Enter, on leaving and on a step, when the number differs. */
  readonly onCommit: (value: number | null) => void;
  readonly unit?: string | undefined;
  readonly step?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
}

type Refusal = 'not-a-number' | 'too-small' | 'too-large';

/** A number or nothing. Decimal comma and point are both understood; arrows step, Escape takes back. */
export function NumberField({
  value,
  onCommit,
  unit,
  step = 1,
  min,
  max,
  placeholder,
  disabled,
  ...field
}: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const commit = (): void => {
    if (draft === null) return;
    const parsed = parseNumber(draft);
    const reason = parsed.ok ? outOf(parsed.value, min, max) : parsed.reason;
    setRefusal(reason);
    if (!parsed.ok || reason !== null) return;
    setDraft(null);
    if (parsed.value !== value) onCommit(parsed.value);
  };
  const revert = (): void => {
    setDraft(null);
    setRefusal(null);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      revert();
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const typed = draft === null ? null : parseNumber(draft);
    const from = typed?.ok ? typed.value : value;
    const next = stepNumber(from, event.key === 'ArrowUp' ? step : -step, min, max);
    revert();
    if (next !== value) onCommit(next);
  };

  return (
    <Field {...field} error={refusal === null ? null : refusalText(refusal, min, max)}>
      {(control) => (
        <span className="ui-input">
          <input
            {...control}
            type="text"
            inputMode="decimal"
            role="spinbutton"
            autoComplete="off"
            aria-valuenow={value ?? undefined}
            aria-valuemin={min}
            aria-valuemax={max}
            placeholder={placeholder}
            disabled={disabled}
            value={draft ?? (value === null ? '' : formatExact(value))}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={keyDown}
            onBlur={commit}
          />
          {unit !== undefined && <span className="ui-input-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

function outOf(value: number | null, min: number | undefined, max: number | undefined): Refusal | null {
  if (value === null) return null;
  if (min !== undefined && value < min) return 'too-small';
  if (max !== undefined && value > max) return 'too-large';
  return null;
}

function refusalText(refusal: Refusal, min: number | undefined, max: number | undefined): string {
  switch (refusal) {
    case 'not-a-number':
      return t('ui.notANumber');
    case 'too-small':
      return t('ui.atLeast', { min: formatNumber(min ?? 0) });
    case 'too-large':
      return t('ui.atMost', { max: formatNumber(max ?? 0) });
  }
}
