import type { LucideIcon } from 'lucide-react';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from './i18n/t';
import './ErrorBanner.css';

export interface ErrorBannerProps {
  /** What is wrong, in one line. */
  readonly title: string;
  /** What that means and what can be done, in plain words. */
  readonly children?: ReactNode;
  /** For those who mend it: path, line, code. Folded away. */
  readonly details?: string | undefined;
  /** Buttons. */
  readonly action?: ReactNode;
  readonly tone?: 'danger' | 'late' | 'it' | 'neutral' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Interrupts a screen reader; for what has just gone wrong, not for a standing finding. */
  readonly urgent?: boolean | undefined;
}

/** Something is broken or needs attention, here: an error, or a finding as "The story breaks before this step". */
export function ErrorBanner({
  title,
  children,
  details,
  action,
  tone = 'danger',
  icon: Icon = CircleAlert,
  urgent = false,
}: ErrorBannerProps) {
  return (
    <div className="ui-banner" data-tone={tone} role={urgent ? 'alert' : undefined}>
      <p className="ui-banner-title">
        <Icon size={16} aria-hidden />
        <span>{title}</span>
      </p>
      {children && <div className="ui-banner-text">{children}</div>}
      {details !== undefined && (
        <details className="ui-banner-details">
          <summary>{t('ui.details')}</summary>
          <pre>{details}</pre>
        </details>
      )}
      {action && <div className="ui-banner-action">{action}</div>}
    </div>
  );
}
