import type { LucideIcon } from 'lucide-react';
import './ToggleGroup.css';

export interface ToggleOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
}

export interface ToggleGroupProps<V extends string> {
  readonly label: string;
  readonly options: readonly ToggleOption<V>[];
  readonly values: readonly V[];
  readonly onChange: (values: readonly V[]) => void;
}

/** Any number of a few, all in sight (channels, personas). */
export function ToggleGroup<V extends string>({ label, options, values, onChange }: ToggleGroupProps<V>) {
  const flip = (value: V): void =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <div className="ui-toggles" role="group" aria-label={label}>
      {options.map(({ value, label: text, icon: Icon }) => (
        <button
          key={value}
          type="button"
          className="ui-toggle"
          aria-pressed={values.includes(value)}
          onClick={() => flip(value)}
        >
          {Icon && <Icon size={14} aria-hidden />}
          {text}
        </button>
      ))}
    </div>
  );
}
