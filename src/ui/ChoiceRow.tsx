import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Tooltip } from './Tooltip';
import type { Tone } from './tone';
import './ChoiceRow.css';

export interface Choice<V extends string | number> {
  readonly value: V;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Fill when chosen; ink when left out. */
  readonly tone?: Tone | undefined;
}

export interface ChoiceRowProps<V extends string | number> {
  readonly label: string;
  readonly options: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  /** Lets a press on the chosen one, or Delete, take the choice back. */
  readonly clearable?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** One of a few by their icons, as the faces of the emotion scale. A radio group; each icon says its name in a tooltip. */
export function ChoiceRow<V extends string | number>({
  label,
  options,
  value,
  onChange,
  clearable = false,
  disabled = false,
}: ChoiceRowProps<V>) {
  const name = useId();
  return (
    <div className="ui-choices" role="radiogroup" aria-label={label}>
      {options.map(({ value: own, label: text, icon: Icon, tone }) => (
        <Tooltip key={own} label={text}>
          <label className="ui-choice" data-tone={tone}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              aria-label={text}
              disabled={disabled}
              checked={own === value}
              onChange={() => onChange(own)}
              onClick={() => clearable && own === value && onChange(null)}
              onKeyDown={(event) => {
                if (clearable && (event.key === 'Delete' || event.key === 'Backspace')) onChange(null);
              }}
            />
            <Icon size={16} aria-hidden />
          </label>
        </Tooltip>
      ))}
    </div>
  );
}
