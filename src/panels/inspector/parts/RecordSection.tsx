import type { ReactNode } from 'react';
import type { Kind } from '../../../model/kinds';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { RecordRow } from './RecordRow';

export interface RecordSectionProps {
  readonly title: string;
  readonly kind: Kind;
  readonly ids: readonly string[];
  /** Said when there are none; left out, an empty section is not shown unless it has something to add with. */
  readonly empty?: string | undefined;
  /** Leaves the number out, where it says nothing: the two ends of a step. */
  readonly uncounted?: boolean | undefined;
  /** A way to add one. */
  readonly children?: ReactNode;
  readonly headingLevel?: 3 | 4 | undefined;
}

/** A titled list of records to go to. */
export function RecordSection({
  title,
  kind,
  ids,
  empty,
  uncounted,
  children,
  headingLevel = 3,
}: RecordSectionProps) {
  if (ids.length === 0 && empty === undefined && !children) return null;
  return (
    <Section
      title={title}
      count={uncounted ? undefined : ids.length || undefined}
      headingLevel={headingLevel}
    >
      {ids.length > 0 ? (
        <List label={title}>
          {ids.map((id) => (
            <RecordRow key={id} record={{ kind, id }} />
          ))}
        </List>
      ) : (
        empty !== undefined && <p className="inspector-note">{empty}</p>
      )}
      {children}
    </Section>
  );
}
