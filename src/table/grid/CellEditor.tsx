import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { formatIsoDay } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { isSameValue } from '../cells/cellType';
import { CellPicker } from './CellPicker';
import { endOfTyping, type CellEditorProps } from './cellEditing';
import type { AfterWriting } from './gridCursor';

const picked: ReadonlySet<string> = new Set(['choice', 'reference', 'references', 'word', 'words']);

/** The field in an open cell. A colleague’s change meanwhile is told beside it and takes nothing away. */
export function CellEditor(props: CellEditorProps) {
  const { cell, open } = props;
  const isConflict = cell.problem === null && !isSameValue(cell.value, open.startValue);
  return (
    <span className="cell-editor">
      {picked.has(cell.type.kind) ? <CellPicker {...props} /> : <TextEditor {...props} />}
      {(isConflict || cell.isGone === true) && (
        <span className="cell-conflict" role="status">
          {cell.isGone === true
            ? t('table.conflict.gone')
            : t('table.conflict', { text: cell.text === '' ? t('table.empty') : cell.text })}
        </span>
      )}
    </span>
  );
}

const arrowEnds: Readonly<Record<string, AfterWriting>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function TextEditor({ open, cell, label, controller }: CellEditorProps) {
  const [text, setText] = useState(open.typed ?? open.startText);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const end = (then: AfterWriting): void => {
    if (isDone.current) return;
    isDone.current = true;
    // A composition that came to nothing writes nothing.
    if (then === 'stay' && open.typed === '' && text === '') controller.cancel();
    else controller.commit({ text }, then);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      isDone.current = true;
      event.preventDefault();
      controller.cancel();
      return;
    }
    if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      event.currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end');
      setText(event.currentTarget.value);
      return;
    }
    // What a letter opened is left by an arrow, as in a spreadsheet; what F2 opened keeps them for the caret.
    const then = endOfTyping(event) ?? (open.typed === null ? undefined : arrowEnds[event.key]);
    if (then === undefined) return;
    event.preventDefault();
    end(then);
  };
  return (
    <textarea
      ref={field}
      className="cell-field"
      aria-label={label}
      aria-invalid={cell.problem !== null || undefined}
      rows={Math.min(6, text.split('\n').length)}
      spellCheck={cell.type.kind === 'text'}
      inputMode={cell.type.kind === 'number' ? 'decimal' : undefined}
      placeholder={cell.type.kind === 'date' ? formatIsoDay('2026-03-31') : undefined}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end('stay')}
    />
  );
}
