import { intents, missingNeed, type IntentId, type Need, type Situation } from '../commands/intents';
import type { OpenMap } from '../store/openMap';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';

/** What is said when a key asks for something that lacks it. Of the rest it is plain why nothing happens. */
const told = ['writable', 'touchpoint', 'end', 'ownable', 'stage'] as const satisfies readonly Need[];
type Told = (typeof told)[number];

/** Whether something can be asked for here is looked at by the map and the selection alone. */
const elsewise: Omit<Situation, 'isReadOnly' | 'selection'> = {
  canUndo: true,
  canRedo: true,
  touchpoints: 1,
  isFiltered: true,
  trials: { off: 1, on: 1, tried: 1 },
  hasFuture: true,
};

/** What asking for this lacks right now, as far as it is said (KEY-5). */
function lacking({ document, view }: OpenMap, id: string): Told | null {
  const intent = intents.find((one) => one.id === id);
  const { selection } = view.getState();
  const need = intent && missingNeed(intent, { ...elsewise, isReadOnly: document.isReadOnly, selection });
  return told.find((one) => one === need) ?? null;
}

/** The same intents, each saying what it lacks instead of doing nothing, or opening what cannot be finished. */
export function onlyWhereMet<T extends { readonly [I in IntentId]?: () => void }>(
  openMap: OpenMap,
  runs: T,
): T {
  const guarded = Object.entries(runs).map(([id, run]) => [
    id,
    (): void => {
      const need = lacking(openMap, id);
      if (need === null) run();
      else notices.show({ id: 'lacking', text: t(`palette.needs.${need}`) });
    },
  ]);
  return Object.fromEntries(guarded) as T;
}
