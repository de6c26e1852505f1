import type { TranslationOf } from '../../i18n/createTranslator';
import type { newsTexts as original } from '../en/news';

/** What became of the map, said aloud, in German. */
export const newsTexts: TranslationOf<typeof original> = {
  'news.others': 'Andere: {changes}',
  'news.undone': 'Rückgängig gemacht: {changes}',
  'news.redone': 'Wiederhergestellt: {changes}',
  'news.added': '{kind} {name} hinzugefügt',
  'news.removed': '{kind} {name} entfernt',
  'news.renamed': '{kind} {before} heißt jetzt {name}',
  'news.moved': '{kind} {name} verschoben',
  'news.changed': '{kind} {name} geändert',
  'news.mapChanged': 'Angaben zur Karte geändert',
  'news.movedTo': '{name} verschoben, {place}',
  'news.more': { one: '{count} weitere Änderung', other: '{count} weitere Änderungen' },
  'news.role': '{party} für {subject}',
  'news.setting': 'Vorlesen, was andere ändern',
};
