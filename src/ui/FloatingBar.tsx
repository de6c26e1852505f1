import type { ReactNode } from 'react';
import './FloatingBar.css';

export interface FloatingBarProps {
  /** Names the bar as a group. */
  readonly label: string;
  /** Whether what it says is being made anew. */
  readonly isBusy?: boolean | undefined;
  readonly children: ReactNode;
}

/** A bar that floats over the map: score and findings, zoom. */
export function FloatingBar({ label, isBusy, children }: FloatingBarProps) {
  return (
    <div className="ui-floating-bar" role="group" aria-label={label} aria-busy={isBusy}>
      {children}
    </div>
  );
}
