import { Plus } from 'lucide-react';
import { useState } from 'react';
import { readLines } from '../../../interchange/clipboard/pasteLines';
import { TextField } from '../../../ui/TextField';
import { useInspector } from './inspectorContext';

export interface QuickEntryProps {
  /** What is added, as a request: "Add what hurts". Label and placeholder alike. */
  readonly label: string;
  readonly onAdd: (text: string) => void;
  /** Several lines were pasted: one of the list each. */
  readonly onAddAll?: (texts: readonly string[]) => void;
}

/** An empty line at the end of a list: Enter adds what was typed and waits for the next, pasted lines are added at once. */
export function QuickEntry({ label, onAdd, onAddAll }: QuickEntryProps) {
  const { isReadOnly } = useInspector();
  const [text, setText] = useState('');
  if (isReadOnly) return null;
  const add = (): void => {
    setText('');
    if (text.trim() !== '') onAdd(text.trim());
  };
  return (
    <TextField
      className="inspector-quick"
      label={label}
      hideLabel
      placeholder={label}
      icon={Plus}
      value={text}
      onChange={setText}
      onBlur={add}
      onPaste={(event) => {
        const lines = readLines(event.clipboardData.getData('text/plain'));
        if (lines.length < 2 || !onAddAll) return;
        event.preventDefault();
        // What was begun belongs to the first of them, as when one pastes into a text.
        const [first = '', ...rest] = lines;
        onAddAll([`${text}${first}`.trim(), ...rest]);
        setText('');
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') add();
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation();
          setText('');
        }
      }}
    />
  );
}
