import { Combobox as Base } from '@base-ui/react/combobox';
import { ChevronDown, X } from 'lucide-react';
import { useRef } from 'react';
import type { Ref } from 'react';
import { ComboboxPopup } from './ComboboxPopup';
import { isCreateOption } from './comboboxOptions';
import type { ComboboxOption } from './comboboxOptions';
import { Field } from './Field';
import type { FieldProps } from './Field';
import { t } from './i18n/t';
import { Swatch } from './Swatch';
import { useComboboxQuery } from './useComboboxQuery';

export interface ComboboxProps extends FieldProps {
  readonly options: readonly ComboboxOption[];
  /** Id of the chosen option. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Offers “Create …” for a new name; makes the thing and chooses it (onChange is not called). */
  readonly onCreate?: ((name: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly clearable?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Opens and takes the focus when mounted, as after "+ Attach a system". */
  readonly autoFocus?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** Escape while the list is open: where it is all that there is to leave. */
  readonly onEscape?: (() => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One of many: type to narrow, arrows and Enter to choose, or create what is missing by its name. */
export function Combobox({
  options,
  value,
  onChange,
  onCreate,
  placeholder,
  clearable = false,
  disabled,
  autoFocus = false,
  onOpenChange,
  onEscape,
  inputRef,
  ...field
}: ComboboxProps) {
  const box = useRef<HTMLSpanElement>(null);
  const query = useComboboxQuery(options, onCreate !== undefined);
  const selected = options.find((option) => option.id === value) ?? null;
  const SelectedIcon = selected?.icon;

  const choose = (option: ComboboxOption | null, details: Base.Root.ChangeEventDetails): void => {
    // The library takes Escape, and emptying the field, for "clear": losing an owner that way would be a surprise.
    if (option === null && (details.reason === 'escape-key' || !clearable)) {
      details.cancel();
      if (details.reason === 'escape-key') details.allowPropagation();
      return;
    }
    if (option !== null && isCreateOption(option)) onCreate?.(option.label);
    else onChange(option?.id ?? null);
    query.setText(null);
  };

  return (
    <Field {...field}>
      {(control) => (
        <Base.Root<ComboboxOption>
          items={query.groups}
          filter={null}
          value={selected}
          onValueChange={choose}
          isItemEqualToValue={(a, b) => a.id === b.id}
          itemToStringLabel={(option) => option.label}
          autoHighlight
          defaultOpen={autoFocus}
          disabled={disabled}
          onInputValueChange={(text, details) => {
            if (details.reason === 'escape-key') details.cancel();
            query.setText(details.reason === 'input-change' ? text : null);
          }}
          onOpenChange={(open, { reason }) => {
            if (!open) query.setText(null);
            onOpenChange?.(open);
            if (reason === 'escape-key') onEscape?.();
          }}
        >
          <span className="ui-input ui-combobox" ref={box}>
            {SelectedIcon && <SelectedIcon size={16} aria-hidden />}
            {selected?.tone !== undefined && <Swatch tone={selected.tone} />}
            <Base.Input
              {...control}
              ref={inputRef}
              autoFocus={autoFocus}
              placeholder={placeholder ?? t(onCreate ? 'ui.typeToSearchOrCreate' : 'ui.typeToSearch')}
            />
            {clearable && selected !== null && (
              <Base.Clear className="ui-combobox-button" aria-label={t('ui.clear')}>
                <X size={14} aria-hidden />
              </Base.Clear>
            )}
            <Base.Trigger className="ui-combobox-button" aria-label={t('ui.openList')}>
              <ChevronDown size={14} aria-hidden />
            </Base.Trigger>
          </span>
          <ComboboxPopup anchor={box} empty={query.empty} />
        </Base.Root>
      )}
    </Field>
  );
}
