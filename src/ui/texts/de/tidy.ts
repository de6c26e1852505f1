/** Tidying up, in German. */
export const tidyTexts = {
  'tidy.menu': 'Karte aufräumen',
  'tidy.arrange': 'Auswahl aufräumen',
  'tidy.align': 'Ausrichten',
  'tidy.way.evenly': 'Gleichmäßig verteilen',
  'tidy.way.time': 'Nach Zeit verteilen',
  'tidy.way.untangle': 'Wege entwirren',
  'tidy.way.tracks': 'Systeme für kürzere Linien ordnen',
  'tidy.done.evenly': 'Die Kontaktpunkte sind gleichmäßig verteilt.',
  'tidy.done.notes': 'Notizen gleichmäßig verteilt.',
  'tidy.done.time': 'Die Kontaktpunkte sind nach der Zeit verteilt, die der Kunde braucht.',
  'tidy.done.untangle': 'Die Wege sind entwirrt.',
  'tidy.done.tracks': 'Die Systeme stehen in anderer Reihenfolge; die Lotlinien sind kürzer.',
  'tidy.done.align': 'Ausgerichtet.',
  'tidy.restaged': {
    one: '{count} Kontaktpunkt liegt jetzt in einer anderen Phase.',
    other: '{count} Kontaktpunkte liegen jetzt in einer anderen Phase.',
  },
  'tidy.nothing.evenly': 'Die Kontaktpunkte sind schon gleichmäßig verteilt.',
  'tidy.nothing.notes': 'Die Notizen sind schon gleichmäßig verteilt.',
  'tidy.nothing.time': 'Die Kontaktpunkte sind schon nach der Zeit verteilt.',
  'tidy.nothing.untangle': 'Hier lässt sich nichts weiter entwirren.',
  'tidy.nothing.tracks': 'Keine andere Reihenfolge macht die Lotlinien kürzer.',
  'tidy.nothing.align': 'Das ist schon ausgerichtet.',
  'tidy.noTimes':
    'Kein Schritt hier sagt, wie lange der Kunde braucht. Steht es in den Details eines Schritts, lassen sich Kontaktpunkte nach der Zeit verteilen.',
} as const;
