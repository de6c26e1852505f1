import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from './i18n/t';
import './InlineEdit.css';

export interface InlineEditProps {
  /** The accessible name of the text and of its field. */
  readonly label: string;
  readonly value: string;
  /** Called with trimmed text, when it differs. */
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string | undefined;
  /** Where an empty text makes no sense: leaving it blank keeps the old one. */
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** Renders the resting text as a heading of this level. */
  readonly headingLevel?: 1 | 2 | 3 | undefined;
  /** Opens in editing when mounted, as right after creating a thing. */
  readonly startEditing?: boolean | undefined;
}

/** A text that is edited where it stands: press or Enter to edit, Enter or leaving commits, Escape reverts. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, placeholder, readOnly = false, headingLevel, startEditing = false } = props;
  const [isEditing, setEditing] = useState(startEditing && !readOnly);
  const button = useRef<HTMLButtonElement>(null);
  const returnFocus = useRef(false);

  useLayoutEffect(() => {
    if (!isEditing && returnFocus.current) button.current?.focus();
    returnFocus.current = false;
  }, [isEditing]);

  const finish = (byKeyboard: boolean): void => {
    returnFocus.current = byKeyboard;
    setEditing(false);
  };

  if (isEditing) return <InlineEditField {...props} onFinish={finish} />;

  const Heading = headingLevel ? (`h${headingLevel}` as const) : 'span';
  const shown = value || placeholder;
  return (
    <Heading className="ui-inline-edit">
      {readOnly ? (
        <span className="ui-inline-edit-text">{shown}</span>
      ) : (
        <button
          ref={button}
          type="button"
          className="ui-inline-edit-text"
          data-empty={value === '' || undefined}
          aria-label={`${label}: ${shown ?? ''}`}
          title={t('ui.editHint')}
          onClick={() => setEditing(true)}
        >
          {shown}
        </button>
      )}
    </Heading>
  );
}

interface InlineEditFieldProps extends InlineEditProps {
  readonly onFinish: (byKeyboard: boolean) => void;
}

function InlineEditField({
  label,
  value,
  onCommit,
  placeholder,
  required = false,
  onFinish,
}: InlineEditFieldProps) {
  const [text, setText] = useState(value);
  const [original] = useState(value);
  const field = useRef<HTMLTextAreaElement>(null);
  // Enter and Escape take the field away, and some browsers then fire blur: only the first ending counts.
  const isDone = useRef(false);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const end = (keep: boolean, byKeyboard: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const trimmed = text.trim();
    if (keep && trimmed !== original && !(required && trimmed === '')) onCommit(trimmed);
    onFinish(byKeyboard);
  };

  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === 'Enter', true);
  };

  return (
    <span className="ui-inline-edit ui-inline-edit-editing">
      <span className="ui-inline-edit-copy" aria-hidden>
        {`${text || (placeholder ?? '')} `}
      </span>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={keyDown}
        onBlur={() => end(true, false)}
      />
    </span>
  );
}
