import type { TranslationOf } from '../../i18n/createTranslator';
import type { deletedTexts as original } from '../en/deleted';

/** The list of what was deleted, in German. */
export const deletedTexts: TranslationOf<typeof original> = {
  'deleted.title': 'Kürzlich gelöscht',
  'deleted.empty': 'Nichts ist gelöscht',
  'deleted.emptyText':
    'Was auf dieser Karte gelöscht wird, von wem auch immer, erscheint hier und lässt sich zurückholen.',
  'deleted.search': 'Im Gelöschten suchen',
  'deleted.restore': 'Zurückholen',
  'deleted.restoreNamed': '{name} zurückholen',
  'deleted.restoreSeveral': { one: '{count} Eintrag zurückholen', other: '{count} Einträge zurückholen' },
  'deleted.restored': { one: '{count} Eintrag ist wieder da', other: '{count} Einträge sind wieder da' },
  'deleted.noMatch': 'Nichts Gelöschtes hat das im Namen.',
  'deleted.more': {
    one: 'und {count} weiterer; die Suche findet ihn',
    other: 'und {count} weitere; die Suche findet sie',
  },
  'deleted.unnamed': 'Ohne Namen',
  'deleted.when': '{what} · {when}',
  'deleted.byYou': '{what} · {when}, von mir',
};
