/** The list of what was deleted. */
export const deletedTexts = {
  'deleted.title': 'Recently deleted',
  'deleted.empty': 'Nothing is deleted',
  'deleted.emptyText': 'What you or others delete from this map appears here and can be brought back.',
  'deleted.search': 'Search what was deleted',
  'deleted.restore': 'Restore',
  'deleted.unnamed': 'Without a name',
  'deleted.when': '{what} · {when}',
  'deleted.byYou': '{what} · {when} by you',
} as const;
