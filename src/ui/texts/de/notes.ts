/** Notes that become something else, in German. */
export const notesTexts = {
  'notes.turned.touchpoints': {
    one: 'Die Notiz ist jetzt ein Kontaktpunkt.',
    other: '{count} Notizen sind jetzt Kontaktpunkte.',
  },
  'notes.turned.systems': {
    one: 'Die Notiz ist jetzt ein System.',
    other: '{count} Notizen sind jetzt Systeme.',
  },
  'notes.turned.requirements': {
    one: 'Die Notiz ist jetzt eine Anforderung.',
    other: '{count} Notizen sind jetzt Anforderungen.',
  },
  'notes.turnInto': 'Umwandeln in',
  'notes.into.touchpoint': 'Kontaktpunkt',
  'notes.into.system': 'System',
  'notes.into.requirement': 'Anforderung',
} as const;
