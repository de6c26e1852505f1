import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { t } from './i18n/t';
import { IconButton } from './IconButton';
import './Dialog.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** The buttons, primary last. */
  readonly footer?: ReactNode;
  /** `fit` is as wide as what it shows. */
  readonly size?: 's' | 'm' | 'l' | 'fit' | undefined;
  /** A question that must be answered: no close button, no closing by pressing beside it. Escape still leaves. */
  readonly mustAnswer?: boolean | undefined;
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
}

/** For what must block, and only that; elsewhere use SidePanel or Popover. Focus stays inside and returns after. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, size = 'm', mustAnswer = false } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal={mustAnswer}>
      <Base.Portal>
        <Base.Backdrop className="ui-dialog-backdrop" />
        <Base.Viewport className="ui-dialog-viewport">
          <Base.Popup
            className="ui-dialog"
            data-size={size}
            role={mustAnswer ? 'alertdialog' : 'dialog'}
            initialFocus={props.initialFocus}
          >
            <header className="ui-dialog-header">
              <Base.Title className="ui-dialog-title">{title}</Base.Title>
              {!mustAnswer && <Base.Close render={<IconButton label={t('ui.close')} icon={X} />} />}
            </header>
            {description && (
              <Base.Description className="ui-dialog-description">{description}</Base.Description>
            )}
            {children && <div className="ui-dialog-content">{children}</div>}
            {footer && <footer className="ui-dialog-footer">{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
