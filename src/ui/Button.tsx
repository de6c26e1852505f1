import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { classNames } from './classNames';
import { Spinner } from './Spinner';
import './Button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** One primary action a view; `danger` is for what the user came to mend or cannot take back. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 's' | 'm' | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly iconEnd?: LucideIcon | undefined;
  /** Shows a spinner and ignores presses, but keeps the focus and the width. */
  readonly loading?: boolean | undefined;
  readonly fullWidth?: boolean | undefined;
  readonly children: ReactNode;
}

/** A button with a text. For one with an icon alone see IconButton. */
export function Button({
  variant = 'secondary',
  size = 'm',
  icon: Icon,
  iconEnd: IconEnd,
  loading = false,
  fullWidth = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={classNames('ui-button', fullWidth && 'ui-button-full', className)}
      data-variant={variant}
      data-size={size}
      aria-busy={loading || undefined}
      aria-disabled={loading || rest['aria-disabled']}
      onClick={press}
    >
      {loading ? <Spinner size={14} /> : Icon && <Icon size={16} aria-hidden />}
      <span className="ui-button-text">{children}</span>
      {IconEnd && <IconEnd size={16} aria-hidden />}
    </button>
  );
}
