import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { ariaShortcut, formatShortcut } from './formatShortcut';
import './SegmentedControl.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** Shown in its tooltip; the caller binds the key. */
  readonly shortcut?: string | undefined;
}

export interface SegmentedControlProps<V extends string> {
  /** Names the group for screen readers. */
  readonly label: string;
  readonly options: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly size?: 's' | 'm' | undefined;
  /** Hides the texts (not from screen readers) where the control's container is narrow. */
  readonly collapsible?: boolean | undefined;
}

/** One of a few, all in sight: the lens switch. A radio group, so arrows choose and Tab passes by. */
export function SegmentedControl<V extends string>({
  label,
  options,
  value,
  onChange,
  size = 'm',
  collapsible = false,
}: SegmentedControlProps<V>) {
  const name = useId();
  return (
    <div
      className="ui-segments"
      role="radiogroup"
      aria-label={label}
      data-size={size}
      data-collapsible={collapsible || undefined}
    >
      {options.map(({ value: own, label: text, icon: Icon, shortcut }) => (
        <label
          key={own}
          className="ui-segment"
          title={
            shortcut === undefined
              ? collapsible
                ? text
                : undefined
              : `${text} (${formatShortcut(shortcut)})`
          }
        >
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={own}
            aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
            checked={own === value}
            onChange={() => onChange(own)}
          />
          {Icon && <Icon size={16} aria-hidden />}
          <span className="ui-segment-text">{text}</span>
        </label>
      ))}
    </div>
  );
}
