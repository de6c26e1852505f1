import { useDeferredValue, useMemo, useRef } from 'react';
import { futureOf, isEmptyTrial } from '../../analysis/trial';
import type { IntentId, Situation } from '../../commands/intents';
import type { RecordRef } from '../../model/kinds';
import { useDerived } from '../../store/derived';
import { useJourney, useMirror, useOpenMap, useView, type OpenMap } from '../../store/openMap';
import { noTrial, trialChoices } from '../../store/trialSwitches';
import { withRecent } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { Kbd } from '../../ui/Kbd';
import { kindIcon } from '../../ui/kindIcon';
import { SearchDialog, type SearchItem } from '../../ui/SearchDialog';
import { markMatches, queryWords } from './fuzzyMatch';
import { goToRecord } from './goToRecord';
import { intentIcons } from './intentIcons';
import { entryKey, findInPalette, shortcutOf, type PaletteEntry, type PaletteGroup } from './paletteGroups';

export interface PaletteDialogProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

/** Every command and every record of the open map by name. A record chosen is selected and shown. */
export function PaletteDialog({ query, onQuery, onClose }: PaletteDialogProps) {
  const openMap = useOpenMap();
  // Typing goes on while a large map is still being searched.
  const asked = useDeferredValue(query);
  const journey = useJourney((now) => now);
  const situation = useSituation();
  const recents = useView((view) => view.recents);
  const found = useMemo(
    () => findInPalette(journey, situation, asked, recents),
    [journey, situation, asked, recents],
  );
  const isChosen = useRef(false);

  const choose = (key: string): void => {
    const entry = found.groups.flatMap(({ entries }) => entries).find((one) => entryKey(one) === key);
    if (!entry) return;
    isChosen.current = true;
    onClose();
    carryOut(openMap, entry);
  };

  const words = queryWords(asked);
  return (
    <SearchDialog
      label={t('palette.label')}
      placeholder={t('palette.placeholder')}
      query={query}
      onQuery={onQuery}
      isSearching={asked !== query}
      groups={found.groups.map((group) => ({
        id: group.id,
        label: t(groupTexts[group.id]),
        items: group.entries.map((entry) => itemOf(entry, words)),
      }))}
      status={t('palette.found', { count: found.count })}
      empty={t('palette.empty', { query: asked.trim() })}
      footer={<Footer shown={found.shown} count={found.count} />}
      onChoose={choose}
      onClose={onClose}
      // What was chosen says where the keyboard goes on; left with nothing chosen, it goes back.
      returnsFocus={() => !isChosen.current}
    />
  );
}

const groupTexts = {
  recent: 'palette.recent',
  commands: 'palette.commands',
  records: 'palette.records',
} as const satisfies Readonly<Record<PaletteGroup['id'], string>>;

function useSituation(): Situation {
  const selection = useView((view) => view.selection);
  const isReadOnly = useMirror((mirror) => mirror.readOnly);
  const canUndo = useMirror((mirror) => mirror.history.undo !== null);
  const canRedo = useMirror((mirror) => mirror.history.redo !== null);
  const isFiltered = useView((view) => view.filter.length > 0);
  const journey = useJourney((now) => now);
  const trial = useDerived((derived) => (derived.isFuture ? null : derived.trial));
  return useMemo(() => {
    const { off, on, tried } = trialChoices(journey, trial ?? noTrial, selection);
    return {
      selection,
      isReadOnly,
      canUndo,
      canRedo,
      touchpoints: journey.touchpoints.all.length,
      isFiltered,
      trials: { off: off.length, on: on.length, tried: tried.length },
      hasFuture: !isEmptyTrial(futureOf(journey)),
    };
  }, [selection, isReadOnly, canUndo, canRedo, isFiltered, journey, trial]);
}

function carryOut(openMap: OpenMap, entry: PaletteEntry): void {
  const { view } = openMap;
  view.setState(({ recents }) => ({ recents: withRecent(recents, entryKey(entry)) }));
  if (entry.type === 'intent') ask(view, entry.id);
  else goToRecord(openMap, { kind: entry.kind, id: entry.id } satisfies RecordRef);
}

function ask(view: OpenMap['view'], intent: IntentId): void {
  view.setState({ intentRequest: intent });
}

function itemOf(entry: PaletteEntry, words: readonly string[]): SearchItem {
  const label = markMatches(entry.label, words).map(({ start, text, isMatch }) =>
    isMatch ? <mark key={start}>{text}</mark> : text,
  );
  if (entry.type === 'record') {
    const secondLine = t(`model.kind.${entry.kind}`);
    return { id: entryKey(entry), label, icon: kindIcon(entry.kind), secondLine };
  }
  return {
    id: entryKey(entry),
    label,
    icon: intentIcons[entry.id],
    secondLine: entry.missing ?? undefined,
    shortcut: shortcutOf(entry),
    disabled: entry.missing !== null,
  };
}

function Footer({ shown, count }: { readonly shown: number; readonly count: number }) {
  if (count > shown) return <span>{t('palette.foundFirst', { shown, count })}</span>;
  return (
    <>
      <span>
        <Kbd shortcut="ArrowUp" /> <Kbd shortcut="ArrowDown" /> {t('palette.keys.walk')}
      </span>
      <span>
        <Kbd shortcut="Enter" /> {t('palette.keys.open')}
      </span>
      <span>
        <Kbd shortcut="Escape" /> {t('palette.keys.leave')}
      </span>
    </>
  );
}
