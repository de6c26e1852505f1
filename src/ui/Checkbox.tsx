import { useId } from 'react';
import type { ReactNode } from 'react';
import './Checkbox.css';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}

/** Yes or no, among others or in a form. */
export function Checkbox(props: CheckboxProps) {
  return <CheckControl {...props} kind="checkbox" />;
}

/** On or off, with an effect at once. */
export function Switch(props: CheckboxProps) {
  return <CheckControl {...props} kind="switch" />;
}

function CheckControl({
  kind,
  label,
  description,
  checked,
  onChange,
  disabled,
}: CheckboxProps & { readonly kind: 'checkbox' | 'switch' }) {
  const id = useId();
  return (
    <label className="ui-check" data-kind={kind}>
      <input
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        checked={checked}
        disabled={disabled}
        aria-describedby={description ? id : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="ui-check-text">
        {label}
        {description && (
          <span className="ui-check-description" id={id}>
            {description}
          </span>
        )}
      </span>
    </label>
  );
}
