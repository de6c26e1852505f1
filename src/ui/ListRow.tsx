import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Swatch } from './Swatch';
import type { Tone } from './tone';
import './ListRow.css';

export interface ListRowProps {
  readonly label: ReactNode;
  readonly secondLine?: ReactNode;
  readonly icon?: LucideIcon | undefined;
  /** Tone of the icon, or of a swatch where there is no icon; null draws the empty swatch. */
  readonly tone?: Tone | null | undefined;
  /** Quiet text or a quiet control at the end: "Accountable". */
  readonly trailing?: ReactNode;
  /** Controls that appear on hover and focus: a remove button, a menu. */
  readonly actions?: ReactNode;
  readonly onClick?: (() => void) | undefined;
  /** Marks the row that is current (a chosen finding). */
  readonly selected?: boolean | undefined;
}

/** One line of a list in a panel: an owner, a system, a requirement. Rows belong in a `<List>`. */
export function ListRow(props: ListRowProps) {
  const { label, secondLine, icon: Icon, tone, trailing, actions, onClick, selected = false } = props;
  const text = (
    <>
      {Icon ? (
        <Icon className="ui-row-icon" size={16} aria-hidden />
      ) : (
        tone !== undefined && <Swatch tone={tone} />
      )}
      <span className="ui-row-text">
        <span className="ui-row-label">{label}</span>
        {secondLine && <span className="ui-row-second">{secondLine}</span>}
      </span>
    </>
  );
  return (
    <li className="ui-row" data-tone={tone ?? undefined} data-selected={selected || undefined}>
      {onClick ? (
        <button type="button" className="ui-row-main" aria-current={selected || undefined} onClick={onClick}>
          {text}
        </button>
      ) : (
        <span className="ui-row-main">{text}</span>
      )}
      {actions && <span className="ui-row-actions">{actions}</span>}
      {trailing && <span className="ui-row-trailing">{trailing}</span>}
    </li>
  );
}

export interface ListProps {
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** Holds ListRows. */
export function List({ label, children }: ListProps) {
  return (
    <ul className="ui-list" aria-label={label}>
      {children}
    </ul>
  );
}
