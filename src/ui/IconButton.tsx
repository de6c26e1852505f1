import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './classNames';
import { ariaShortcut } from './formatShortcut';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';
import type { Side } from './Tooltip';
import './IconButton.css';

export interface IconButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'children' | 'title' | 'aria-label'
> {
  /** The accessible name, and what the tooltip says. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown in the tooltip; the caller binds the key. */
  readonly shortcut?: string | undefined;
  readonly variant?: 'ghost' | 'secondary' | 'primary' | 'danger' | undefined;
  readonly size?: 's' | 'm' | 'l' | undefined;
  /** Makes it a toggle that is on or off. */
  readonly pressed?: boolean | undefined;
  readonly loading?: boolean | undefined;
  readonly tooltipSide?: Side | undefined;
}

const iconSizes = { s: 14, m: 16, l: 18 } as const;

/** A button that shows an icon alone and says its name in a tooltip. */
export function IconButton({
  label,
  icon: Icon,
  shortcut,
  variant = 'ghost',
  size = 'm',
  pressed,
  loading = false,
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        className={classNames('ui-icon-button', className)}
        data-variant={variant}
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
        aria-busy={loading || undefined}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      >
        {loading ? <Spinner size={iconSizes[size]} /> : <Icon size={iconSizes[size]} aria-hidden />}
      </button>
    </Tooltip>
  );
}
