/** Id of the element with the picture of a map that is being read. */
export const standInId = 'map-stand-in';
