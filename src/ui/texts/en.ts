/**
 * Every text of the interface, in English, flat and by key. A feature appends its texts under its own section comment;
 * keys begin with the feature's name. Places are `{name}`; a text that counts is `{ one, other }` with `{count}`.
 */
export const en = {
  // ui: what the primitives say themselves
  'ui.close': 'Close',
  'ui.clear': 'Clear',
  'ui.remove': 'Remove {name}',
  'ui.create': 'Create “{name}”',
  'ui.noMatches': 'No matches',
  'ui.typeToSearch': 'Type to search',
  'ui.typeToSearchOrCreate': 'Type to search or create',
  'ui.openList': 'Show all options',
  'ui.loading': 'Loading…',
  'ui.dismiss': 'Dismiss',
  'ui.undo': 'Undo',
  'ui.details': 'Details',
  'ui.none': 'None',
  'ui.notANumber': 'Enter a number, such as 12 or 3.5',
  'ui.atLeast': 'At least {min}',
  'ui.atMost': 'At most {max}',
  'ui.editHint': 'Enter to edit',
  'ui.morePeople': { one: '{count} more person', other: '{count} more people' },
  'ui.moreAnnouncements': { one: 'and {count} more change', other: 'and {count} more changes' },
  'ui.notices': 'Notices',
  'ui.moreActions': 'More actions',
} as const;
