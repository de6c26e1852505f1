/** Tidying up: what it did, and why it did nothing. */
export const tidyTexts = {
  'tidy.menu': 'Tidy up the map',
  'tidy.arrange': 'Tidy up the selection',
  'tidy.align': 'Align',
  'tidy.way.evenly': 'Spread evenly',
  'tidy.way.time': 'Spread by time',
  'tidy.way.untangle': 'Untangle paths',
  'tidy.way.tracks': 'Order systems for shorter lines',
  'tidy.done.evenly': 'Touchpoints are spread evenly.',
  'tidy.done.notes': 'Notes are spread evenly.',
  'tidy.done.time': 'Touchpoints are spread by the time the customer takes.',
  'tidy.done.untangle': 'Paths are untangled.',
  'tidy.done.tracks': 'Systems are in another order; drop-lines are shorter.',
  'tidy.done.align': 'Aligned.',
  'tidy.restaged': {
    one: '{count} touchpoint is in another stage now.',
    other: '{count} touchpoints are in another stage now.',
  },
  'tidy.nothing.evenly': 'Touchpoints are spread evenly already.',
  'tidy.nothing.notes': 'Notes are spread evenly already.',
  'tidy.nothing.time': 'Touchpoints are spread by time already.',
  'tidy.nothing.untangle': 'Nothing here can be untangled further.',
  'tidy.nothing.tracks': 'No other order makes the drop-lines shorter.',
  'tidy.nothing.align': 'That is aligned already.',
  'tidy.noTimes':
    'No step here says how long the customer takes. Say it in the details of a step; then touchpoints can be spread by time.',
} as const;
