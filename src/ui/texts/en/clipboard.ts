/** Copying, cutting and pasting. */
export const clipboardTexts = {
  'clipboard.copied': { one: '{count} record copied', other: '{count} records copied' },
  'clipboard.cut': { one: '{count} record cut', other: '{count} records cut' },
  'clipboard.pasted': { one: '{count} record was pasted', other: '{count} records were pasted' },
  'clipboard.lines': {
    one: '{count} touchpoint was made of the text',
    other: '{count} touchpoints were made, one for each line',
  },
  'clipboard.links': {
    one: '“{name}” has {count} more link as evidence',
    other: '“{name}” has {count} more links as evidence',
  },
  'clipboard.systemLinks': {
    one: '“{name}” has {count} more link',
    other: '“{name}” has {count} more links',
  },
  'clipboard.unnamed': 'Without a name',
  'clipboard.refused.read-only': 'This map cannot be changed here, so nothing was pasted.',
  'clipboard.refused.empty': 'There is nothing on the clipboard that a map can take.',
  'clipboard.refused.damaged':
    'What was copied arrived damaged, so nothing was pasted. Copy it once more and try again.',
  'clipboard.refused.newer':
    'What was copied comes from a newer version of the program, so nothing was pasted. Load this page again.',
  'clipboard.refused.too-much':
    'That is too much for one paste, so nothing was pasted. Import it as a file, or paste it in parts.',
  'clipboard.refused.no-touchpoint':
    'Select the touchpoint that the picture is evidence of, and paste again.',
  'clipboard.refused.no-place': 'Select the touchpoint or system that the link belongs to, and paste again.',
  'clipboard.refused.browser':
    'The browser did not let this page use the clipboard. Its own keys for copying and pasting work.',
  'clipboard.table.title': 'Paste a table',
  'clipboard.table.text': 'Say what the columns hold. Nothing is made before you have seen it here.',
  'clipboard.table.target': 'Each row becomes a',
  'clipboard.table.headings': 'The first row has headings',
  'clipboard.table.column': 'What column {number} holds',
  'clipboard.table.ignored': 'Leave out',
  'clipboard.table.preview': 'The first rows',
  'clipboard.table.more': { one: '… and {count} more row', other: '… and {count} more rows' },
  'clipboard.table.needs': 'Say which column holds what they are called.',
  'clipboard.table.notUnderstood': {
    one: '{count} cell cannot be understood and is left out.',
    other: '{count} cells cannot be understood and are left out.',
  },
  'clipboard.table.cancel': 'Cancel',
  'clipboard.table.make.touchpoints': { one: 'Make {count} touchpoint', other: 'Make {count} touchpoints' },
  'clipboard.table.make.systems': { one: 'Take in {count} system', other: 'Take in {count} systems' },
  'clipboard.table.made': { one: '{count} row was taken in', other: '{count} rows were taken in' },
  'clipboard.column.title': 'Title',
  'clipboard.column.name': 'Name',
  'clipboard.column.description': 'Description',
  'clipboard.column.channels': 'Channels',
  'clipboard.column.systems': 'Systems used',
  'clipboard.column.owner': 'Owner',
  'clipboard.column.emotion': 'Emotion, −2 to +2',
  'clipboard.column.pains': 'Pains',
  'clipboard.column.kind': 'Kind',
  'clipboard.column.standing': 'Standing',
  'clipboard.column.lifecycle': 'Lifecycle',
  'clipboard.column.vendor': 'Vendor',
  'clipboard.column.hosting': 'Hosting',
  'clipboard.column.region': 'Region',
  'clipboard.column.aliases': 'Other names',
} as const;
