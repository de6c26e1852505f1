import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { renderMenuEntries } from './menuEntries';
import type { MenuEntry } from './menuEntries';
import type { Side } from './Tooltip';

export interface MenuProps {
  /** A Button or IconButton. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly side?: Side | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** A menu that drops from a button. */
export function Menu({ trigger, entries, side = 'bottom', align = 'start', onOpenChange }: MenuProps) {
  return (
    <Base.Root modal={false} onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          className="ui-popup-positioner"
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className="ui-popup ui-menu">{renderMenuEntries(entries)}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
