import { Plus } from 'lucide-react';
import { Button } from '../../../ui/Button';
import { IconButton } from '../../../ui/IconButton';
import { useInspector } from './inspectorContext';
import { PickerField, type Picking } from './PickerField';
import { usePickerButton } from './usePickerButton';

export interface AddPickerProps extends Picking {
  /** What the button says, without the plus: "Attach a system". */
  readonly label: string;
  /** The plus alone, among chips. */
  readonly compact?: boolean | undefined;
}

/** A quiet "+ …" that becomes a field to choose from, or to create by name. Nothing in a map that cannot be changed. */
export function AddPicker({ label, compact = false, ...picking }: AddPickerProps) {
  const { isReadOnly } = useInspector();
  const { isOpen, open, close, buttonRef } = usePickerButton();
  if (isReadOnly) return null;
  if (isOpen) return <PickerField {...picking} onClose={close} />;
  if (compact) return <IconButton ref={buttonRef} label={label} icon={Plus} size="s" onClick={open} />;
  return (
    <Button ref={buttonRef} variant="ghost" size="s" icon={Plus} onClick={open}>
      {label}
    </Button>
  );
}
