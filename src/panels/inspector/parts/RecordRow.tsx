import { X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RecordRef } from '../../../model/kinds';
import { IconButton } from '../../../ui/IconButton';
import { ListRow } from '../../../ui/ListRow';
import type { Tone } from '../../../ui/tone';
import { useInspector } from './inspectorContext';
import { kindIcon } from '../../../ui/kindIcon';
import { useName } from './names';

export interface RecordRowProps {
  readonly record: RecordRef;
  /** Stands in for the record's own name: the other end of a flow. */
  readonly label?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly tone?: Tone | undefined;
  readonly secondLine?: ReactNode;
  readonly trailing?: ReactNode;
  /** Further controls before the one that removes. */
  readonly actions?: ReactNode;
  /** Takes the row away; what the button says, and does. */
  readonly remove?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A record in a list: a press goes to it. */
export function RecordRow({
  record,
  label,
  icon,
  tone,
  secondLine,
  trailing,
  actions,
  remove,
}: RecordRowProps) {
  const { go, isReadOnly } = useInspector();
  const name = useName(record.id);
  return (
    <ListRow
      label={label ?? name}
      icon={icon ?? kindIcon(record.kind)}
      tone={tone}
      secondLine={secondLine}
      trailing={trailing}
      onClick={() => go(record)}
      actions={
        !isReadOnly && (actions || remove) ? (
          <>
            {actions}
            {remove && <IconButton label={remove.label} icon={X} size="s" onClick={remove.run} />}
          </>
        ) : undefined
      }
    />
  );
}
