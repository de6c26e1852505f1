import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from './i18n/t';
import { IconButton } from './IconButton';
import './SidePanel.css';

export interface SidePanelProps {
  /** Names the panel as a landmark. */
  readonly label: string;
  /** The kind of thing, above its title: "Touchpoint". */
  readonly eyebrow?: ReactNode;
  /** A text, or an InlineEdit with headingLevel 2. */
  readonly title?: ReactNode;
  /** Stands beside the close button: a Menu. */
  readonly actions?: ReactNode;
  readonly onClose?: (() => void) | undefined;
  /** Below the title and before the sections: chips, description. */
  readonly intro?: ReactNode;
  readonly footer?: ReactNode;
  /** Sections. */
  readonly children: ReactNode;
}

/** A panel at the side of the map: header, sections, close. It fills its container and scrolls by itself. */
export function SidePanel({
  label,
  eyebrow,
  title,
  actions,
  onClose,
  intro,
  footer,
  children,
}: SidePanelProps) {
  return (
    <aside className="ui-side-panel" aria-label={label}>
      <div className="ui-side-panel-scroll">
        <header className="ui-side-panel-header">
          <div className="ui-side-panel-top">
            <div className="ui-side-panel-eyebrow">{eyebrow}</div>
            {actions}
            {onClose && (
              <IconButton label={t('ui.close')} icon={X} size="s" onClick={onClose} tooltipSide="left" />
            )}
          </div>
          {typeof title === 'string' ? (
            <h2 className="ui-side-panel-title">{title}</h2>
          ) : (
            title && <div className="ui-side-panel-title">{title}</div>
          )}
          {intro}
        </header>
        {children}
      </div>
      {footer && <footer className="ui-side-panel-footer">{footer}</footer>}
    </aside>
  );
}
