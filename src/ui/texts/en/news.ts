/** What became of the map, said aloud. */
export const newsTexts = {
  'news.others': 'Others: {changes}',
  'news.undone': 'Undone: {changes}',
  'news.redone': 'Redone: {changes}',
  'news.added': '{kind} {name} added',
  'news.removed': '{kind} {name} removed',
  'news.renamed': '{kind} {before} is now called {name}',
  'news.moved': '{kind} {name} moved',
  'news.changed': '{kind} {name} changed',
  'news.mapChanged': 'Map details changed',
  'news.movedTo': '{name} moved, {place}',
  'news.more': { one: '{count} more change', other: '{count} more changes' },
  'news.role': '{party} for {subject}',
  'news.setting': 'Read out what others change',
} as const;
