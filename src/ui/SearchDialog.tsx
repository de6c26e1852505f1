import { Dialog as Base } from '@base-ui/react/dialog';
import { Search, type LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Kbd } from './Kbd';
import './Dialog.css';
import './SearchDialog.css';

/** One line of what was found. */
export interface SearchItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly secondLine?: string | undefined;
  readonly shortcut?: string | undefined;
  /** Shown, but cannot be chosen; the second line says why. */
  readonly disabled?: boolean | undefined;
}

/** Lines under one heading. */
export interface SearchGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly SearchItem[];
}

export interface SearchDialogProps {
  /** Accessible name of dialog and field. */
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Whether the groups are still those of an earlier query: Enter waits for those of this one. */
  readonly isSearching: boolean;
  readonly groups: readonly SearchGroup[];
  /** Said to screen readers when what was found changes: "12 found". */
  readonly status: string;
  /** Shown in place of the list when nothing was found. */
  readonly empty: ReactNode;
  /** Below the list: what the keys do. */
  readonly footer?: ReactNode;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  /** Whether the focus goes back to where it was; asked when the dialog goes away. */
  readonly returnsFocus: () => boolean;
}

/**
 * A field over the page with a list of what was found under it: the focus stays in the field, arrows walk the list, Enter
 * chooses (combobox with a listbox, ARIA Authoring Practices).
 */
export function SearchDialog(props: SearchDialogProps) {
  const { label, query, groups, empty, footer, status } = props;
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const active = useActiveItem(items);
  const lineId = (index: number): string => `${id}-line-${index}`;

  const activeLine = items.length > 0 ? lineId(active.index) : null;

  useEffect(() => {
    if (activeLine !== null) document.getElementById(activeLine)?.scrollIntoView({ block: 'nearest' });
  }, [activeLine]);

  const isEntered = useRef(false);
  const chooseActive = (): void => {
    isEntered.current = props.isSearching;
    const item = items[active.index];
    if (!props.isSearching && item && !item.disabled) props.onChoose(item.id);
  };
  const chooseEntered = useEffectEvent(() => isEntered.current && chooseActive());
  useEffect(() => {
    if (!props.isSearching) chooseEntered();
  }, [props.isSearching]);

  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = active.after(event);
    if (next !== null) {
      event.preventDefault();
      active.set(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      chooseActive();
    }
  };

  return (
    <Base.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="ui-dialog-backdrop" />
        <Base.Viewport className="ui-dialog-viewport ui-search-viewport">
          <Base.Popup className="ui-dialog ui-search" finalFocus={() => props.returnsFocus()}>
            <Base.Title className="visually-hidden">{label}</Base.Title>
            <div className="ui-search-field">
              <Search size={18} aria-hidden />
              <input
                type="text"
                role="combobox"
                aria-label={label}
                aria-expanded={items.length > 0}
                aria-controls={`${id}-list`}
                aria-autocomplete="list"
                aria-activedescendant={activeLine ?? undefined}
                autoComplete="off"
                spellCheck={false}
                placeholder={props.placeholder}
                value={query}
                onChange={(event) => {
                  isEntered.current = false;
                  active.set(0);
                  props.onQuery(event.target.value);
                }}
                onKeyDown={keyDown}
              />
            </div>
            <div className="visually-hidden" role="status">
              {status}
            </div>
            <div className="ui-search-list" role="listbox" id={`${id}-list`} aria-label={label} tabIndex={-1}>
              {groups.map((group) => (
                <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
                  <div className="ui-menu-group-label" id={`${id}-${group.id}`} role="presentation">
                    {group.label}
                  </div>
                  {group.items.map((item) => {
                    const place = items.indexOf(item);
                    return (
                      <Line
                        key={item.id}
                        id={lineId(place)}
                        item={item}
                        isActive={place === active.index}
                        onPoint={() => active.set(place)}
                        onChoose={() => props.onChoose(item.id)}
                      />
                    );
                  })}
                </div>
              ))}
              {items.length === 0 && <div className="ui-search-empty">{empty}</div>}
            </div>
            {footer && <footer className="ui-search-footer">{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

interface LineProps {
  readonly id: string;
  readonly item: SearchItem;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Line({ id, item, isActive, onPoint, onChoose }: LineProps) {
  const Icon = item.icon;
  return (
    // The keyboard is in the field, which chooses with Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className="ui-search-line"
      role="option"
      aria-selected={isActive}
      aria-disabled={item.disabled || undefined}
      data-active={isActive || undefined}
      // A list that scrolls under a resting pointer must not take the choice from the arrows.
      onPointerMove={isActive ? undefined : onPoint}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={item.disabled ? undefined : onChoose}
    >
      <span className="ui-menu-icon">{Icon && <Icon size={16} aria-hidden />}</span>
      <span className="ui-search-text" dir="auto">
        {item.label}
        {item.secondLine !== undefined && <span className="ui-search-second">{item.secondLine}</span>}
      </span>
      {item.shortcut !== undefined && <Kbd shortcut={item.shortcut} />}
    </div>
  );
}

/** Lines a page key moves by. */
const page = 8;

/** Which line has the choice, and which one a key moves it to. */
function useActiveItem(items: readonly SearchItem[]) {
  const [wanted, setWanted] = useState(0);
  const last = items.length - 1;
  const index = Math.max(0, Math.min(wanted, last));
  const after = ({ key, ctrlKey, metaKey }: KeyboardEvent): number | null => {
    if (last < 0) return null;
    switch (key) {
      case 'ArrowDown':
        return index === last ? 0 : index + 1;
      case 'ArrowUp':
        return index === 0 ? last : index - 1;
      case 'PageDown':
        return Math.min(last, index + page);
      case 'PageUp':
        return Math.max(0, index - page);
      // Alone they belong to the text.
      case 'Home':
        return ctrlKey || metaKey ? 0 : null;
      case 'End':
        return ctrlKey || metaKey ? last : null;
      default:
        return null;
    }
  };
  return { index, set: setWanted, after };
}
