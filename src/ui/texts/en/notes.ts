/** Notes that become something else. */
export const notesTexts = {
  'notes.turned.touchpoints': {
    one: 'The note is a touchpoint now.',
    other: '{count} notes are touchpoints now.',
  },
  'notes.turned.systems': { one: 'The note is a system now.', other: '{count} notes are systems now.' },
  'notes.turned.requirements': {
    one: 'The note is a requirement now.',
    other: '{count} notes are requirements now.',
  },
  'notes.turnInto': 'Turn into',
  'notes.into.touchpoint': 'Touchpoint',
  'notes.into.system': 'System',
  'notes.into.requirement': 'Requirement',
} as const;
