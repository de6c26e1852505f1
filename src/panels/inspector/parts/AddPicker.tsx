import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button';
import { Combobox } from '../../../ui/Combobox';
import type { ComboboxOption } from '../../../ui/comboboxOptions';
import { useInspector } from './inspectorContext';

export interface AddPickerProps {
  /** What the button says, without the plus: "Attach a system". */
  readonly label: string;
  /** Names the field that opens: "System". */
  readonly fieldLabel: string;
  /** Called while the field is open only, so that closed ones follow nothing. */
  readonly useOptions: () => readonly ComboboxOption[];
  /** Ids that are chosen already. */
  readonly without?: readonly string[] | undefined;
  readonly onPick: (id: string) => void;
  readonly onCreate?: ((name: string) => void) | undefined;
}

/** A quiet "+ …" that becomes a field to choose from, or to create by name. Nothing in a map that cannot be changed. */
export function AddPicker(props: AddPickerProps) {
  const { isReadOnly } = useInspector();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const returnFocus = useRef(false);
  useEffect(() => {
    if (!isOpen && returnFocus.current) button.current?.focus();
    returnFocus.current = false;
  }, [isOpen]);
  if (isReadOnly) return null;
  if (isOpen) {
    const close = (): void => {
      returnFocus.current = true;
      setOpen(false);
    };
    return <OpenPicker {...props} onClose={close} />;
  }
  return (
    <Button ref={button} variant="ghost" size="s" icon={Plus} onClick={() => setOpen(true)}>
      {props.label}
    </Button>
  );
}

function OpenPicker({
  fieldLabel,
  useOptions,
  without = [],
  onPick,
  onCreate,
  onClose,
}: AddPickerProps & { readonly onClose: () => void }) {
  const options = useOptions().filter(({ id }) => !without.includes(id));
  return (
    <Combobox
      label={fieldLabel}
      hideLabel
      autoFocus
      options={options}
      value={null}
      onChange={(id) => {
        if (id !== null) onPick(id);
        onClose();
      }}
      onCreate={
        onCreate &&
        ((name) => {
          onCreate(name);
          onClose();
        })
      }
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    />
  );
}
