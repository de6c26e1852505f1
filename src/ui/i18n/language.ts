/** The language of the interface: a BCP 47 tag for texts, numbers and dates alike. English until the next arrives. */
export const language = 'en';
