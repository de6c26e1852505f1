import type { TranslationOf } from '../../i18n/createTranslator';
import type { pathsTexts as original } from '../en/paths';

/** Texts of personas' paths and of walking the journey, in German. */
export const pathsTexts: TranslationOf<typeof original> = {
  'paths.open': 'Wege der Personas',
  'paths.title': 'Wessen Weg zu sehen ist',
  'paths.hint': 'Einen wählen oder bis zu vier vergleichen. Was auf niemandes Weg liegt, tritt zurück.',
  'paths.everybody': 'Alle zeigen',
  'paths.none':
    'Noch gibt es keine Personas. Sie entstehen in den Details der Karte; Kontaktpunkte und Schritte sagen, zu wem sie gehören.',
  'paths.touchpoints': { one: '{count} Kontaktpunkt', other: '{count} Kontaktpunkte' },
  'paths.carried': '{percent} kommt an',
  'paths.most': 'Vier Wege auf einmal sind genug zum Vergleichen.',
  'paths.walkAs': 'Die Reise als {name} durchgehen',
  'paths.onPathOf': 'Auf dem Weg von {names}',
  'paths.unnamed': 'Persona ohne Namen',
  'paths.shown': 'Zu sehen ist der Weg von {names}',
  'paths.shownEverybody': 'Zu sehen sind alle',
  'paths.channelChange': 'Wechselt den Kanal',
  'walk.start': 'Reise durchgehen',
  'walk.bar': 'Reise durchgehen',
  'walk.as': 'als {name}',
  'walk.place': 'Schritt {place}: {title}',
  'walk.back': 'Einen Schritt zurück',
  'walk.dropOut': 'Springt ab',
  'walk.end': 'Durchgang beenden',
  'walk.again': 'Von vorn',
  'walk.arrived': 'Hier endet die Reise.',
  'walk.left': 'Die Kundin ist abgesprungen.',
  'walk.choose': 'Welchen Weg geht die Kundin?',
  'walk.nothing': 'Es gibt keinen Kontaktpunkt, an dem es losgehen könnte.',
  'walk.ended': 'Der Durchgang ist zu Ende.',
  'walk.feels': 'Gefühl: {emotion}',
  'walk.verdict.carried': 'Was bekannt ist, kam mit.',
  'walk.verdict.late': 'Was bekannt ist, kommt zu spät.',
  'walk.verdict.by-hand': 'Was bekannt ist, wurde von Hand übertragen.',
  'walk.verdict.broken': 'Auf dem Weg hierher ist die Geschichte gerissen.',
};
