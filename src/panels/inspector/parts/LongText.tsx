import { useLayoutEffect, useRef } from 'react';
import { maxStringLength } from '../../../model/field';
import { newRecordId } from '../../../model/ids';
import { useOpenMap } from '../../../store/openMap';
import { TextArea } from '../../../ui/TextArea';
import { fieldTexts, type FieldName } from './fieldTexts';
import { useInspector } from './inspectorContext';
import { shiftCaret } from './shiftCaret';

export interface LongTextProps {
  readonly name: FieldName;
  readonly value: string;
  /** Called with every letter; all of one stay in the field carry the same gesture. */
  readonly onType: (text: string, gesture: string) => void;
  /** The description right below a title: without label or box, its label as placeholder. */
  readonly asIntro?: boolean | undefined;
}

/** A long text that several people may type in at once: every letter goes into the map as it is typed. */
export function LongText({ name, value, onType, asIntro = false }: LongTextProps) {
  const { isReadOnly } = useInspector();
  const { document: journeyDocument } = useOpenMap();
  const { label, description } = fieldTexts(name);
  const area = useRef<HTMLTextAreaElement>(null);
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

  return (
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
      onSelect={noteCaret}
      onChange={(text) => {
        typed.current = text;
        noteCaret();
        onType(text, gesture.current);
      }}
    />
  );
}
