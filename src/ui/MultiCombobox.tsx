import { Combobox as Base } from '@base-ui/react/combobox';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { ComboboxPopup } from './ComboboxPopup';
import { isCreateOption } from './comboboxOptions';
import type { ComboboxOption } from './comboboxOptions';
import { Field } from './Field';
import type { FieldProps } from './Field';
import { t } from './i18n/t';
import { Swatch } from './Swatch';
import { useComboboxQuery } from './useComboboxQuery';

export interface MultiComboboxProps extends FieldProps {
  readonly options: readonly ComboboxOption[];
  /** Ids of the chosen options, in the order of their chips. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** Offers “Create …” for a new name; makes the thing and adds it to the chosen (onChange is not called). */
  readonly onCreate?: ((name: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Several of many, as chips. Backspace in the empty field removes the last; Left goes to the chips. */
export function MultiCombobox({
  options,
  value,
  onChange,
  onCreate,
  placeholder,
  disabled,
  ...field
}: MultiComboboxProps) {
  const box = useRef<HTMLDivElement>(null);
  const query = useComboboxQuery(options, onCreate !== undefined);
  const byId = new Map(options.map((option) => [option.id, option]));
  const selected = value.map((id) => byId.get(id)).filter((option) => option !== undefined);

  const choose = (next: readonly ComboboxOption[], details: Base.Root.ChangeEventDetails): void => {
    // The library takes Escape for "clear": losing all chips that way would be a surprise.
    if (details.reason === 'escape-key') {
      details.cancel();
      details.allowPropagation();
      return;
    }
    const created = next.find(isCreateOption);
    if (created) onCreate?.(created.label);
    else onChange(next.map((option) => option.id));
    query.setText(null);
  };

  return (
    <Field {...field}>
      {(control) => (
        <Base.Root<ComboboxOption, true>
          multiple
          items={query.groups}
          filter={null}
          value={selected}
          onValueChange={choose}
          isItemEqualToValue={(a, b) => a.id === b.id}
          itemToStringLabel={(option) => option.label}
          autoHighlight
          disabled={disabled}
          onInputValueChange={(text, { reason }) => query.setText(reason === 'input-change' ? text : null)}
          onOpenChange={(open) => !open && query.setText(null)}
        >
          <Base.Chips className="ui-input ui-combobox ui-combobox-chips" ref={box}>
            {selected.map((option) => (
              <SelectedChip key={option.id} option={option} />
            ))}
            <Base.Input
              {...control}
              placeholder={
                selected.length > 0
                  ? ''
                  : (placeholder ?? t(onCreate ? 'ui.typeToSearchOrCreate' : 'ui.typeToSearch'))
              }
            />
          </Base.Chips>
          <ComboboxPopup anchor={box} empty={query.empty} />
        </Base.Root>
      )}
    </Field>
  );
}

function SelectedChip({ option }: { readonly option: ComboboxOption }) {
  const Icon = option.icon;
  return (
    <Base.Chip className="ui-chip" data-variant="soft" data-removable aria-label={option.label}>
      {Icon && <Icon className="ui-chip-icon" size={14} aria-hidden />}
      {option.tone !== undefined && <Swatch tone={option.tone} />}
      <span className="ui-chip-text">{option.label}</span>
      <Base.ChipRemove className="ui-chip-remove" aria-label={t('ui.remove', { name: option.label })}>
        <X size={12} aria-hidden />
      </Base.ChipRemove>
    </Base.Chip>
  );
}
