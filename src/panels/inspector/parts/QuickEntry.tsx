import { Plus } from 'lucide-react';
import { useState } from 'react';
import { TextField } from '../../../ui/TextField';
import { useInspector } from './inspectorContext';

export interface QuickEntryProps {
  /** What is added, as a request: "Add what hurts". Label and placeholder alike. */
  readonly label: string;
  readonly onAdd: (text: string) => void;
}

/** An empty line at the end of a list: Enter adds what was typed and waits for the next. */
export function QuickEntry({ label, onAdd }: QuickEntryProps) {
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
