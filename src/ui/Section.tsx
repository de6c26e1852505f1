import { useId } from 'react';
import type { ReactNode } from 'react';
import './Section.css';

export interface SectionProps {
  readonly title: string;
  /** Shown after the title: "Requirements · 2". */
  readonly count?: number | undefined;
  /** Stands at the end of the title's line: an IconButton. */
  readonly action?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  readonly children: ReactNode;
}

/** A titled part of a panel. */
export function Section({ title, count, action, headingLevel = 3, children }: SectionProps) {
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="ui-section" aria-labelledby={id}>
      <div className="ui-section-header">
        <Heading className="ui-section-title" id={id}>
          {title}
          {count !== undefined && ` · ${count}`}
        </Heading>
        {action}
      </div>
      {children}
    </section>
  );
}
