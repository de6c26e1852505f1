import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './EmptyState.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What would be here, and how to get it. */
  readonly text?: ReactNode;
  /** Buttons. */
  readonly action?: ReactNode;
  /** 1 where this is all the page has to say. */
  readonly headingLevel?: 1 | 2 | 3 | undefined;
}

/** A place with nothing in it yet, which says what belongs there. */
export function EmptyState({ icon: Icon, title, text, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="ui-empty-state">
      <span className="ui-empty-state-icon">
        <Icon size={24} aria-hidden />
      </span>
      <Heading className="ui-empty-state-title">{title}</Heading>
      {text && <div className="ui-empty-state-text">{text}</div>}
      {action && <div className="ui-empty-state-action">{action}</div>}
    </div>
  );
}
