import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ariaShortcut } from './formatShortcut';
import { Kbd } from './Kbd';
import './popup.css';
import './Menu.css';

/** Does something when chosen. */
export interface MenuAction {
  readonly type?: 'action' | undefined;
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** Shown at the end; the caller binds the key. */
  readonly shortcut?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Why it is disabled, or what it will do. */
  readonly hint?: string | undefined;
  readonly onSelect: () => void;
}

/** Goes on and off, and leaves the menu open. */
export interface MenuCheck {
  readonly type: 'check';
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
}

export interface MenuSeparator {
  readonly type: 'separator';
  readonly id: string;
}

export interface MenuGroup {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export interface Submenu {
  readonly type: 'submenu';
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly entries: readonly MenuEntry[];
}

/** One line of a menu; the same lines serve Menu, ContextMenu and PointMenu. */
export type MenuEntry = MenuAction | MenuCheck | MenuSeparator | MenuGroup | Submenu;

/** Draws the lines of a menu. */
export function renderMenuEntries(entries: readonly MenuEntry[]): ReactNode {
  return entries.map((entry) => <MenuLine key={entry.id} entry={entry} />);
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.type) {
    case 'separator':
      return <Base.Separator className="ui-menu-separator" />;
    case 'group':
      return (
        <Base.Group>
          <Base.GroupLabel className="ui-menu-group-label">{entry.label}</Base.GroupLabel>
          {renderMenuEntries(entry.entries)}
        </Base.Group>
      );
    case 'submenu':
      return <SubmenuLine entry={entry} />;
    case 'check':
      return (
        <Base.CheckboxItem
          className="ui-menu-item"
          checked={entry.checked}
          disabled={entry.disabled}
          onCheckedChange={entry.onChange}
        >
          <span className="ui-menu-icon">{entry.checked && <Check size={16} aria-hidden />}</span>
          <span className="ui-menu-label">{entry.label}</span>
          {entry.shortcut !== undefined && <Kbd shortcut={entry.shortcut} />}
        </Base.CheckboxItem>
      );
    default:
      return <ActionLine entry={entry} />;
  }
}

function ActionLine({ entry }: { readonly entry: MenuAction }) {
  const Icon = entry.icon;
  return (
    <Base.Item
      className="ui-menu-item"
      data-tone={entry.danger ? 'danger' : undefined}
      label={entry.label}
      disabled={entry.disabled}
      aria-keyshortcuts={entry.shortcut === undefined ? undefined : ariaShortcut(entry.shortcut)}
      onClick={entry.onSelect}
    >
      <span className="ui-menu-icon">{Icon && <Icon size={16} aria-hidden />}</span>
      <span className="ui-menu-label">
        {entry.label}
        {entry.hint !== undefined && <span className="ui-menu-hint">{entry.hint}</span>}
      </span>
      {entry.shortcut !== undefined && <Kbd shortcut={entry.shortcut} />}
    </Base.Item>
  );
}

function SubmenuLine({ entry }: { readonly entry: Submenu }) {
  const Icon = entry.icon;
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="ui-menu-item">
        <span className="ui-menu-icon">{Icon && <Icon size={16} aria-hidden />}</span>
        <span className="ui-menu-label">{entry.label}</span>
        <ChevronRight size={14} aria-hidden />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="ui-popup-positioner" alignOffset={-5} collisionPadding={8}>
          <Base.Popup className="ui-popup ui-menu">{renderMenuEntries(entry.entries)}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}
