/** The list of what was deleted. */
export const deletedTexts = {
  'deleted.title': 'Recently deleted',
  'deleted.empty': 'Nothing is deleted',
  'deleted.emptyText': 'What you or others delete from this map appears here and can be brought back.',
  'deleted.search': 'Search what was deleted',
  'deleted.restore': 'Restore',
  'deleted.restoreNamed': 'Restore {name}',
  'deleted.restoreSeveral': { one: 'Restore {count} record', other: 'Restore {count} records' },
  'deleted.restored': { one: '{count} record is back', other: '{count} records are back' },
  'deleted.noMatch': 'Nothing deleted has that in its name.',
  'deleted.more': { one: 'and {count} more; search for it', other: 'and {count} more; search for them' },
  'deleted.unnamed': 'Without a name',
  'deleted.when': '{what} · {when}',
  'deleted.byYou': '{what} · {when} by you',
} as const;
