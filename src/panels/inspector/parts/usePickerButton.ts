import { useEffect, useRef, useState, type RefObject } from 'react';

/** A button that opens a field in its place, or beside it, and has the keyboard back once that is done with. */
export interface PickerButton {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
}

export function usePickerButton(): PickerButton {
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const returnFocusRef = useRef(false);
  useEffect(() => {
    if (!isOpen && returnFocusRef.current) buttonRef.current?.focus();
    returnFocusRef.current = false;
  }, [isOpen]);
  return {
    isOpen,
    open: () => setOpen(true),
    close: () => {
      returnFocusRef.current = true;
      setOpen(false);
    },
    buttonRef,
  };
}
