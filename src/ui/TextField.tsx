import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, KeyboardEvent, ReactNode } from 'react';
import { Field } from './Field';
import type { FieldProps } from './Field';
import { useDraft } from './useDraft';

type InputProps = Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'defaultValue' | 'onChange' | 'className' | 'size'
>;

export interface TextFieldProps extends FieldProps, InputProps {
  readonly value: string;
  /** Every keystroke: for filters and forms. */
  readonly onChange?: ((text: string) => void) | undefined;
  /** On Enter and on leaving, when the text was altered: for what goes into the document. Escape takes it back. */
  readonly onCommit?: ((text: string) => void) | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Shown after the text, inside the box. */
  readonly trailing?: ReactNode;
}

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  description,
  error,
  className,
  value,
  onChange,
  onCommit,
  icon: Icon,
  trailing,
  ...input
}: TextFieldProps) {
  const draft = useDraft(value, (text) => onCommit?.(text));
  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    input.onKeyDown?.(event);
    if (!onCommit || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape' && draft.text !== value) {
      event.stopPropagation();
      draft.revert();
    }
  };
  return (
    <Field label={label} hideLabel={hideLabel} description={description} error={error} className={className}>
      {(control) => (
        <span className="ui-input">
          {Icon && <Icon size={16} aria-hidden />}
          <input
            type="text"
            {...input}
            {...control}
            value={onCommit ? draft.text : value}
            onChange={(event) => {
              if (onCommit) draft.set(event.target.value);
              onChange?.(event.target.value);
            }}
            onKeyDown={keyDown}
            onBlur={(event) => {
              draft.commit();
              input.onBlur?.(event);
            }}
          />
          {trailing}
        </span>
      )}
    </Field>
  );
}
