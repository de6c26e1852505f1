import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { isCreateOption } from './comboboxOptions';
import type { ComboboxGroup, ComboboxOption } from './comboboxOptions';
import { t } from './i18n/t';
import { Swatch } from './Swatch';
import './popup.css';
import './Menu.css';
import './Chip.css';
import './Combobox.css';

interface ComboboxPopupProps {
  readonly anchor: RefObject<HTMLElement | null>;
  /** What an empty list says. */
  readonly empty: string;
}

/** The list below a combobox; shared by the one that takes one and the one that takes several. */
export function ComboboxPopup({ anchor, empty }: ComboboxPopupProps) {
  return (
    <Base.Portal>
      <Base.Positioner
        className="ui-popup-positioner"
        anchor={anchor}
        align="start"
        sideOffset={4}
        collisionPadding={8}
      >
        <Base.Popup className="ui-popup ui-combobox-popup">
          <Base.Empty>
            <div className="ui-combobox-empty">{empty}</div>
          </Base.Empty>
          <Base.List className="ui-combobox-list">
            {(group: ComboboxGroup, index: number) => (
              <Base.Group key={group.label ?? `plain-${index}`} items={group.items}>
                {group.label !== null && (
                  <Base.GroupLabel className="ui-menu-group-label">{group.label}</Base.GroupLabel>
                )}
                <Base.Collection>
                  {(option: ComboboxOption) => <OptionLine key={option.id} option={option} />}
                </Base.Collection>
              </Base.Group>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function OptionLine({ option }: { readonly option: ComboboxOption }) {
  if (isCreateOption(option)) {
    return (
      <Base.Item className="ui-combobox-option" value={option} data-create>
        <Plus size={16} aria-hidden />
        <span className="ui-combobox-option-text">{t('ui.create', { name: option.label })}</span>
      </Base.Item>
    );
  }
  const Icon = option.icon;
  return (
    <Base.Item className="ui-combobox-option" value={option} disabled={option.disabled}>
      {Icon && <Icon size={16} aria-hidden />}
      {option.tone !== undefined && <Swatch tone={option.tone} />}
      <span className="ui-combobox-option-text">
        {option.label}
        {option.secondLine !== undefined && <span className="ui-menu-hint">{option.secondLine}</span>}
      </span>
      <Base.ItemIndicator className="ui-combobox-check">
        <Check size={16} aria-hidden />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
