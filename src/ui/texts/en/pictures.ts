/** Pictures as evidence. */
export const picturesTexts = {
  'pictures.add': 'Add picture…',
  'pictures.unnamed': 'Picture',
  'pictures.enlarge': 'Enlarge “{name}”',
  'pictures.missing': 'This picture is not on the map.',
  'pictures.added': {
    one: '“{name}” has {count} more picture as evidence',
    other: '“{name}” has {count} more pictures as evidence',
  },
  'pictures.drop.title': 'Drop the picture on a touchpoint',
  'pictures.drop.text': 'It becomes evidence there.',
  'pictures.refused.read-only': 'This map cannot be changed here, so the picture was not added.',
  'pictures.refused.gone': 'That touchpoint is gone, so the picture was not added.',
  'pictures.refused.no-touchpoint': 'Drop the picture on the touchpoint that it is evidence of.',
  'pictures.refused.not-a-picture': 'Only pictures of the kinds PNG, JPEG, WebP and GIF can be added.',
  'pictures.refused.damaged': 'The picture is damaged and cannot be read, so it was not added.',
  'pictures.refused.too-large':
    'The picture is too large to be added. Make it smaller, or add its address as a link.',
  'pictures.refused.too-many': 'Eight pictures at once are the most. Add the others after these.',
  'pictures.refused.full':
    'This map holds as many pictures as it can. Remove some, or put the picture where others can open it and add its address.',
  'pictures.over':
    'Merged, and nothing was left out. Together these are more pictures than a map is to hold: remove some before adding others, or a file of it will not open with all of them.',
  'pictures.left': {
    one: 'This map holds as many pictures as it can: {count} was left out, everything else is in it.',
    other: 'This map holds as many pictures as it can: {count} were left out, everything else is in it.',
  },
} as const;
