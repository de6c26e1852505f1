import type { TranslationOf } from '../../i18n/createTranslator';
import type { importingTexts as original } from '../en/importing';

/** The import dialog, in German. */
export const importingTexts: TranslationOf<typeof original> = {
  'importing.title': 'Importieren',
  'importing.explain':
    'Mermaid-Journeys (.mmd, .md), Backstage-Kataloge (.yaml, auch mehrere Dateien) und Throughline-Dateien. Was entstehen würde, ist zu sehen, bevor sich etwas ändert.',
  'importing.choose': 'Dateien wählen …',
  'importing.paste': 'Oder einen Text einfügen',
  'importing.pastedName': 'eingefügter Text',
  'importing.readText': 'Diesen Text lesen',
  'importing.reading': 'Liest …',
  'importing.refused': 'Das ließ sich nicht importieren; nichts wurde geändert',
  'importing.tookTooLong': 'Das Lesen dauerte länger als zehn Sekunden und wurde abgebrochen.',
  'importing.crashed': 'Das Lesen ist gescheitert, und nichts wurde übernommen.',
  'importing.willBeMade': 'Was entstehen wird',
  'importing.nothing': 'Nichts: Es ist nichts angehakt.',
  'importing.candidates': 'Gefunden; abhaken, was nicht auf die Karte gehört',
  'importing.report': 'Gut zu wissen',
  'importing.clean': 'Alles wurde verstanden, wie es dasteht.',
  'importing.line': 'Zeile {line}',
  'importing.more': { one: '{count} weitere', other: '{count} weitere' },
  'importing.moreLikeThis': {
    one: '… und {count} weiterer dieser Art',
    other: '… und {count} weitere dieser Art',
  },
  'importing.level.refused': { one: 'Abgelehnt ({count})', other: 'Abgelehnt ({count})' },
  'importing.level.ignored': { one: 'Weggelassen ({count})', other: 'Weggelassen ({count})' },
  'importing.level.clamped': {
    one: 'In den Bereich gerückt ({count})',
    other: 'In den Bereich gerückt ({count})',
  },
  'importing.level.repaired': { one: 'Repariert ({count})', other: 'Repariert ({count})' },
  'importing.level.guessed': { one: 'Vermutet ({count})', other: 'Vermutet ({count})' },
  'importing.level.merged': { one: 'Zusammengelegt ({count})', other: 'Zusammengelegt ({count})' },
  'importing.level.renamed': { one: 'Umbenannt ({count})', other: 'Umbenannt ({count})' },
  'importing.into': 'Wohin damit',
  'importing.intoOpen': 'In diese Karte',
  'importing.intoNew': 'In eine neue Karte',
  'importing.back': 'Zurück',
  'importing.apply': 'Importieren',
};
