import type { ReactNode } from 'react';
import type { Tone } from './tone';
import './Badge.css';

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  /** Full sentence for screen readers where the content is a bare number. */
  readonly label?: string | undefined;
}

/** A count or a one-word state at the end of a label. */
export function Badge({ children, tone = 'neutral', label }: BadgeProps) {
  return (
    <span className="ui-badge" data-tone={tone}>
      <span aria-hidden={label !== undefined || undefined}>{children}</span>
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
