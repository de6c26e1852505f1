import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd';
import './Tooltip.css';

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  /** What the element is or does. It repeats or adds to the accessible name; nothing essential may be here alone. */
  readonly label: ReactNode;
  readonly shortcut?: string | undefined;
  readonly side?: Side | undefined;
  readonly disabled?: boolean | undefined;
  /** One focusable element that takes props and a ref. */
  readonly children: ReactElement;
}

/** A short text beside an element that is hovered or focused. */
export function Tooltip({ label, shortcut, side = 'bottom', disabled = false, children }: TooltipProps) {
  return (
    <Base.Root disabled={disabled}>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="ui-tooltip-positioner" side={side} sideOffset={6} collisionPadding={8}>
          <Base.Popup className="ui-tooltip">
            <span>{label}</span>
            {shortcut !== undefined && <Kbd shortcut={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
