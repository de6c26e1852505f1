import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { classNames } from '../../ui/classNames';
import './TitleField.css';

/** How typing in place ended. */
export type TitleExit =
  /** Enter, or the field was left by pointer. */
  'commit' | 'escape' | 'next' | 'previous';

export interface TitleFieldProps {
  readonly initial: string;
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string;
  /** Notes have several lines: Enter breaks the line, Mod+Enter and Escape keep what was written. */
  readonly multiline?: boolean;
  /** Called once. */
  readonly onExit: (exit: TitleExit, value: string) => void;
}

/** Types a title over the thing it belongs to. Keys of an input method (IME) stay with it. */
export function TitleField({
  initial,
  label,
  placeholder,
  className,
  multiline = false,
  onExit,
}: TitleFieldProps) {
  const [value, setValue] = useState(initial);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  const latest = useRef({ value, onExit });
  useLayoutEffect(() => {
    latest.current = { value, onExit };
  });
  const exit = (how: TitleExit): void => {
    if (done.current) return;
    done.current = true;
    onExit(how, value);
  };
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  // What was typed is kept when the page or the field goes without a word: pressing on a card takes no focus, so
  // beginning to type elsewhere takes this field away unblurred.
  useEffect(() => {
    const element = field.current;
    const keep = (): void => {
      if (done.current) return;
      done.current = true;
      latest.current.onExit('commit', latest.current.value);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      queueMicrotask(() => {
        if (!element?.isConnected) keep();
      });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    // 229: the key belongs to an input method that does not say so otherwise (Safari).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const how = exitOf(event, multiline);
    if (!how) return;
    event.preventDefault();
    event.stopPropagation();
    exit(how);
  };
  const onBlur = (event: FocusEvent): void => {
    // The window lost the focus, not the field: typing goes on when it comes back.
    if (document.activeElement === event.target) return;
    exit('commit');
  };
  return (
    <textarea
      ref={field}
      className={classNames('title-field nodrag nopan nowheel', className)}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      rows={1}
      dir="auto"
      spellCheck
      enterKeyHint={multiline ? 'enter' : 'done'}
      onChange={(event) =>
        setValue(multiline ? event.target.value : event.target.value.replace(/\s*\n\s*/g, ' '))
      }
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

function exitOf(event: KeyboardEvent, multiline: boolean): TitleExit | null {
  switch (event.key) {
    case 'Escape':
      return multiline ? 'commit' : 'escape';
    case 'Enter':
      return multiline && !event.ctrlKey && !event.metaKey ? null : 'commit';
    case 'Tab':
      return event.shiftKey ? 'previous' : 'next';
    default:
      return null;
  }
}
