import { Popover as Base } from '@base-ui/react/popover';
import { X } from 'lucide-react';
import { useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { t } from './i18n/t';
import { IconButton } from './IconButton';
import type { Side } from './Tooltip';
import './popup.css';
import './Popover.css';

export interface PopoverProps {
  /** A Button or IconButton; left out where `open` and `anchor` say when and where. */
  readonly trigger?: ReactElement | undefined;
  /** Heading of the popover and its accessible name. */
  readonly title: string;
  /** Keeps the title for screen readers alone. */
  readonly hideTitle?: boolean | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** What to stand beside, if not the trigger. */
  readonly anchor?: Element | RefObject<Element | null> | (() => Element | null) | null | undefined;
  readonly side?: Side | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
  readonly children: ReactNode;
}

/** A small panel beside what it is about; the rest of the page stays in use. */
export function Popover(props: PopoverProps) {
  const {
    trigger,
    title,
    hideTitle = false,
    open,
    onOpenChange,
    anchor,
    side = 'bottom',
    align = 'start',
  } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          className="ui-popup-positioner"
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup
            ref={popup}
            className="ui-popup ui-popover"
            // A finger that opens it does not want the keyboard of the screen.
            initialFocus={props.initialFocus ?? ((by) => by === 'touch' || firstOf(popup.current))}
          >
            {hideTitle ? (
              <Base.Title className="visually-hidden">{title}</Base.Title>
            ) : (
              <div className="ui-popover-header">
                <Base.Title className="ui-popover-title">{title}</Base.Title>
                <Base.Close render={<IconButton label={t('ui.close')} icon={X} size="s" />} />
              </div>
            )}
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * What has the keyboard when a popover opens: the first of what it is for, never the button that closes it, whose tooltip
 * would lie over it and take the first Escape.
 */
function firstOf(popup: HTMLElement | null): HTMLElement | null {
  const candidates = popup?.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, [tabindex]',
  );
  const first = [...(candidates ?? [])].find(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.closest('.ui-popover-header') === null,
  );
  return first ?? popup;
}
