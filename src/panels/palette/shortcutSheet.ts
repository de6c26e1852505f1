import { intentGroups, intents, keysOf } from '../../commands/intents';
import { foldText } from '../../model/foldText';
import { formatShortcut, type KeyboardPlatform } from '../../ui/formatShortcut';
import { t } from '../../ui/i18n/t';
import { queryWords } from './fuzzyMatch';
import { keyHints } from './keyHints';

export interface SheetLine {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
}

export interface SheetGroup {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly SheetLine[];
}

/** Keys that differ only in how a keyboard types them are shown once. */
function shownKeys(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key !== 'Mod++' && !(key === '0' && keys.length > 1));
}

/**
 * Every shortcut there is, by group, that fits the words of a query: in what it does, or in its keys as they are printed
 * on the keyboard in front of the user.
 */
export function shortcutSheet(query: string, platform: KeyboardPlatform): readonly SheetGroup[] {
  const words = queryWords(query);
  const fits = ({ label, keys }: SheetLine): boolean => {
    const text = foldText([label, ...keys.map((key) => formatShortcut(key, platform))].join(' '));
    return words.every((word) => text.includes(word));
  };
  const groups: SheetGroup[] = intentGroups.map((group) => ({
    id: group,
    label: t(`palette.group.${group}`),
    lines: intents
      .filter((intent) => intent.group === group && keysOf(intent.id).length > 0)
      .map(({ id }) => ({ id, label: t(`palette.intent.${id}`), keys: shownKeys(keysOf(id)) })),
  }));
  const hints = keyHints.map(({ id, keys }) => ({ id, label: t(`palette.hint.${id}`), keys }));
  return [...groups, { id: 'move', label: t('palette.group.move'), lines: hints }]
    .map((group) => ({ ...group, lines: group.lines.filter(fits) }))
    .filter(({ lines }) => lines.length > 0);
}
