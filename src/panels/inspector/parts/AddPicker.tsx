import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button';
import { Combobox } from '../../../ui/Combobox';
import type { ComboboxOption } from '../../../ui/comboboxOptions';
import { IconButton } from '../../../ui/IconButton';
import { useInspector } from './inspectorContext';
import { useFlowEndOptions, useRecordOptions, type ChoosableKind } from './options';

export interface AddPickerProps {
  /** What the button says, without the plus: "Attach a system". */
  readonly label: string;
  /** Names the field that opens: "System". */
  readonly fieldLabel: string;
  /** What there is to choose from: records of a kind, what a flow can join, or these. */
  readonly offer: Offer;
  /** Ids that are chosen already. */
  readonly without?: readonly string[] | undefined;
  readonly onPick: (id: string) => void;
  readonly onCreate?: ((name: string) => void) | undefined;
  /** The plus alone, among chips. */
  readonly compact?: boolean | undefined;
}

/** Choices by the name of where they come from, so that only an open field follows them. */
export type Offer = ChoosableKind | 'flowEnds' | readonly ComboboxOption[];

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
  const open = (): void => setOpen(true);
  if (props.compact)
    return <IconButton ref={button} label={props.label} icon={Plus} size="s" onClick={open} />;
  return (
    <Button ref={button} variant="ghost" size="s" icon={Plus} onClick={open}>
      {props.label}
    </Button>
  );
}

type OpenPickerProps = AddPickerProps & { readonly onClose: () => void };

function OpenPicker({ offer, ...props }: OpenPickerProps) {
  if (offer === 'flowEnds') return <FlowEndPicker {...props} />;
  if (typeof offer === 'string') return <RecordPicker kind={offer} {...props} />;
  return <Picker options={offer} {...props} />;
}

type PickerProps = Omit<OpenPickerProps, 'offer'>;

function RecordPicker({ kind, ...props }: PickerProps & { readonly kind: ChoosableKind }) {
  return <Picker options={useRecordOptions(kind)} {...props} />;
}

function FlowEndPicker(props: PickerProps) {
  return <Picker options={useFlowEndOptions()} {...props} />;
}

function Picker({
  fieldLabel,
  options,
  without,
  onPick,
  onCreate,
  onClose,
}: PickerProps & { readonly options: readonly ComboboxOption[] }) {
  return (
    <Combobox
      label={fieldLabel}
      hideLabel
      autoFocus
      options={without ? options.filter(({ id }) => !without.includes(id)) : options}
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
