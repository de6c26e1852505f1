import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useInspector } from './inspectorContext';

export interface FoldProps {
  /** Names the fold among all; which are open is kept from one record to the next. */
  readonly id: string;
  readonly title: string;
  /** How many things are inside; shown after the title when there are any. */
  readonly count?: number | undefined;
  readonly children: ReactNode;
}

/** A part of the panel that is folded away until it is wanted. */
export function Fold({ id, title, count = 0, children }: FoldProps) {
  const { openFolds, setFold } = useInspector();
  const isOpen = openFolds.has(id);
  return (
    <details
      className="inspector-fold"
      open={isOpen}
      onToggle={(event) => setFold(id, event.currentTarget.open)}
    >
      <summary>
        <ChevronRight size={14} aria-hidden />
        <h3 className="inspector-fold-title">
          {title}
          {count > 0 && ` · ${count}`}
        </h3>
      </summary>
      {isOpen && <div className="inspector-fold-body">{children}</div>}
    </details>
  );
}
