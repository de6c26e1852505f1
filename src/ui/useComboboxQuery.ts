import { useState } from 'react';
import { createOption, filterOptions, groupOptions, hasOptionNamed } from './comboboxOptions';
import type { ComboboxGroup, ComboboxOption } from './comboboxOptions';
import { t } from './i18n/t';

/** What is typed into a combobox and the lines it leaves. */
export interface ComboboxQuery {
  readonly text: string;
  /** null when nothing is being looked for: opening shows everything, whatever the field shows. */
  readonly setText: (text: string | null) => void;
  readonly groups: readonly ComboboxGroup[];
  /** What the list says where nothing is left. */
  readonly empty: string;
}

/** Filters the choices by what is typed, and adds the one that creates where that is allowed and makes no double. */
export function useComboboxQuery(options: readonly ComboboxOption[], canCreate: boolean): ComboboxQuery {
  const [typed, setText] = useState<string | null>(null);
  const text = (typed ?? '').trim();
  const groups = [...groupOptions(filterOptions(options, text))];
  if (canCreate && text !== '' && !hasOptionNamed(options, text)) {
    groups.push({ label: null, items: [createOption(text)] });
  }
  const isNothingYet = options.length === 0 && text === '';
  const nothingYet = canCreate ? t('ui.nothingYetToCreate') : t('ui.nothingYet');
  return { text, setText, groups, empty: isNothingYet ? nothingYet : t('ui.noMatches') };
}
