import { Menu as Base } from '@base-ui/react/menu';
import { useState, type FocusEvent } from 'react';
import { renderMenuEntries } from './menuEntries';
import type { MenuEntry } from './menuEntries';

export interface PointMenuProps {
  /** Where to open, in px of the window; null is closed. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** Names the menu, as no button does. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** Opened by a key, it has its first line marked, as a menu that drops from a button has. */
function markFirst({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget || !currentTarget.matches(':focus-visible')) return;
  currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')?.focus();
}

/** A menu at a place rather than at a button: on the canvas, after dropping on empty space. */
export function PointMenu({ point, label, entries, onClose }: PointMenuProps) {
  // While it fades out the menu stays where it was opened.
  const [last, setLast] = useState({ x: 0, y: 0 });
  if (point !== null && (point.x !== last.x || point.y !== last.y)) setLast(point);
  const anchor = { getBoundingClientRect: () => new DOMRect(last.x, last.y, 0, 0) };
  return (
    <Base.Root modal={false} open={point !== null} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          className="ui-popup-positioner"
          anchor={anchor}
          side="bottom"
          align="start"
          collisionPadding={8}
        >
          <Base.Popup className="ui-popup ui-menu" aria-label={label} onFocus={markFirst}>
            {renderMenuEntries(entries)}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
