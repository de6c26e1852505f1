import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { maxStringLength } from '../../../model/field';
import { newRecordId } from '../../../model/ids';
import { useOpenMap } from '../../../store/openMap';
import { TextArea } from '../../../ui/TextArea';
import { FormatBar } from './FormatBar';
import { formatSelection, type Format } from './formatSelection';
import { FormattedText } from './FormattedText';
import { fieldTexts, type FieldName } from './fieldTexts';
import { useInspector } from './inspectorContext';
import { hasMarkup } from './markup';
import { shiftCaret } from './shiftCaret';

export interface LongTextProps {
  readonly name: FieldName;
  readonly value: string;
  /** Called with every letter; all of one stay in the field carry the same gesture. */
  readonly onType: (text: string, gesture: string) => void;
  /** The description right below a title: without label or box, its label as placeholder. */
  readonly asIntro?: boolean | undefined;
  /** Without signs for bold, lists and links: a note is drawn as it was typed. */
  readonly plain?: boolean | undefined;
}

/** A long text that several people may type in at once: every letter goes into the map as it is typed. */
export function LongText({ name, value, onType, asIntro = false, plain = false }: LongTextProps) {
  const { isReadOnly } = useInspector();
  const { document: journeyDocument } = useOpenMap();
  const { label, description } = fieldTexts(name);
  const area = useRef<HTMLTextAreaElement>(null);
  const [isEditing, setEditing] = useState(false);
  const gesture = useRef('');
  const typed = useRef(value);
  const shown = useRef(value);
  const caret = useRef({ start: 0, end: 0 });

  // A colleague's letters would send the caret to the end of the text.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = value;
    const field = area.current;
    if (!field || field !== field.ownerDocument.activeElement || typed.current === value) return;
    const start = shiftCaret(before, value, caret.current.start);
    const end = shiftCaret(before, value, caret.current.end);
    field.setSelectionRange(start, end);
    caret.current = { start, end };
  }, [value]);
  const noteCaret = (): void => {
    const field = area.current;
    if (field) caret.current = { start: field.selectionStart, end: field.selectionEnd };
  };

  const format = (which: Format): void => {
    const field = area.current;
    if (!field) return;
    const { selectionStart, selectionEnd } = field;
    const edit = formatSelection(field.value, selectionStart, selectionEnd, which);
    field.focus();
    field.setSelectionRange(edit.from, edit.to);
    // The one way to change a field that its own undo knows of.
    document.execCommand('insertText', false, edit.text);
    field.setSelectionRange(...edit.selection);
    noteCaret();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const which = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keyed[event.key];
    if (plain || !which) return;
    event.preventDefault();
    event.stopPropagation();
    format(which);
  };
  const isFormattable = !plain && !isReadOnly;

  return (
    <div
      className="long-text"
      data-intro={asIntro || undefined}
      onFocus={() => setEditing(true)}
      onBlur={({ currentTarget, relatedTarget }) => setEditing(currentTarget.contains(relatedTarget))}
    >
      <TextArea
        ref={area}
        label={label}
        hideLabel={asIntro}
        description={asIntro ? undefined : description}
        placeholder={asIntro ? description : undefined}
        value={value}
        quiet={asIntro}
        minRows={asIntro ? 1 : 2}
        disabled={isReadOnly}
        maxLength={maxStringLength}
        onFocus={() => {
          gesture.current = newRecordId(journeyDocument.entropy);
        }}
        formatted={!plain && hasMarkup(value) ? <FormattedText text={value} /> : undefined}
        onKeyDown={onKeyDown}
        onSelect={noteCaret}
        onChange={(text) => {
          typed.current = text;
          noteCaret();
          onType(text, gesture.current);
        }}
      />
      {isFormattable && isEditing && <FormatBar onFormat={format} />}
    </div>
  );
}

const keyed: Readonly<Record<string, Format | undefined>> = { b: 'bold', i: 'italic' };
