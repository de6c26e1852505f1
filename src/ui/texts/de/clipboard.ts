import type { TranslationOf } from '../../i18n/createTranslator';
import type { clipboardTexts as original } from '../en/clipboard';

/** Copying, cutting and pasting, in German. */
export const clipboardTexts: TranslationOf<typeof original> = {
  'clipboard.copied': { one: '{count} Eintrag kopiert', other: '{count} Einträge kopiert' },
  'clipboard.cut': { one: '{count} Eintrag ausgeschnitten', other: '{count} Einträge ausgeschnitten' },
  'clipboard.pasted': { one: '{count} Eintrag wurde eingefügt', other: '{count} Einträge wurden eingefügt' },
  'clipboard.lines': {
    one: 'Aus dem Text wurde {count} Kontaktpunkt',
    other: 'Aus den Zeilen wurden {count} Kontaktpunkte',
  },
  'clipboard.links': {
    one: '„{name}“ hat {count} Link mehr als Beleg',
    other: '„{name}“ hat {count} Links mehr als Belege',
  },
  'clipboard.systemLinks': {
    one: '„{name}“ hat {count} Link mehr',
    other: '„{name}“ hat {count} Links mehr',
  },
  'clipboard.unnamed': 'Ohne Namen',
  'clipboard.refused.read-only': 'Diese Karte lässt sich hier nicht ändern; nichts wurde eingefügt.',
  'clipboard.refused.empty': 'In der Zwischenablage ist nichts, was auf eine Karte passt.',
  'clipboard.refused.damaged':
    'Das Kopierte kam beschädigt an; nichts wurde eingefügt. Noch einmal kopieren und wieder versuchen.',
  'clipboard.refused.newer':
    'Das Kopierte stammt aus einer neueren Version des Programms; nichts wurde eingefügt. Diese Seite neu laden.',
  'clipboard.refused.too-much':
    'Das ist zu viel auf einmal; nichts wurde eingefügt. Als Datei importieren oder in Teilen einfügen.',
  'clipboard.refused.no-touchpoint':
    'Erst den Kontaktpunkt auswählen, für den das Bild ein Beleg ist, dann noch einmal einfügen.',
  'clipboard.refused.no-place':
    'Erst den Kontaktpunkt oder das System auswählen, zu dem der Link gehört, dann noch einmal einfügen.',
  'clipboard.refused.browser':
    'Der Browser lässt diese Seite nicht an die Zwischenablage. Seine eigenen Tasten zum Kopieren und Einfügen gehen.',
  'clipboard.table.title': 'Tabelle einfügen',
  'clipboard.table.text': 'Festlegen, was in den Spalten steht. Nichts entsteht, bevor es hier zu sehen war.',
  'clipboard.table.target': 'Jede Zeile wird',
  'clipboard.table.headings': 'Die erste Zeile enthält Überschriften',
  'clipboard.table.column': 'Was in Spalte {number} steht',
  'clipboard.table.ignored': 'Weglassen',
  'clipboard.table.preview': 'Die ersten Zeilen',
  'clipboard.table.more': { one: '… und {count} weitere Zeile', other: '… und {count} weitere Zeilen' },
  'clipboard.table.needs': 'Noch offen: welche Spalte den Namen oder Titel enthält.',
  'clipboard.table.notUnderstood': {
    one: '{count} Zelle ist nicht zu verstehen und bleibt weg.',
    other: '{count} Zellen sind nicht zu verstehen und bleiben weg.',
  },
  'clipboard.table.cancel': 'Abbrechen',
  'clipboard.table.make.touchpoints': {
    one: '{count} Kontaktpunkt anlegen',
    other: '{count} Kontaktpunkte anlegen',
  },
  'clipboard.table.make.systems': { one: '{count} System übernehmen', other: '{count} Systeme übernehmen' },
  'clipboard.table.made': {
    one: '{count} Zeile wurde übernommen',
    other: '{count} Zeilen wurden übernommen',
  },
  'clipboard.column.title': 'Titel',
  'clipboard.column.name': 'Name',
  'clipboard.column.description': 'Beschreibung',
  'clipboard.column.channels': 'Kanäle',
  'clipboard.column.systems': 'Genutzte Systeme',
  'clipboard.column.owner': 'Verantwortlich',
  'clipboard.column.emotion': 'Gefühl, −2 bis +2',
  'clipboard.column.pains': 'Ärgernisse',
  'clipboard.column.kind': 'Art',
  'clipboard.column.standing': 'IT-Freigabe',
  'clipboard.column.lifecycle': 'Lebenszyklus',
  'clipboard.column.vendor': 'Hersteller',
  'clipboard.column.hosting': 'Hosting',
  'clipboard.column.region': 'Region',
  'clipboard.column.aliases': 'Weitere Namen',
};
