import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { ReactElement } from 'react';
import { renderMenuEntries } from './menuEntries';
import type { MenuEntry } from './menuEntries';

export interface ContextMenuProps {
  readonly entries: readonly MenuEntry[];
  /** The area that is right-clicked or long-pressed: one element that takes props and a ref. */
  readonly children: ReactElement;
}

/** The menu of the right mouse button, of a long press and of the menu key. */
export function ContextMenu({ entries, children }: ContextMenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="ui-popup-positioner" collisionPadding={8}>
          <Base.Popup className="ui-popup ui-menu">{renderMenuEntries(entries)}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
