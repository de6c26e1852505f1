import { addListItem, addListItems, removeListItem, updateListItem } from '../../../commands/listItems';
import type { Kind } from '../../../model/kinds';
import { useOpenMap } from '../../../store/openMap';
import { told } from './inspectorContext';

type Values = Readonly<Record<string, unknown>>;

/** The ways to change a list field of a record. */
export interface ListField {
  readonly add: (item: Values) => void;
  /** Several at once, as one step. */
  readonly addAll: (items: readonly Values[]) => void;
  readonly change: (item: string, patch: Values) => void;
  readonly remove: (item: string) => void;
}

/** A list field of a record of the open map. */
export function useListField(kind: Kind, id: string, field: string): ListField {
  const openMap = useOpenMap();
  const place = { kind, id, field };
  return {
    add: (item) => {
      told(addListItem.run(openMap, { ...place, item }));
    },
    addAll: (items) => {
      told(addListItems.run(openMap, { ...place, items }));
    },
    change: (item, patch) => {
      told(updateListItem.run(openMap, { ...place, item, patch }));
    },
    remove: (item) => {
      told(removeListItem.run(openMap, { ...place, item }));
    },
  };
}
