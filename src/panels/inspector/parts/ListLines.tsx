import { X } from 'lucide-react';
import type { ListItem } from '../../../model/field';
import { IconButton } from '../../../ui/IconButton';
import { InlineEdit } from '../../../ui/InlineEdit';
import { List, ListRow } from '../../../ui/ListRow';
import { t } from '../../../ui/i18n/t';
import { useInspector } from './inspectorContext';
import { QuickEntry } from './QuickEntry';
import type { ListField } from './useListField';

export interface ListLinesProps {
  readonly field: ListField;
  readonly items: readonly ListItem<{ readonly text: string }>[];
  /** Names the list: "Pains". */
  readonly label: string;
  readonly addLabel: string;
}

/** A list of lines, edited where they stand; emptying a line takes it out. */
export function ListLines({ field, items, label, addLabel }: ListLinesProps) {
  const { isReadOnly } = useInspector();
  const change = (item: string, text: string): void => {
    if (text === '') field.remove(item);
    else field.change(item, { text });
  };
  return (
    <>
      {items.length > 0 && (
        <List label={label}>
          {items.map(({ id, text }, index) => (
            <ListRow
              key={id}
              label={
                <InlineEdit
                  label={t('inspector.list.item', { list: label, number: index + 1 })}
                  value={text}
                  readOnly={isReadOnly}
                  onCommit={(next) => change(id, next)}
                />
              }
              actions={
                isReadOnly ? undefined : (
                  <IconButton
                    label={t('inspector.list.remove', { text })}
                    icon={X}
                    size="s"
                    onClick={() => field.remove(id)}
                  />
                )
              }
            />
          ))}
        </List>
      )}
      <QuickEntry
        label={addLabel}
        onAdd={(text) => field.add({ text })}
        onAddAll={(texts) => field.addAll(texts.map((text) => ({ text })))}
      />
    </>
  );
}
