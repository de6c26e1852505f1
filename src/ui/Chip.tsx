import type { LucideIcon } from 'lucide-react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from './i18n/t';
import type { Tone } from './tone';
import './Chip.css';

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly tone?: Tone | undefined;
  /** `dashed` is for what is missing or only proposed. */
  readonly variant?: 'outline' | 'soft' | 'solid' | 'dashed' | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** Name used in "Remove …"; needed where the content is not a plain text. */
  readonly name?: string | undefined;
}

/** A small fact about a thing: its channel, a mark, a chosen item. */
export function Chip({
  children,
  icon: Icon,
  tone,
  variant = 'outline',
  onClick,
  onRemove,
  name,
}: ChipProps) {
  const content = (
    <>
      {Icon && <Icon className="ui-chip-icon" size={14} aria-hidden />}
      <span className="ui-chip-text">{children}</span>
    </>
  );
  const removeName = name ?? (typeof children === 'string' ? children : '');
  return (
    <span
      className="ui-chip"
      data-variant={variant}
      data-tone={tone}
      data-removable={onRemove ? true : undefined}
    >
      {onClick ? (
        <button type="button" className="ui-chip-button" onClick={onClick}>
          {content}
        </button>
      ) : (
        content
      )}
      {onRemove && (
        <button
          type="button"
          className="ui-chip-remove"
          aria-label={t('ui.remove', { name: removeName })}
          onClick={onRemove}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}
