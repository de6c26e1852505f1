import type { ComponentPropsWithRef, KeyboardEvent, ReactNode } from 'react';
import { Field } from './Field';
import type { FieldProps } from './Field';
import { useDraft } from './useDraft';
import './TextArea.css';

type AreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'className'>;

export interface TextAreaProps extends FieldProps, AreaProps {
  readonly value: string;
  readonly onChange?: ((text: string) => void) | undefined;
  /** On Mod+Enter and on leaving, when the text was altered. Escape takes it back. */
  readonly onCommit?: ((text: string) => void) | undefined;
  /** Height at rest; it grows with its text. */
  readonly minRows?: number | undefined;
  /** The text as it is shown while nobody types in it; what is typed stays what a screen reader reads. */
  readonly formatted?: ReactNode;
  /** Looks like text until it is hovered or focused, as the description in the inspector. */
  readonly quiet?: boolean | undefined;
}

/** Several lines of text, as tall as they need. */
export function TextArea({
  label,
  hideLabel,
  description,
  error,
  className,
  value,
  onChange,
  onCommit,
  minRows = 2,
  quiet = false,
  formatted,
  ...area
}: TextAreaProps) {
  const draft = useDraft(value, (text) => onCommit?.(text));
  const text = onCommit ? draft.text : value;
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    area.onKeyDown?.(event);
    if (!onCommit || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) draft.commit();
    if (event.key === 'Escape' && draft.text !== value) {
      event.stopPropagation();
      draft.revert();
    }
  };
  return (
    <Field label={label} hideLabel={hideLabel} description={description} error={error} className={className}>
      {(control) => (
        // The hidden copy gives the grid cell its height; browsers without field-sizing grow all the same.
        <span
          className="ui-input ui-textarea"
          data-quiet={quiet || undefined}
          data-formatted={formatted ? true : undefined}
        >
          <span className="ui-textarea-copy" aria-hidden>
            {`${text || (area.placeholder ?? '')} `}
          </span>
          <textarea
            {...area}
            {...control}
            rows={minRows}
            value={text}
            onChange={(event) => {
              if (onCommit) draft.set(event.target.value);
              onChange?.(event.target.value);
            }}
            onKeyDown={keyDown}
            onBlur={(event) => {
              draft.commit();
              area.onBlur?.(event);
            }}
          />
          {formatted && <span className="ui-textarea-formatted">{formatted}</span>}
        </span>
      )}
    </Field>
  );
}
