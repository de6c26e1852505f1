import { Combobox } from '../../../ui/Combobox';
import type { ComboboxOption } from '../../../ui/comboboxOptions';
import { useFlowEndOptions, useRecordOptions, type ChoosableKind } from './options';

/** Choices by the name of where they come from, so that only an open field follows them. */
export type Offer = ChoosableKind | 'flowEnds' | readonly ComboboxOption[];

/** What is picked, and what becomes of it. */
export interface Picking {
  /** Names the field: "System". */
  readonly fieldLabel: string;
  readonly offer: Offer;
  /** Ids that are chosen already. */
  readonly without?: readonly string[] | undefined;
  readonly onPick: (id: string) => void;
  readonly onCreate?: ((name: string) => void) | undefined;
}

export interface PickerFieldProps extends Picking {
  readonly onClose: () => void;
}

/** An open field to choose from, or to create by name; it says when it is done with. */
export function PickerField({ offer, ...props }: PickerFieldProps) {
  if (offer === 'flowEnds') return <FlowEndPicker {...props} />;
  if (typeof offer === 'string') return <RecordPicker kind={offer} {...props} />;
  return <Picker options={offer} {...props} />;
}

type PickerProps = Omit<PickerFieldProps, 'offer'>;

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
