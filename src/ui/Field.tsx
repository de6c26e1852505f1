import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './classNames';
import './Field.css';

/** What every field has around its control. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers alone, where the picture names the field already. */
  readonly hideLabel?: boolean | undefined;
  /** One plain sentence on what belongs here. */
  readonly description?: ReactNode;
  /** What is wrong with what was entered, and what would be right. */
  readonly error?: string | null | undefined;
  readonly className?: string | undefined;
}

/** The attributes that tie a control to its label, description and error. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: FieldControl) => ReactNode;
}

/** Label above, description and error below a control; the control takes the attributes that tie them together. */
export function Field({
  label,
  hideLabel = false,
  description,
  error,
  className,
  children,
}: FieldFrameProps) {
  const id = useId();
  const hasError = error !== null && error !== undefined;
  const describedBy = [description && `${id}-description`, hasError && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classNames('ui-field', className)}>
      <label className={hideLabel ? 'visually-hidden' : 'ui-field-label'} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': hasError || undefined })}
      {description && (
        <p className="ui-field-description" id={`${id}-description`}>
          {description}
        </p>
      )}
      {hasError && (
        <p className="ui-field-error" id={`${id}-error`} role="alert">
          <CircleAlert size={14} aria-hidden />
          {error}
        </p>
      )}
    </div>
  );
}
