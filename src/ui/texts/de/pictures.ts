import type { TranslationOf } from '../../i18n/createTranslator';
import type { picturesTexts as original } from '../en/pictures';

/** Pictures as evidence, in German. */
export const picturesTexts: TranslationOf<typeof original> = {
  'pictures.add': 'Bild hinzufügen …',
  'pictures.unnamed': 'Bild',
  'pictures.enlarge': '„{name}“ vergrößern',
  'pictures.missing': 'Dieses Bild ist nicht auf der Karte.',
  'pictures.added': {
    one: '„{name}“ hat {count} Bild mehr als Beleg',
    other: '„{name}“ hat {count} Bilder mehr als Belege',
  },
  'pictures.drop.title': 'Das Bild auf einem Kontaktpunkt ablegen',
  'pictures.drop.text': 'Dort wird es ein Beleg.',
  'pictures.refused.read-only': 'Diese Karte lässt sich hier nicht ändern; das Bild wurde nicht hinzugefügt.',
  'pictures.refused.gone': 'Diesen Kontaktpunkt gibt es nicht mehr; das Bild wurde nicht hinzugefügt.',
  'pictures.refused.no-touchpoint': 'Das Bild auf dem Kontaktpunkt ablegen, für den es ein Beleg ist.',
  'pictures.refused.not-a-picture': 'Nur Bilder der Arten PNG, JPEG, WebP und GIF lassen sich hinzufügen.',
  'pictures.refused.damaged': 'Das Bild ist beschädigt und nicht lesbar; es wurde nicht hinzugefügt.',
  'pictures.refused.too-large':
    'Das Bild ist zu groß. Es verkleinern oder seine Adresse als Link hinzufügen.',
  'pictures.refused.too-many': 'Acht Bilder auf einmal sind das Höchste. Die übrigen danach hinzufügen.',
  'pictures.refused.full':
    'Mehr Bilder fasst diese Karte nicht. Einige entfernen oder das Bild dort ablegen, wo andere es öffnen können, und seine Adresse hinzufügen.',
  'pictures.over':
    'Zusammengeführt, nichts wurde ausgelassen. Zusammen sind es mehr Bilder, als eine Karte fassen soll: erst einige entfernen, dann andere hinzufügen; sonst öffnet sich eine Datei davon nicht mit allen.',
  'pictures.left': {
    one: 'Mehr Bilder fasst diese Karte nicht: {count} blieb draußen, alles andere ist darin.',
    other: 'Mehr Bilder fasst diese Karte nicht: {count} blieben draußen, alles andere ist darin.',
  },
};
