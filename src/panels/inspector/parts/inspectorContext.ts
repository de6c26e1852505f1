import { createContext, useCallback, useContext } from 'react';
import type { CommandResult } from '../../../commands/command';
import { updateRecord, type AnyRecordPatch, type RecordPatch } from '../../../commands/updateRecord';
import type { Kind, RecordRef } from '../../../model/kinds';
import { useOpenMap } from '../../../store/openMap';
import { t } from '../../../ui/i18n/t';
import { notices } from '../../../ui/notices';

/** What the parts of the inspector ask of the whole. */
export interface InspectorTools {
  readonly isReadOnly: boolean;
  /** Whether every field shows its meaning. */
  readonly explains: boolean;
  readonly setExplains: (explains: boolean) => void;
  /** Selects a record from inside the panel and remembers the way back; null is the map. */
  readonly go: (record: RecordRef | null) => void;
  /** Goes the last step back. Left out where one came from outside the panel. */
  readonly back: { readonly to: RecordRef | null; readonly go: () => void } | null;
  /** Folded parts that are open, kept from one record to the next. */
  readonly openFolds: ReadonlySet<string>;
  readonly setFold: (fold: string, open: boolean) => void;
}

export const InspectorContext = createContext<InspectorTools | null>(null);

/** The inspector around this component. */
export function useInspector(): InspectorTools {
  const tools = useContext(InspectorContext);
  if (!tools) throw new Error('not inside the inspector');
  return tools;
}

/** The result of a command, or null once its refusal has been said. */
export function told<T>(result: CommandResult<T>): T | null {
  if (result.ok) return result.value;
  notices.show({ id: 'inspector-refused', text: t(`inspector.refused.${result.reason}`), tone: 'late' });
  return null;
}

/** Changes fields of one record; changes of one gesture become one step of undo. */
export type Update<K extends Kind> = (patch: RecordPatch<K>['patch'], gesture?: string) => void;

/** The way to change fields of a record of the open map. */
export function useUpdate<K extends Kind>(kind: K, id: string): Update<K> {
  const openMap = useOpenMap();
  return useCallback(
    (patch, gesture) => {
      const change = { kind, id, patch, ...(gesture === undefined ? {} : { gesture }) };
      told(updateRecord.run(openMap, change as AnyRecordPatch));
    },
    [openMap, kind, id],
  );
}
