import type { TranslationOf } from '../../i18n/createTranslator';
import type { lightTexts as original } from '../en/light';

/** The story of one step, lit up on the map, in German. */
export const lightTexts: TranslationOf<typeof original> = {
  'light.verdict.carried': 'Die Geschichte geht weiter',
  'light.verdict.late': 'Die Geschichte kommt zu spät',
  'light.verdict.by-hand': 'Die Geschichte wird von Hand weitergetragen',
  'light.verdict.broken': 'Hier reißt die Geschichte',
  'light.verdict.unknown': 'Noch kann es niemand sagen',
  'light.verdict.not-counted': 'Nicht beurteilt',
  'light.flow': 'Ein Datenfluss ohne Namen',
  'light.slowest': 'Langsamster Abschnitt: {latency}',
};
