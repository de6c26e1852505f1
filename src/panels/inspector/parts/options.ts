import { useMemo } from 'react';
import { toneOfFunction } from '../../../model/functionColors';
import type { Journey } from '../../../model/resolve';
import { useJourney } from '../../../store/openMap';
import type { ComboboxOption } from '../../../ui/comboboxOptions';
import { t } from '../../../ui/i18n/t';
import { kindIcon } from '../../../ui/kindIcon';

/** Kinds of records that one chooses by name. */
export type ChoosableKind = 'touchpoints' | 'systems' | 'dataObjects' | 'parties' | 'personas' | 'rulers';

/** The records of a kind as choices, in their order. */
export function useRecordOptions(kind: ChoosableKind): readonly ComboboxOption[] {
  const collection = useJourney((journey) => journey[kind]);
  return useMemo(() => collection.all.map((record) => optionOf(kind, record)), [collection, kind]);
}

/** Systems and touchpoints as choices: what a data flow can join. */
export function useFlowEndOptions(): readonly ComboboxOption[] {
  const systems = useRecordOptions('systems');
  const touchpoints = useRecordOptions('touchpoints');
  return useMemo(
    () => [
      ...systems.map((option) => ({ ...option, group: t('canvas.systems') })),
      ...touchpoints.map((option) => ({ ...option, group: t('canvas.touchpoints') })),
    ],
    [systems, touchpoints],
  );
}

/** Words as choices that are their own ids: channels, labels, kinds of systems. */
export function wordOptions(words: readonly string[]): readonly ComboboxOption[] {
  return [...new Set(words)].map((word) => ({ id: word, label: word }));
}

function optionOf(kind: ChoosableKind, record: Journey[ChoosableKind]['all'][number]): ComboboxOption {
  const label = ('title' in record ? record.title : record.name).trim() || t('inspector.unnamed');
  if ('function' in record) {
    const secondLine = record.function === null ? undefined : t(`model.function.${record.function}`);
    return { id: record.id, label, secondLine, tone: toneOfFunction(record.function) };
  }
  const keywords = 'aliases' in record ? record.aliases : undefined;
  return { id: record.id, label, icon: kindIcon(kind), keywords };
}
